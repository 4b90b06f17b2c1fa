"""Scores of the two passes to triggers and spans. Plain numpy, shared by training and coding."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.coding._labels import BEGIN, INSIDE

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible trigger: its words (first, last inclusive) and the probability of each type.

    `kinds` [16] sums to the probability that it is a trigger at all.
    """

    first: int
    last: int
    kinds: Floats

    @property
    def chance(self) -> float:
        """The probability that this is a trigger of any type."""
        return float(self.kinds.sum())


def trigger_candidates(chances: Floats, floor: float) -> list[Candidate]:
    """Tag probabilities of a text's words [words, 33] → candidates with chance ≥ `floor`.

    A candidate begins at a word that is likelier to begin a trigger than to go on with one,
    or that follows no candidate; it goes on while the next word is likelier inside than not.
    """
    begin = chances[:, 1::2]
    inside = chances[:, 2::2]
    any_begin, any_inside = begin.sum(1), inside.sum(1)
    either = any_begin + any_inside
    out: list[Candidate] = []
    word, size = 0, len(chances)
    while word < size:
        if either[word] < floor:
            word += 1
            continue
        last = word
        while last + 1 < size and any_inside[last + 1] > max(0.5 * floor, any_begin[last + 1]):
            if any_inside[last + 1] < 0.5 and any_inside[last + 1] < 0.6 * either[word]:
                break
            last += 1
        kinds = (begin[word] + inside[word]).astype(np.float32)
        out.append(Candidate(word, last, kinds))
        word = last + 1
    return out


def spans(tags: Floats, floor: float = 0.5) -> list[tuple[int, int, float]]:
    """Tag probabilities of one role [words, 3] → (first, last, probability), in order.

    A span begins where begin + inside ≥ `floor` and begin wins, or after a gap, and goes on
    while inside wins over both others.
    """
    out: list[tuple[int, int, float]] = []
    word, size = 0, len(tags)
    inside_any = tags[:, BEGIN] + tags[:, INSIDE]
    while word < size:
        if inside_any[word] < floor:
            word += 1
            continue
        last = word
        while (
            last + 1 < size
            and inside_any[last + 1] >= floor
            and tags[last + 1, INSIDE] >= tags[last + 1, BEGIN]
        ):
            last += 1
        out.append((word, last, float(inside_any[word])))
        word = last + 1
    return out
