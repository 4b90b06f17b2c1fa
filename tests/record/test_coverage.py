"""How much was read, by day."""

from __future__ import annotations

from collections import Counter

from dualtrack.record import Store
from dualtrack.record._coverage import coverage
from dualtrack.record._engine import reading
from make_events import day
from make_record import keep, page


def test_it_counts_what_the_store_counts(store: Store) -> None:
    keep(store, page(name="a"), page(name="b"), page(name="c", on="2024-05-01"))
    keep(store, page(name="a", on="2024-05-01", text="Another day, other words."))
    for since, until in ((None, None), (day("2024-05-01"), None), (None, day("2024-04-20"))):
        with reading(store.engine) as connection:
            found = coverage(connection, since, until)
        assert found == store.coverage(since, until)
        newest = [v.article.published for v in store.articles(since=since, until=until)]
        assert found == Counter(published.day for published in newest if published)
    with reading(store.engine) as connection:
        assert coverage(connection) == {day("2024-04-14"): 1, day("2024-05-01"): 2}
