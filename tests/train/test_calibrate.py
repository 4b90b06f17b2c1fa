"""Confidence means what it says."""

from __future__ import annotations

import pytest

from dualtrack.coding import GoldLine
from dualtrack.train import _calibrate
from gold_lines import event, who


def test_isotonic_blocks_rise() -> None:
    pairs = [(0.1, 1.0), (0.2, 0.0), (0.3, 0.0), (0.6, 1.0), (0.7, 0.0), (0.9, 1.0)]
    blocks = _calibrate.isotonic(pairs)
    shares = [y for _, y, _ in blocks]
    assert shares == sorted(shares)
    assert sum(n for _, _, n in blocks) == len(pairs)


def test_a_thin_curve_begins_at_nought_and_ends_at_one() -> None:
    curve = _calibrate.thin(_calibrate.isotonic([(i / 40, float(i > 20)) for i in range(40)]))
    xs, ys = [x for x, _ in curve], [y for _, y in curve]
    assert (xs[0], xs[-1]) == (0.0, 1.0)
    assert xs == sorted(xs)
    assert ys == sorted(ys)
    assert all(0 < y < 1 for y in ys)


def test_a_reliability_table_has_rows_of_like_size_and_their_gap() -> None:
    pairs = [(0.2, 0.0)] * 8 + [(0.2, 1.0)] * 2 + [(0.8, 1.0)] * 10
    table = _calibrate.reliability(pairs)
    assert sum(n for _, _, n in table["rows"]) == len(pairs)
    assert table["rows"] == [[0.2, 0.2, 10], [0.8, 1.0, 10]]
    assert table["ece"] == pytest.approx(0.1)
    assert _calibrate.reliability([]) == {"rows": [], "ece": 0.0}


def test_an_event_is_judged_by_type_actors_and_recipients() -> None:
    parties = {"actors": [who("Iran", "IRN")], "recipients": [who("Israel", "ISR")]}
    gold = [GoldLine("a", "Iran struck Israel.", None, (event("struck", **parties),))]
    found = {
        "a": [
            {**event("struck", **parties), "confidence": 0.9},
            {**event("struck", actors=[who("Oman", "OMN")]), "confidence": 0.4},
        ]
    }
    assert _calibrate.judged(gold, found) == [(0.9, 1.0), (0.4, 0.0)]
