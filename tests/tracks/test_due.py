from __future__ import annotations

from pathlib import Path

import pytest

from dualtrack.coding import Event
from dualtrack.tracks import Due, relation
from dualtrack.tracks._due import EARLY, LATE, OPEN, window
from make_events import IRN, ISR, USA, day, event, party, when

DOCUMENT = Path(__file__).parents[2] / "docs" / "relations.md"


def due(*events: Event, a: str = "USA", b: str = "ISR") -> tuple[Due, ...]:
    return relation(events, a, b, until=day("2024-12-31")).due


def planned(on: str | None, kind: str = "AGREE", **more: object) -> Event:
    date = when(on, source="text" if on else "none")
    return event(kind, status="announced", on="2024-04-10", date=date, **more)  # type: ignore[arg-type]


def outcome(*events: Event) -> Event | None:
    (one,) = due(*events)
    return one.outcome.event if one.outcome else None


def test_the_first_like_act_after_its_announcement_is_its_outcome() -> None:
    first, second = event("AGREE", on="2024-05-02"), event("AGREE", on="2024-05-04")
    assert outcome(planned("2024-05-01"), second, first) == first


@pytest.mark.parametrize(
    "other",
    [
        event("AGREE", on="2024-04-09"),  # before it was announced
        event("AGREE", on="2024-04-20"),  # too early
        event("AGREE", on="2024-06-15"),  # too late
        event("AID", on="2024-05-01"),  # something else
        event("AGREE", (ISR,), (USA,), on="2024-05-01"),  # the other way
        event("AGREE", on="2024-05-01", status="possible"),
    ],
)
def test_others_are_not(other: Event) -> None:
    assert outcome(planned("2024-05-01"), other) is None


def test_without_a_day_the_next_thirty_days_count() -> None:
    soon, late = event("AGREE", on="2024-05-10"), event("AGREE", on="2024-05-11")
    assert outcome(planned(None), soon) == soon
    assert outcome(planned(None), late) is None


def test_another_member_of_the_group_does_not_keep_the_word() -> None:
    paris, berlin = party("Paris", "FRA"), party("Berlin", "DEU")
    said = planned("2024-05-01", "SANCTION", actors=(paris,), recipients=(IRN,))
    other = event("SANCTION", (berlin,), (IRN,), on="2024-05-02")
    assert due(said, other, a="EU", b="IRN")[0].outcome is None
    same = event("SANCTION", (berlin, paris), (IRN,), on="2024-05-03")
    found = due(said, other, same, a="EU", b="IRN")[0].outcome
    assert found and found.event == same


def test_the_window_begins_after_the_announcement_unless_it_is_due_that_day() -> None:
    told = day("2024-04-10")
    assert window(told, day("2024-04-12"), day("2024-04-12")) == (
        day("2024-04-11"),
        day("2024-05-12"),
    )
    assert window(told, told, told) == (told, day("2024-05-10"))
    assert window(told, day("2024-05-10"), day("2024-05-20")) == (
        day("2024-05-07"),
        day("2024-06-19"),
    )
    assert window(None, None, None) is None


def test_the_document_gives_the_same_days() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert f"from {EARLY} days before" in text
    assert f"to {LATE} days after" in text
    assert f"the {OPEN} days that follow" in text
