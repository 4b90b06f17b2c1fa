from __future__ import annotations

import datetime as dt

import pytest

from dualtrack.coding import _date_calendar  # noqa: F401 - it brings the rules
from dualtrack.coding._date_periods import Frame
from dualtrack.coding._date_rules import period

PAST = Frame(dt.date(2024, 4, 17), future=False)
NO_DAY = Frame(None, future=False)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("14 april 2019", "2019-04-14", "2019-04-14"),
        ("sunday, april 14, 2019", "2019-04-14", "2019-04-14"),
        ("5-8 march 2021", "2021-03-05", "2021-03-08"),
        ("march 17 to 18, 2020", "2020-03-17", "2020-03-18"),
        ("september 2011", "2011-09-01", "2011-09-30"),
        ("2008-13", "2008-01-01", "2013-12-31"),
        ("the early 1980s", "1980-01-01", "1989-12-31"),
        ("summer 2019", "2019-06-01", "2019-08-31"),
        ("the winter of 2014", "2014-01-01", "2014-12-31"),
        ("easter 2025", "2025-04-20", "2025-04-20"),
        ("the cold war", "1947-01-01", "1991-12-31"),
        ("9/11", "2001-09-11", "2001-09-11"),
    ],
)
def test_told_without_a_day_to_count_from(text: str, first: str, last: str) -> None:
    for frame in (PAST, NO_DAY):
        found = period(text, frame)
        assert found is not None
        assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["april", "14 april", "last may", "the 9th", "spring", "easter"])
def test_needs_a_day_to_count_from(text: str) -> None:
    assert period(text, PAST) is not None
    assert period(text, NO_DAY) is None


def test_no_such_day() -> None:
    with pytest.raises(ValueError, match="day"):
        period("30 february 2024", PAST)
