"""Links: every pair that matches has one, in whatever order and portions the reports came."""

from __future__ import annotations

import itertools
import json

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from dualtrack.record import Store
from dualtrack.record._engine import reading, writing
from dualtrack.record._links import link
from told_acts import AGAIN, OTHER, STORM, THIRD, derived, keep, links, memory, report, told

ARTICLES = [
    told("a", STORM),
    told("b", AGAIN, day=1),
    told("c", THIRD, day=1),
    told("d", OTHER, day=1),
    told("e", OTHER.replace("killing", "leaving dead"), day=2),
    told("f", AGAIN, day=3),
]


def test_pairs_that_match_are_linked_with_a_reason(store: Store) -> None:
    store.keep(ARTICLES)
    with reading(store.engine) as connection:
        found = links(connection)
        pairs = {frozenset(row[:2]) for row in found}
        a, b, d = (report(connection, name) for name in "abd")
        assert frozenset((a, b)) in pairs
        assert frozenset((a, d)) not in pairs
        assert all(one < other and 0.5 <= strength <= 1 for one, other, _, strength, _ in found)
        assert {row[2] for row in found} == {"same-1"}
        assert all("shared" in json.loads(row[4]) for row in found)


def test_nothing_new_links_nothing(store: Store) -> None:
    with writing(store.engine) as connection:
        link(connection, [])
        assert links(connection) == []


@settings(max_examples=12, deadline=None)
@given(st.permutations(ARTICLES), st.lists(st.integers(1, 6), min_size=6, max_size=6))
def test_order_and_portions_make_no_difference(order, sizes) -> None:
    found = []
    for articles, portions in ((ARTICLES, [6]), (order, sizes)):
        engine = memory()
        rest = iter(articles)
        with writing(engine) as connection:
            for size in portions:
                keep(connection, list(itertools.islice(rest, size)))
            found.append((links(connection), derived(connection)))
        engine.dispose()
    assert found[0] == found[1]
    assert len(found[0][0]) >= 2


def test_no_statement_for_each_report() -> None:
    counts = []
    for many in (3, 300):
        engine = memory()
        counts.append(0)
        articles = [told(f"a{n}", STORM, day=10 * n) for n in range(many)]

        def count(*_: object) -> None:
            counts[-1] += 1

        event.listen(engine, "before_cursor_execute", count)
        with writing(engine) as connection:
            keep(connection, articles)
        engine.dispose()
    assert counts[1] <= counts[0] + 6  # the portions in which many ids are asked for
