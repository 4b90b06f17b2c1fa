from __future__ import annotations

from dualtrack.record._engine import reading
from dualtrack.tracks import Record
from dualtrack.tracks._coverage import coverage
from make_events import day
from make_record import keep, page


def test_it_counts_what_the_store_counts(record: Record) -> None:
    keep(record, page(name="a"), page(name="b"), page(name="c", on="2024-05-01"))
    keep(record, page(name="a", on="2024-05-01", text="Another day, other words."))
    for since, until in ((None, None), (day("2024-05-01"), None), (None, day("2024-04-20"))):
        with reading(record.engine) as connection:
            found = coverage(connection, since, until)
        assert found == record.coverage(since, until)
    with reading(record.engine) as connection:
        assert coverage(connection) == {day("2024-04-14"): 1, day("2024-05-01"): 2}
