from __future__ import annotations

import pytest

from dualtrack._errors import InputError
from dualtrack.tracks._days import check_days, first_of, last_of
from make_events import day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_a_year_and_a_month_are_all_their_days(text: str, first: str, last: str) -> None:
    assert (first_of(text), last_of(text)) == (day(first), day(last))


def test_days_and_nothing_stay_what_they_are() -> None:
    assert first_of(day("2024-02-03")) == last_of(day("2024-02-03")) == day("2024-02-03")
    assert first_of(None) is None


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-2", "yesterday!", "20240203", "²024"])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(InputError, match="is no day"):
        first_of(text)


def test_the_first_day_comes_first() -> None:
    with pytest.raises(InputError, match="comes after"):
        check_days(day("2024-02-01"), day("2024-01-01"))
