"""What must be looked at again: all that hangs together with some reports, and no more."""

from __future__ import annotations

from dualtrack.record import Store
from dualtrack.record._closure import closure
from dualtrack.record._engine import reading
from judged_record import say
from told_acts import AGAIN, DAY, OTHER, STORM, report, told


def fill(store: Store) -> dict[str, str]:
    store.keep([told("a", STORM), told("b", AGAIN, day=1), told("c", OTHER, day=1)])
    with reading(store.engine) as connection:
        return {name: report(connection, name) for name in "abc"}


def test_links_and_judgements_are_followed(store: Store) -> None:
    ids = fill(store)
    with reading(store.engine) as connection:
        found = closure(connection, [ids["a"]])
        assert set(found.told) == {ids["a"], ids["b"]}
        assert found.told[ids["a"]].day == DAY.toordinal()
        assert len(found.links) == len(found.events) == 1
    say(store, "merge", ids["b"], other=ids["c"])
    with reading(store.engine) as connection:
        assert set(closure(connection, [ids["a"]]).told) == set(ids.values())


def test_all_reports_of_an_article_and_what_is_no_more(store: Store) -> None:
    ids = fill(store)
    changed = told("a", STORM + " The college is closed.")
    store.keep([changed])
    with reading(store.engine) as connection:
        found = closure(connection, [ids["a"]])
        assert ids["a"] not in found.told  # it lives on in the new version's report
        assert len(found.told) == 2


def test_a_rejected_report_is_there_as_rejected(store: Store) -> None:
    ids = fill(store)
    say(store, "reject", ids["a"], single=True)
    with reading(store.engine) as connection:
        found = closure(connection, [ids["b"]])
        assert found.told[ids["a"]].state == "rejected"
        assert found.told[ids["b"]].state == "standing"


def test_nothing_hangs_together_with_nothing(store: Store) -> None:
    with reading(store.engine) as connection:
        assert closure(connection, []).told == {}
