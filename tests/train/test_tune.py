"""Thresholds."""

from __future__ import annotations

from dualtrack.coding import GoldLine
from dualtrack.coding._labels import ROLES
from dualtrack.coding._model import Settings
from dualtrack.train import _tune


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
