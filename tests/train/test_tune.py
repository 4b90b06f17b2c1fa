"""Thresholds and calibration curves."""

from __future__ import annotations

from dualtrack.coding import GoldLine
from dualtrack.coding._labels import ROLES
from dualtrack.coding._model import Settings
from dualtrack.train import _tune


def test_isotonic_blocks_rise() -> None:
    pairs = [(0.1, 1.0), (0.2, 0.0), (0.3, 0.0), (0.6, 1.0), (0.7, 0.0), (0.9, 1.0)]
    blocks = _tune.isotonic(pairs)
    shares = [y for _, y, _ in blocks]
    assert shares == sorted(shares)
    assert sum(n for _, _, n in blocks) == len(pairs)


def test_a_thin_curve_begins_at_nought_and_ends_at_one() -> None:
    curve = _tune.thin(_tune.isotonic([(i / 40, float(i > 20)) for i in range(40)]))
    xs, ys = [x for x, _ in curve], [y for _, y in curve]
    assert (xs[0], xs[-1]) == (0.0, 1.0)
    assert xs == sorted(xs)
    assert ys == sorted(ys)
    assert all(0 < y < 1 for y in ys)


def test_settings_are_written_as_they_are_read() -> None:
    out = _tune.settings_dict(_tune.START)
    assert out["role_floor"] == dict.fromkeys(ROLES, 0.5)
    assert out["calibration"] == [[0.0, 0.0], [1.0, 1.0]]


class OneEvent:
    """A coder that keeps its one event at and below a threshold."""

    settings: Settings = _tune.START

    def code_many(self, articles):
        for article in articles:
            yield article, []


def test_tuning_with_nothing_found_keeps_the_first_value_tried() -> None:
    gold = [GoldLine("a", "Nothing here.", None, ())]
    settings = _tune.tune(OneEvent(), gold)  # type: ignore[arg-type]
    assert settings.keep == _tune.KEEP[0]
