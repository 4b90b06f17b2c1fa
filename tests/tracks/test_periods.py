from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.tracks import By
from dualtrack.tracks._periods import first_day, label, last_day, starts
from make_events import day


@pytest.mark.parametrize(
    ("by", "start", "end", "name"),
    [
        ("day", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("week", "2024-02-26", "2024-03-03", "2024-W09"),
        ("month", "2024-02-01", "2024-02-29", "2024-02"),
        ("year", "2024-01-01", "2024-12-31", "2024"),
    ],
)
def test_the_period_of_a_day(by: By, start: str, end: str, name: str) -> None:
    first = first_day(day("2024-02-29"), by)
    assert (first, last_day(first, by), label(first, by)) == (day(start), day(end), name)


def test_december_ends_with_the_year() -> None:
    assert last_day(day("2023-12-01"), "month") == day("2023-12-31")


def test_periods_follow_each_other() -> None:
    names = [label(s, "month") for s in starts(day("2023-11-30"), day("2024-02-01"), "month")]
    assert names == ["2023-11", "2023-12", "2024-01", "2024-02"]


@given(st.dates(), st.sampled_from(["day", "week", "month", "year"]))
def test_every_day_lies_in_its_period(some: dt.date, by: By) -> None:
    start = first_day(some, by)
    assert start <= some <= last_day(start, by)


@pytest.mark.parametrize("by", ["day", "week", "month", "year"])
def test_the_calendar_has_two_ends(by: By) -> None:
    assert list(starts(dt.date.max, dt.date.max, by))[-1] <= dt.date.max
    assert next(starts(dt.date.min, dt.date.min, by)) == dt.date.min
