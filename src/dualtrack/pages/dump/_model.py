"""The line model: logistic regression on what a line looks like and what it shares with others.

The weights stand in `line_weights.json`, each beside the name of its feature; they are made by
`scripts/fit_lines.py`. `Model.judge` goes: first look, core, headline, second look, segments.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from dualtrack._errors import TableError
from dualtrack.pages.dump import _cohesion, _features, _line_title
from dualtrack.pages.dump._features import LOOK, Matrix
from dualtrack.pages.dump._lines import Block
from dualtrack.pages.dump._title import Title

WEIGHTS = Path(__file__).resolve().parent / "line_weights.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One regression: a weight for each feature, in the order of the features."""

    bias: float
    weights: Matrix

    def score(self, features: Matrix) -> Matrix:
        """The log odds of each row."""
        return np.asarray(features @ self.weights + self.bias)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model thinks of a page: chances 0 to 1 a line, the story's lines, the headline."""

    chances: Matrix
    story: tuple[bool, ...]
    title: int | None
    title_chance: float
    rules: Mapping[str, Title]


@dataclass(frozen=True, slots=True)
class Model:
    """The three regressions, and what a change between story and chrome costs."""

    line: Part
    title: Part
    again: Part
    change: float
    shift: float

    def judge(self, blocks: Sequence[Block], known: Sequence[float] | None = None) -> Verdict:
        """Judge all blocks of a page, at least one.

        `known` is how many log odds a memory of the site takes from each line.
        """
        lines = [block.plain for block in blocks]
        first = _features.features(lines)
        chances = chance(self.line.score(first))
        core = _cohesion.core_of(lines, chances)
        prose = first[:, LOOK.index("prose")] > 0
        rules = _line_title.by_rule(blocks, [bool(p) for p in prose])
        title, title_chance = self._headline(lines, first, chances, core, rules)
        second = _cohesion.second_look(lines, first, chances, core, title)
        odds = self.again.score(np.column_stack([first, second])) + self.shift
        if known is not None:
            odds = odds - np.asarray(known)
        story = segments(odds, self.change)
        return Verdict(chance(odds), story, title, title_chance, rules)

    def _headline(
        self,
        lines: Sequence[str],
        first: Matrix,
        chances: Matrix,
        core: _cohesion.Core,
        rules: dict[str, Title],
    ) -> tuple[int | None, float]:
        own = first[:, : len(LOOK)]
        able = [_line_title.may_be_headline(line, own[i]) for i, line in enumerate(lines)]
        if not any(able):
            return None, 0.0
        scores = self.title.score(_line_title.candidates(lines, own, chances, core, rules))
        scores = np.where(able, scores, -np.inf)
        best = int(scores.argmax())
        share = 1.0 / float(np.exp(scores - scores[best]).sum())
        return best, share


def chance(odds: Matrix) -> Matrix:
    """Log odds as a chance, 0 to 1."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30))))


def segments(odds: Matrix, change: float) -> tuple[bool, ...]:
    """The likeliest row of story and chrome, where each change between them costs `change`."""
    story, chrome = 0.0, 0.0
    back: list[tuple[bool, bool]] = []  # where each state came from: True is story
    for value in odds:
        from_chrome = chrome - change > story
        from_story = story - change > chrome
        back.append((not from_chrome, from_story))
        story, chrome = (
            (chrome - change if from_chrome else story) + float(value),
            story - change if from_story else chrome,
        )
    out: list[bool] = []
    state = story > chrome
    for came_story, came_chrome in reversed(back):
        out.append(state)
        state = came_story if state else came_chrome
    return tuple(reversed(out))


@cache
def load() -> Model:
    """The model that ships; TableError where its file does not fit the features."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return model_of(data)


def model_of(data: Mapping[str, Any]) -> Model:
    """A model from the values of `line_weights.json`."""
    first = _features.names()
    return Model(
        line=_part(data, "line", first),
        title=_part(data, "title", _line_title.names()),
        again=_part(data, "again", (*first, *("second: " + n for n in _cohesion.names()))),
        change=float(data["change"]),
        shift=float(data["shift"]),
    )


def _part(data: Mapping[str, Any], name: str, features: Sequence[str]) -> Part:
    weights = data[name]["weights"]
    if list(weights) != list(features):
        odd = sorted(set(weights) ^ set(features))
        what = odd[0] if odd else "their order"
        raise TableError(f"line_weights.json, {name}, does not fit the features: {what}.")
    return Part(float(data[name]["bias"]), np.array(list(weights.values()), dtype=np.float64))
