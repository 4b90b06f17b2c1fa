"""Weighs the countries an article names: which one does a bare "officials" belong to?

The weights are data (`tables/context_weights.tsv`), fitted by `scripts/fit_context.py` on labelled
mentions: a multinomial logit over the countries named and the answer "none of them".
"""

from __future__ import annotations

import functools
import math
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dualtrack._errors import TableError
from dualtrack.actors._tables import TABLES, rows

_IN = re.compile(
    r"\b(?:in|at|near|across|outside|inside|around|within|throughout) (?:[a-z-]+ ){0,3}$"
)
_AGAINST = re.compile(
    r"\b(?:against|to|with|by|on|into|over|at|towards?|between|attacked|told|accused|for) "
    r"(?:the |[a-z-]+ )?$"
)
_GROUPS = {
    "GOV": "gov",
    "MIL": "mil",
    "SPY": "mil",
    "REB": "reb",
    "CRM": "reb",
    "COP": "law",
    "JUD": "law",
    "LEG": "gov",
    "PTY": "gov",
    "REF": "ref",
    "IGO": "ref",
    None: "name",
    "UNK": "name",
}
_OTHER = "civ"
NONE = "no country"
_SURE = 0.42  # below this likelihood a country is not said


@dataclass(frozen=True, slots=True)
class Cue:
    """A place of a text that names a country: `text[start:end]`."""

    start: int
    end: int
    country: str
    kind: str


@dataclass(slots=True)
class Scene:
    """A folded text, its cues and sentence bounds, and the countries of what was read before."""

    text: str
    cues: list[Cue]
    bounds: list[int]
    earlier: Counter[str]

    def sentence(self, place: int) -> int:
        """The number of the sentence a place lies in."""
        return bisect_right(self.bounds, place) - 1

    def features(self, start: int) -> dict[str, set[str]]:
        """What speaks for each country at a place: names of the features that hold."""
        number = self.sentence(start)
        out: dict[str, set[str]] = {}
        count = Counter(self.earlier)
        count.update(cue.country for cue in self.cues)
        for country in count:
            out[country] = set()
        self._by_place(out, start, number)
        self._by_count(out, count)
        named = {c for c, holds in out.items() if "sentence" in holds}
        if len(named) == 1:
            out[next(iter(named))].add("only in sentence")
        if len(out) == 1:
            out[next(iter(out))].add("only in article")
        return out

    def _by_place(self, out: dict[str, set[str]], start: int, number: int) -> None:
        before: list[Cue] = []
        after: list[Cue] = []
        for cue in self.cues:
            gap = self.sentence(cue.start) - number
            holds = out[cue.country]
            if gap == 0:
                holds.add("sentence")
                (before if cue.start < start else after).append(cue)
                left = self.text[max(0, cue.start - 30) : cue.start]
                side = "before" if cue.start < start else "after"
                holds.add(side)
                if _IN.search(left):
                    holds.add(f"in, {side}")
                elif _AGAINST.search(left):
                    holds.add(f"to, {side}")
                if self.text.startswith("'", cue.end):
                    holds.add(f"owner, {side}")
                holds.add(f"{cue.kind}, {side}")
            elif gap == -1:
                holds.add("sentence before")
            elif gap == 1:
                holds.add("sentence after")
        if before:
            out[before[-1].country].add("nearest before")
            out[before[0].country].add("first of sentence")
            if start - before[-1].end < 25:
                out[before[-1].country].add("close before")
        elif after:
            out[after[0].country].add("nearest after")
            if after[0].start - start < 40:
                out[after[0].country].add("close after")

    def _by_count(self, out: dict[str, set[str]], count: Counter[str]) -> None:
        top = count.most_common(2)
        if top and (len(top) == 1 or top[0][1] > top[1][1]):
            out[top[0][0]].add("most named")
        for country in self.earlier:
            out[country].add("earlier")
        if self.earlier:
            out[self.earlier.most_common(1)[0][0]].add("most named earlier")
        first = next(iter(self.earlier), None) or (self.cues[0].country if self.cues else None)
        if first is not None:
            out[first].add("first of article")
        for country, times in count.items():
            if times > 2:
                out[country].add("named often")


def group(sector: str | None) -> str:
    """The group of sectors that share weights."""
    return _GROUPS.get(sector, _OTHER)


class Weights:
    """The fitted weights: feature and sector group to a number."""

    def __init__(self, folder: Path = TABLES) -> None:
        self._weights: dict[tuple[str, str], float] = {}
        for name, where, value in rows(
            "context_weights.tsv", ("feature", "group", "weight"), folder
        ):
            try:
                self._weights[name, where] = float(value)
            except ValueError as error:
                raise TableError(f"context_weights.tsv: {value!r} is no number.") from error

    @classmethod
    def load(cls) -> Weights:
        """The shipped weights, read once in a process."""
        return _shipped()

    def score(self, holds: set[str], sector: str | None) -> float:
        """The sum of the weights of the features that hold, the general and the group's own."""
        own = group(sector)
        get = self._weights.get
        return sum(get((name, "all"), 0.0) + get((name, own), 0.0) for name in holds)

    def choose(self, scene: Scene, start: int, sector: str | None, word: str = "") -> str | None:
        """The most likely country at a place, or None where none is likely enough.

        `word` is the last word of the mention in lower case: "migrants" have seldom a country.
        """
        features = scene.features(start)
        if not features:
            return None
        scores = {country: self.score(holds, sector) for country, holds in features.items()}
        none = self.score({NONE, f"word {word}"}, sector)
        best = max(scores, key=lambda country: scores[country])
        peak = max(scores[best], none)
        total = sum(math.exp(s - peak) for s in scores.values()) + math.exp(none - peak)
        return best if math.exp(scores[best] - peak) / total >= _SURE else None


@functools.cache
def _shipped() -> Weights:
    return Weights()
