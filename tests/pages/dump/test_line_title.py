from __future__ import annotations

import numpy as np

from dualtrack.pages.dump._cohesion import core_of
from dualtrack.pages.dump._features import LOOK, features, look
from dualtrack.pages.dump._line_title import by_rule, candidates, may_be_headline, names
from dualtrack.pages.dump._lines import cut_blocks

TEXT = """\
Menu
HomeWorldNorland sends hospitals to Suvia
Norland sends hospitals to Suvia
Norland will send two hospitals to Suvia, its president said on Tuesday."""


def test_a_glued_breadcrumb_points_at_the_title() -> None:
    blocks = cut_blocks(TEXT)
    lines = [block.plain for block in blocks]
    first = features(lines)
    chances = np.array([0.0, 0.0, 0.1, 0.9])
    rules = by_rule(blocks, [False, False, False, True])
    found = candidates(lines, first[:, : len(LOOK)], chances, core_of(lines, chances), rules)
    assert found.shape == (4, len(names()))
    assert found[:, names().index("glued breadcrumb")].tolist() == [0, 0, 1, 0]
    assert by_rule(blocks, [False] * 4) == {}


def test_chrome_is_no_headline() -> None:
    assert may_be_headline("Norland sends hospitals", look("Norland sends hospitals"))
    for line in ("Subscribe now", "By Eva Lund", "14 April 2024", "1 / 7"):
        assert not may_be_headline(line, look(line)), line
