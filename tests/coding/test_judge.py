"""Both passes weighed together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.coding._decode import Candidate
from dualtrack.coding._judge import judge
from dualtrack.coding._labels import ROLES, mode_labels
from dualtrack.coding._model import RoleScores, Settings
from dualtrack.ontology import STATUSES, TYPES

SETTINGS = Settings(0.0, 0.1, 0.5, dict.fromkeys(ROLES, 0.5), 0.5, ((0.0, 0.0), (1.0, 1.0)))


def candidate(kind: str, chance: float) -> Candidate:
    kinds = np.zeros(len(TYPES), np.float32)
    kinds[TYPES.index(kind)] = chance
    return Candidate(0, 0, kinds)


def scores(kind: str, chance: float, mode: str | None = None) -> RoleScores:
    kinds = np.full(len(TYPES) + 1, 1e-4, np.float32)
    kinds[TYPES.index(kind) + 1] = chance
    kinds[0] = 1 - chance
    modes = np.zeros(len(mode_labels()), np.float32)
    modes[mode_labels().index((kind, mode))] = 1.0
    statuses = np.zeros(len(STATUSES), np.float32)
    statuses[STATUSES.index("possible")] = 1.0
    return RoleScores(
        np.zeros((1, 6, 3), np.float32), np.zeros((1, 18), np.float32),
        np.zeros((1, 2), np.float32), kinds, modes, statuses,
    )  # fmt: skip


def test_two_sure_passes_keep_an_event() -> None:
    verdict = judge(candidate("ASSAULT", 0.9), scores("ASSAULT", 0.9, "drone"), SETTINGS)
    assert verdict.keep
    assert (verdict.kind, verdict.mode, verdict.status) == ("ASSAULT", "drone", "possible")
    assert verdict.score == pytest.approx(0.9, abs=0.02)


def test_the_second_pass_can_turn_a_trigger_down() -> None:
    verdict = judge(candidate("ASSAULT", 0.6), scores("ASSAULT", 0.05), SETTINGS)
    assert not verdict.keep


def test_confidence_is_read_off_the_calibration() -> None:
    settings = replace(SETTINGS, calibration=((0.0, 0.1), (1.0, 0.6)))
    assert settings.confidence(0.5) == pytest.approx(0.35)


def test_a_mode_is_one_of_the_types_own() -> None:
    odd = scores("AID", 0.9)
    odd.modes[mode_labels().index(("ASSAULT", "drone"))] = 2.0
    assert judge(candidate("AID", 0.9), odd, SETTINGS).mode is None
