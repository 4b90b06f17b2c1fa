"""Sums and counts of what a relation is made of."""

from __future__ import annotations

from dualtrack.ontology import intensity
from dualtrack.tracks import relation
from dualtrack.tracks._relation import Cell, Tally
from make_events import event


def test_a_tally_counts_and_sums() -> None:
    tally = Tally((event("AID"), event("SUPPORT")))
    assert tally.count == 2
    assert tally.total == intensity("AID") + intensity("SUPPORT")
    assert Tally().total == 0


def test_what_is_not_done_stays_apart() -> None:
    cell = Cell(Tally((event("AID"),)), Tally((event("AGREE"),)), Tally((event("AID"),)))
    assert cell.actual.count == 1
    assert cell.apart_count == 2
    assert cell.apart_total == intensity("AGREE") + intensity("AID")


def test_a_relation_gives_both_ways_in_order() -> None:
    made = relation([event("AID")], "USA", "ISR")
    assert [(w.source, w.target) for w in made.ways] == [("USA", "ISR"), ("ISR", "USA")]
    assert made.both.target is None
