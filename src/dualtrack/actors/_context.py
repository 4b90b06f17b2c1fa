"""Weighs the countries an article names: which one does a bare "officials" belong to?

The weights are data (`tables/context_weights.tsv`), fitted by `scripts/fit_context.py` on labelled
mentions: a multinomial logit over the countries named and the answer "none of them".
"""

from __future__ import annotations

import functools
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from dualtrack._errors import TableError
from dualtrack.actors._tables import TABLES, rows

_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near|across|outside|inside|around|within|throughout) (?:[a-z-]+ ){0,3}$"
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
_STEM = 6  # letters that two words must share: minister, ministry
_PHRASE = re.compile(r"(?:'s)?(?: (?!and |in |to |on )[\w'-]+){1,4}")
_RECALLED = frozenset({"silent: strict", "same word"})
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
    count: Counter[str] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [cue.start for cue in self.cues]
        self.count = Counter(self.earlier)
        self.count.update(cue.country for cue in self.cues)

    def sentence(self, place: int) -> int:
        """The number of the sentence a place lies in."""
        return bisect_right(self.bounds, place) - 1

    def features(self, start: int, word: str = "") -> dict[str, set[str]]:
        """What speaks for each country at a place: names of the features that hold.

        `word` is the last word of the mention in lower case: "the ministry" recalls "the Russian
        foreign minister" wherever it stood.
        """
        number = self.sentence(start)
        out: dict[str, set[str]] = {}
        for country in self.count:
            out[country] = set()
        self._by_place(out, start, number)
        self._by_count(out)
        if word:
            self._by_word(out, start, word[:_STEM])
        named = {c for c, holds in out.items() if "sentence" in holds}
        if len(named) == 1:
            out[next(iter(named))].add("only in sentence")
        if len(out) == 1:
            out[next(iter(out))].add("only in article")
        if not named:
            for holds in out.values():
                holds.update([f"silent: {name}" for name in holds])
        strict = self.strict(start)
        if strict is not None:
            out[strict].add("silent: strict" if not named else "strict")
        return out

    def strict(self, start: int) -> str | None:
        """See `Memory.nation_for`."""
        number = self.sentence(start)
        begin = self.bounds[number]
        end = self.bounds[number + 1] if number + 1 < len(self.bounds) else len(self.text) + 1
        low, high = bisect_left(self.starts, begin), bisect_left(self.starts, end)
        here = {cue.country for cue in self.cues[low:high]}
        if not here and low:
            begin = self.bounds[self.sentence(self.starts[low - 1])]
            here = {cue.country for cue in self.cues[bisect_left(self.starts, begin) : low]}
        elif not here:
            here = set(self.earlier or self.count)
        return here.pop() if len(here) == 1 else None

    def _near(self, number: int) -> list[Cue]:
        """The cues of a sentence and of those beside it."""
        bounds = self.bounds
        begin = bounds[max(0, number - 1)]
        end = bounds[number + 2] if number + 2 < len(bounds) else len(self.text) + 1
        return self.cues[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]

    def _by_place(self, out: dict[str, set[str]], start: int, number: int) -> None:
        before: list[Cue] = []
        after: list[Cue] = []
        for cue in self._near(number):
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

    def _by_word(self, out: dict[str, set[str]], start: int, stem: str) -> None:
        """The nation that last stood before the same word."""
        last = bisect_left(self.starts, start)
        for cue in reversed(self.cues[max(0, last - 40) : last]):
            following = _PHRASE.match(self.text, cue.end)
            if following and any(w.startswith(stem) for w in following.group().lower().split()):
                out[cue.country].add("same word")
                return

    def _by_count(self, out: dict[str, set[str]]) -> None:
        top = self.count.most_common(2)
        if top and (len(top) == 1 or top[0][1] > top[1][1]):
            out[top[0][0]].add("most named")
        for country in self.earlier:
            out[country].add("earlier")
        if self.earlier:
            out[self.earlier.most_common(1)[0][0]].add("most named earlier")
        first = next(iter(self.earlier), None) or (self.cues[0].country if self.cues else None)
        if first is not None:
            out[first].add("first of article")
        for country, times in self.count.items():
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
        features = scene.features(start, word)
        if not features:
            return None
        for country, holds in features.items():
            # "The Russian foreign minister left. The ministry ...": two rules say the same.
            if holds >= _RECALLED:
                return country
        scores = {country: self.score(holds, sector) for country, holds in features.items()}
        none = self.score({NONE, f"word {word}"}, sector)
        best = max(scores, key=lambda country: scores[country])
        peak = max(scores[best], none)
        total = sum(math.exp(s - peak) for s in scores.values()) + math.exp(none - peak)
        return best if math.exp(scores[best] - peak) / total >= _SURE else None


@functools.cache
def _shipped() -> Weights:
    return Weights()
