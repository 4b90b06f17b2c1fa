from __future__ import annotations

from collections.abc import Callable

from dualtrack.export._act import Act
from make_events import day, event, when


def test_an_act_stands_on_its_own_day(act: Callable[..., Act]) -> None:
    told = event("AID", on="2024-04-14", date=when("2024-04-10", source="text"))
    assert act(told).day == day("2024-04-10")
    assert act(told).reported == day("2024-04-14")


def test_what_is_to_come_stands_on_the_day_it_was_told(act: Callable[..., Act]) -> None:
    told = event("AID", on="2024-04-14", status="announced", date=when("2024-05-01"))
    assert act(told).day == day("2024-04-14")


def test_without_a_day_of_its_own_it_has_that_of_the_report(act: Callable[..., Act]) -> None:
    assert act(event("AID", on="2024-04-14", date=when(None))).day == day("2024-04-14")
    assert act(event("AID", on=None)).day is None
