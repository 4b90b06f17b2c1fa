from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.coding._date_periods import (
    Period,
    day_of,
    easter,
    hull,
    month_of,
    months_from,
    moved,
    unit_of,
    week_of,
    years,
)

_DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2200, 12, 31))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1954, 4, 18), (1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24),
     (2024, 3, 31), (2025, 4, 20), (2038, 4, 25), (2049, 4, 18), (2076, 4, 19), (2100, 3, 28)],
)  # fmt: skip
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == dt.date(year, month, day)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_its_season(year: int) -> None:
    found = easter(year)
    assert found.weekday() == 6
    assert dt.date(year, 3, 22) <= found <= dt.date(year, 4, 25)


def test_months_run_over_the_year() -> None:
    assert month_of(2023, 14).first == dt.date(2024, 2, 1)
    assert month_of(2024, 0).last == dt.date(2023, 12, 31)
    assert months_from(2023, 12, 3).last == dt.date(2024, 2, 29)


@given(_DAYS)
def test_week(day: dt.date) -> None:
    week = week_of(day)
    assert week.first.weekday() == 0
    assert (week.last - week.first).days == 6
    assert week.first <= day <= week.last


@given(_DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(-300, 300))
def test_units_move(day: dt.date, unit: str, shift: int) -> None:
    there = unit_of(day, unit, shift)
    assert there.first <= moved(day, unit, shift) <= there.last


def test_shorter_months() -> None:
    assert moved(dt.date(2024, 3, 31), "month", -1) == dt.date(2024, 2, 29)
    assert moved(dt.date(2024, 2, 29), "year", 1) == dt.date(2025, 2, 28)


def test_cut_never_empties() -> None:
    april = month_of(2024, 4)
    assert april.cut(last=dt.date(2024, 4, 10)).last == dt.date(2024, 4, 10)
    assert april.cut(last=dt.date(2024, 1, 1)) == april
    assert april.cut(first=dt.date(2025, 1, 1)) == april


def test_hull_is_as_coarse_as_its_parts() -> None:
    both = hull(day_of(dt.date(2024, 5, 1)), years(2020))
    assert both == Period(dt.date(2020, 1, 1), dt.date(2024, 5, 1), "year")
