from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.tracks import PAIR_COLUMNS, Relations
from dualtrack.tracks._pairs import FLOOR, Deed, change, compared
from make_events import day

A, B = ("ISR", "USA"), ("RUS", "UKR")
WINDOWS = [
    (day("2024-03-22"), day("2024-03-31")),
    (day("2024-03-12"), day("2024-03-21")),
    (day("2024-03-02"), day("2024-03-11")),
    (day("2024-02-21"), day("2024-03-01")),
]
NOW = day("2024-04-01"), day("2024-04-10")


def deed(pair: tuple[str, str], on: str, track: str = "pressure", status: str = "actual") -> Deed:
    return Deed(pair, day(on), track, status, -9.0 if track == "pressure" else 4.0)


def test_activity_counts_both_tracks_apart_from_what_is_only_announced() -> None:
    deeds = [
        deed(A, "2024-04-01"),
        deed(A, "2024-04-02", "support"),
        deed(B, "2024-04-03", status="announced"),
    ]
    first, second = compared(deeds, None, None, (), "activity")
    assert (first.a, first.b) == A
    assert (first.pressure.count, first.pressure.total, first.support.total) == (1, -9.0, 4.0)
    assert (second.pressure.count, second.pressure.apart) == (0, 1)
    assert first.newest == day("2024-04-02")
    assert first.pressure.change is None


def test_what_is_usual_for_a_pair_is_no_change_and_silence_is_one() -> None:
    always = [deed(A, d) for d in ("2024-02-25", "2024-03-05", "2024-03-15", "2024-03-25")]
    gone = [deed(B, str(d.day)) for d in always for _ in range(9)]
    found = compared([*always, *gone, deed(A, "2024-04-05")], *NOW, WINDOWS, "change")
    assert [(p.a, p.b) for p in found] == [B, A]
    assert found[1].pressure.usual == -9.0
    assert found[1].pressure.change == 0.0
    assert found[0].pressure.total == 0
    assert found[0].change == -9.0 / FLOOR


def test_what_is_only_announced_is_no_change() -> None:
    (found,) = compared([deed(A, "2024-04-05", status="possible")], *NOW, WINDOWS, "change")
    assert found.change == 0.0


def test_the_first_act_of_a_pair_is_a_change() -> None:
    (found,) = compared([deed(A, "2024-04-05")], *NOW, WINDOWS, "change")
    assert found.pressure.change == 3.0 / FLOOR
    assert found.support.change == 0.0


@given(st.lists(st.floats(0, 1e4), min_size=4), st.floats(0, 1e4), st.floats(0, 1e4))
def test_more_is_never_less_change(past: list[float], one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert change(low, past) <= change(high, past)


def test_one_great_month_hides_no_other() -> None:
    quiet = [4.0] * 11
    assert change(900.0, [*quiet, 900.0]) == pytest.approx((math.sqrt(900) - 2) / FLOOR)


def test_rows_have_the_columns_that_are_described() -> None:
    pairs = compared([deed(A, "2024-04-05")], *NOW, WINDOWS, "change")
    found = Relations("change", *NOW, 4, 10, 9.5, pairs, {})
    (row,) = found.rows()
    assert list(row) == list(PAIR_COLUMNS)
    assert row["pressure_change"] == 2.4
    assert found.to_dict()["pairs"] == [row]
    assert found.to_dict()["since"] == "2024-04-01"
    assert isinstance(found.since, dt.date)
