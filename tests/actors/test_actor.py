"""What an actor is."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from dualtrack.actors import Actor, Found


def test_holds_between_its_days() -> None:
    actor = Actor("A", "USA", "GOV", "person", dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    assert actor.holds(dt.date(2020, 1, 1))
    assert actor.holds(dt.date(2020, 12, 31))
    assert not actor.holds(dt.date(2021, 1, 1))
    assert not actor.holds(dt.date(2019, 12, 31))


def test_open_sides_hold_always() -> None:
    assert Actor("A", None, None, "person").holds(dt.date(1900, 1, 1))


def test_actors_do_not_change() -> None:
    found = Found(0, 1, Actor("A", None, None, "role"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.start = 2  # type: ignore[misc]
    assert not hasattr(found, "__dict__")
