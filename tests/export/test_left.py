from __future__ import annotations

from collections.abc import Callable

from dualtrack.export._act import Act
from dualtrack.export._left import NO_DAY, LeftOut, Notes
from make_events import event, when


def test_days_that_are_not_simply_those_of_the_act_are_noted(act: Callable[..., Act]) -> None:
    notes = Notes()
    notes.day(act(event("AID")))
    assert not notes
    notes.day(act(event("AID", date=when(None))))
    notes.day(act(event("AID", date=when("2024-04-01", "2024-04-30"))))
    assert sorted(notes.values()) == [1, 1]


def test_the_reason_is_the_same_for_all_of_a_kind() -> None:
    assert str(LeftOut(NO_DAY)) == NO_DAY
