"""Out-of-fold candidates, and which of them are none."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="needs the extra `train`")
pytest.importorskip("transformers", reason="needs the extra `train`")

import numpy as np

from dualtrack.coding._decode import Candidate
from dualtrack.train._candidates import candidates_of, folds, negatives
from dualtrack.train._networks import Encoder, TriggerNet
from gold_lines import build, event

pytestmark = pytest.mark.train


def test_folds_part_all_items_and_never_overlap() -> None:
    held_out: list[int] = []
    for train_on, held in folds(3, 20, 1):
        assert not set(train_on) & set(held)
        assert len(train_on) + len(held) == 20
        held_out += held
    assert sorted(held_out) == list(range(20))


def test_negatives_touch_no_gold_trigger() -> None:
    made = build("Iran struck Israel today.", event("struck"))
    kinds = np.zeros(16, np.float32)
    found = [Candidate(1, 1, kinds), Candidate(0, 1, kinds), Candidate(3, 3, kinds)]
    assert [(n.first, n.kind) for n in negatives(made, found)] == [(3, "")]


def test_candidates_lie_in_the_text(encoder: Encoder) -> None:
    made = build("Iran struck.", context="It rained all day.")
    (found,) = candidates_of(TriggerNet(encoder), [made], 0.0)
    assert found
    assert all(made.encoded.word_segment[c.first] == 0 for c in found)
