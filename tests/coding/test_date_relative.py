from __future__ import annotations

import datetime as dt

import pytest

from dualtrack.coding import _date_calendar, _date_relative  # noqa: F401 - they bring the rules
from dualtrack.coding._date_periods import Frame
from dualtrack.coding._date_rules import period

DAY = dt.date(2024, 4, 17)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("friday", "2024-04-12", "2024-04-19"),
        ("wednesday", "2024-04-17", "2024-04-17"),
        ("overnight", "2024-04-16", "2024-04-17"),
        ("the weekend", "2024-04-13", "2024-04-20"),
        ("this week", "2024-04-15", "2024-04-15"),
        ("the past week", "2024-04-10", "2024-04-10"),
        ("ten days ago", "2024-04-07", "2024-04-07"),
        ("in ten days", None, "2024-04-27"),
        ("the next ten days", "2024-04-17", "2024-04-17"),
        ("recent weeks", "2024-03-17", "2024-03-17"),
        ("within weeks", None, "2024-04-17"),
        ("two days earlier", "2024-04-15", None),
        ("the end of the month", "2024-04-01", "2024-04-01"),
        ("the second half of the year", "2024-07-01", "2024-07-01"),
        ("the fourth half of 2020", None, None),
    ],
)
def test_which_way_it_looks(text: str, past: str | None, future: str | None) -> None:
    for way, expected in ((False, past), (True, future)):
        found = period(text, Frame(DAY, future=way))
        assert (found.first.isoformat() if found else None) == expected
        assert period(text, Frame(None, future=way)) is None


@pytest.mark.parametrize("day", range(13, 23))
def test_weekends_by_day(day: int) -> None:
    found = period("last weekend", Frame(dt.date(2024, 4, day), future=False))
    coming = period("next weekend", Frame(dt.date(2024, 4, day), future=True))
    assert found and coming
    assert found.last < dt.date(2024, 4, day) < coming.first
