from __future__ import annotations

import json

import numpy as np
import pytest

from dualtrack._errors import TableError
from dualtrack.pages.dump._lines import cut_blocks
from dualtrack.pages.dump._model import WEIGHTS, chance, load, model_of, segments


def test_segments_are_smooth_where_a_change_costs() -> None:
    odds = np.array([-2.0, 2.0, -0.5, 2.0, -2.0])
    assert segments(odds, 0.0) == (False, True, False, True, False)
    assert segments(odds, 1.0) == (False, True, True, True, False)
    assert segments(np.zeros(0), 1.0) == ()


def test_chances() -> None:
    assert chance(np.array([0.0, 99.0, -99.0])).round(3).tolist() == [0.5, 1.0, 0.0]


def test_weights_that_do_not_fit_are_refused() -> None:
    data = json.loads(WEIGHTS.read_text("utf-8"))
    data["line"]["weights"].pop("prose")
    with pytest.raises(TableError, match="prose"):
        model_of(data)


def test_one_line_is_judged() -> None:
    verdict = load().judge(cut_blocks("Menu"))
    assert len(verdict.story) == 1 and not verdict.story[0]
