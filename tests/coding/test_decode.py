"""Scores to triggers and spans."""

from __future__ import annotations

import numpy as np
import pytest

from dualtrack.coding._decode import Candidate, spans, trigger_candidates
from dualtrack.coding._labels import begin_tag, trigger_tags
from dualtrack.ontology import TYPES


def chances(*words: tuple[str, str, float]) -> np.ndarray:
    """One row a word: (tag, type, probability); the rest goes to outside."""
    out = np.zeros((len(words), len(trigger_tags())), np.float32)
    for row, (tag, kind, p) in enumerate(words):
        out[row, 0] = 1 - p
        if tag != "O":
            out[row, begin_tag(kind) + (tag == "I")] = p
    return out


def best_kind(candidate: Candidate) -> str:
    return TYPES[int(candidate.kinds.argmax())]


def test_one_trigger_of_two_words() -> None:
    found = trigger_candidates(
        chances(("O", "", 0), ("B", "ASSAULT", 0.9), ("I", "ASSAULT", 0.8), ("O", "", 0)), 0.2
    )
    assert [(c.first, c.last) for c in found] == [(1, 2)]
    assert best_kind(found[0]) == "ASSAULT"
    assert found[0].chance == pytest.approx(0.9)


def test_two_beginnings_are_two_triggers() -> None:
    found = trigger_candidates(chances(("B", "AID", 0.9), ("B", "REQUEST", 0.7)), 0.2)
    assert [best_kind(c) for c in found] == ["AID", "REQUEST"]


def test_a_weak_word_is_a_candidate_only_above_the_floor() -> None:
    weak = chances(("B", "AID", 0.3))
    assert len(trigger_candidates(weak, 0.2)) == 1
    assert not trigger_candidates(weak, 0.4)


def test_no_words_no_candidates() -> None:
    assert trigger_candidates(chances(), 0.2) == []


def roles(*rows: tuple[float, float, float]) -> np.ndarray:
    return np.array(rows, np.float32).reshape(len(rows), 3)


def test_spans_begin_go_on_and_end() -> None:
    found = spans(roles((0.9, 0.1, 0), (0.1, 0.8, 0.1), (0.2, 0.1, 0.7), (0.9, 0, 0.1)))
    assert [(a, b) for a, b, _ in found] == [(1, 2)]
    assert found[0][2] == pytest.approx(0.9)


def test_a_new_beginning_ends_a_span() -> None:
    found = spans(roles((0.1, 0.9, 0), (0.1, 0.8, 0.1)))
    assert [(a, b) for a, b, _ in found] == [(0, 0), (1, 1)]


def test_a_span_without_a_beginning_is_still_one() -> None:
    assert [(a, b) for a, b, _ in spans(roles((0.3, 0.1, 0.6)))] == [(0, 0)]
