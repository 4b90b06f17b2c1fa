"""Sums and counts of what a relation is made of."""

from __future__ import annotations

from dualtrack.coding import Event
from dualtrack.ontology import intensity
from dualtrack.tracks import Act, Cell, Tally, relation
from make_events import event


def tally(*events: Event) -> Tally:
    return Tally(tuple(map(Act.of, events)))


def test_a_tally_counts_and_sums() -> None:
    events = (event("AID"), event("SUPPORT"))
    both = tally(*events)
    assert both.count == 2
    assert both.events == events
    assert both.total == intensity("AID") + intensity("SUPPORT")
    assert Tally().total == 0


def test_what_is_not_done_stays_apart() -> None:
    cell = Cell(tally(event("AID")), tally(event("AGREE")), tally(event("AID")))
    assert cell.actual.count == 1
    assert cell.apart_count == 2
    assert cell.apart_total == intensity("AGREE") + intensity("AID")


def test_a_relation_gives_both_ways_in_order() -> None:
    made = relation([event("AID")], "USA", "ISR")
    assert [(w.source, w.target) for w in made.ways] == [("USA", "ISR"), ("ISR", "USA")]
    assert made.both.target is None


def test_a_track_as_a_whole_is_all_its_periods() -> None:
    given = [event("AID", on="2024-01-05"), event("AID", on="2024-03-05")]
    whole = relation([*given, event("THREATEN")], "USA", "ISR").forward.whole("support")
    assert whole.actual.count == 2
    assert whole.actual.total == 2 * intensity("AID")
