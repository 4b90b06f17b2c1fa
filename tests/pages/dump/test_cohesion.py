from __future__ import annotations

import numpy as np

from dualtrack.pages.dump._cohesion import core_of, names, second_look
from dualtrack.pages.dump._features import features

LINES = [
    "Menu",
    "Norland sends hospitals to Suvia",
    "Norland will send two hospitals to Suvia, its president said on Tuesday.",
    "Suvia thanked Norland and said that the hospitals would open within a week.",
    "The team won its first cup in the last minute of extra time on Sunday.",
]
CHANCES = np.array([0.0, 0.1, 0.9, 0.9, 0.1])


def test_the_core_is_the_likely_stretch() -> None:
    core = core_of(LINES, CHANCES)
    assert (core.start, core.end, core.members) == (2, 4, {2, 3})
    assert core.nearness(2) > core.nearness(4)


def test_what_shares_nothing_is_strange() -> None:
    core = core_of(LINES, CHANCES)
    found = second_look(LINES, features(LINES), CHANCES, core, 1)
    assert found.shape == (5, len(names()))
    column = dict(zip(names(), found.T, strict=True))
    assert column["strange prose"][4] > column["strange prose"][3]
    assert column["shared with title"][2] > column["shared with title"][4]
    assert second_look(LINES, features(LINES), CHANCES, core, None).shape == found.shape
