"""What one article has said so far: nations named, people introduced."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from dualtrack.actors._actor import Actor
from dualtrack.actors._gazetteer import Gazetteer
from dualtrack.actors._introduced import introduced
from dualtrack.actors._words import compose, fold

# An end mark with a space and a capital behind it, unless a short word stands before it (Mr., U.S.).
_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.!?][\"')]*\s+(?=[\"'(]?[A-Z0-9])|\n+")
_FAMILY_FIRST = frozenset({"CHN", "TWN", "PRK", "KOR", "VNM", "SGP", "HKG", "KHM", "MMR", "JPN"})
_LATE = frozenset({"Jr", "Sr", "II", "III", "IV", "XVI", "VI"})


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    country: str


class Memory:
    """What an article has said. `read` its parts in order: title, context, text."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer or Gazetteer.load()
        self.countries: Counter[str] = Counter()  # countries named, and how often
        self._people: dict[str, Actor | None] = {}  # full name or surname; None: several bear it
        self._text = ""
        self._cues: list[_Cue] = []
        self._bounds: list[int] = [0]
        self._earlier: Counter[str] = Counter()

    def read(self, text: str, on: dt.date | None = None) -> None:
        """Reads a further text; places (`start`) then count in this one."""
        self._earlier = Counter(self.countries)
        self._text = fold(text)
        self._bounds = [0, *(m.end() for m in _END.finditer(self._text))]
        found = self._gazetteer.find(text, on)
        self._cues = [
            _Cue(hit.start, hit.end, hit.actor.country) for hit in found if hit.actor.country
        ]
        self.countries.update(cue.country for cue in self._cues)
        for hit in found:
            if hit.actor.kind == "person":
                self._learn(self._text[hit.start : hit.end], hit.actor)
        for name, actor, start in introduced(self._gazetteer, self._text, found, self._bounds):
            if actor.country is None and actor.sector not in {None, "IGO"}:
                actor = Actor(actor.name, self.nation_for(start), actor.sector, "person")  # noqa: PLW2901
            self._learn(name, actor)

    def _learn(self, name: str, actor: Actor) -> None:
        words = fold(name).split()
        while len(words) > 2 and words[-1].strip(".") in _LATE:
            words.pop()
        keys = {" ".join(words), words[-1]}
        if "-" in words[-1]:
            keys.add(words[-1].split("-", 1)[1])
        if len(words) > 2:
            keys.add(" ".join(words[-2:]))
        if actor.country in _FAMILY_FIRST:
            keys.add(words[0])
        for key in keys:
            flat = key.replace("-", " ")
            held = self._people.get(flat, actor)
            same = held is not None and (held.name == actor.name or held.country == actor.country)
            self._people[flat] = held if same else None

    def person(self, name: list[str]) -> Actor | None:
        """The person the article introduced under this full name or surname, or None."""
        if not name:
            return None
        held = self._people.get(" ".join(name))
        if held is None and len(name) > 1 and all(word[:1].isupper() for word in name):
            held = None
        return held

    def locate(self, mention: str) -> int | None:
        """Where a mention first stands in the text read last, or None."""
        place = self._text.find(fold(mention))
        return place if place >= 0 else None

    def sentence(self, start: int) -> tuple[int, int]:
        """The sentence around a place of the text read last."""
        number = bisect_right(self._bounds, start) - 1
        end = self._bounds[number + 1] if number + 1 < len(self._bounds) else len(self._text)
        return self._bounds[number], end

    def nation_for(self, start: int) -> str | None:
        """The country of a bare "the ministry" at a place of the text read last.

        It is the one country named in its sentence; where that names none, the one named in the
        nearest sentence before that names any, else in the next after; None where several are.
        """
        begin, end = self.sentence(start)
        here = {cue.country for cue in self._cues if begin <= cue.start < end}
        if here:
            return here.pop() if len(here) == 1 else None
        before = [cue for cue in self._cues if cue.start < begin]
        if before:
            first, last = self.sentence(before[-1].start)
            near = {cue.country for cue in before if first <= cue.start < last}
            return near.pop() if len(near) == 1 else None
        if len(self._earlier) == 1:
            return next(iter(self._earlier))
        after = {cue.country for cue in self._cues}
        return after.pop() if len(after) == 1 and not self._earlier else None
