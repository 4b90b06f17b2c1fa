from __future__ import annotations

import datetime as dt

import pytest

from dualtrack.coding import _date_calendar, _date_relative  # noqa: F401 - they bring the rules
from dualtrack.coding._date_periods import Frame, day_of, month_of
from dualtrack.coding._date_rules import count_of, nearest, period, twice

PAST = Frame(dt.date(2024, 4, 17), future=False)


def test_no_rule() -> None:
    assert period("a fine day", PAST) is None


def test_nearest_looks_one_way() -> None:
    def june(year: int):  # type: ignore[no-untyped-def]
        return month_of(year, 6)

    assert nearest(june, PAST) == month_of(2023, 6)
    assert nearest(june, Frame(PAST.ref, future=True)) == month_of(2024, 6)
    assert nearest(june, Frame(None, future=True)) is None


def test_two_readings_are_told_together() -> None:
    one, other = day_of(dt.date(2024, 4, 8)), day_of(dt.date(2024, 4, 15))
    assert twice(one, one) == one
    both = twice(other, one)
    assert both is not None
    assert (both.first, both.last, both.precision) == (one.first, other.last, "week")


@pytest.mark.parametrize(
    ("text", "value"), [("a", 1), ("ten", 10), ("48", 48), ("0", None), ("9999", None), ("x", None)]
)
def test_count(text: str, value: int | None) -> None:
    assert count_of(text) == value
