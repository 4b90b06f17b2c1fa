"""What one article has said so far: nations named, people introduced."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from dualtrack.actors._actor import Actor
from dualtrack.actors._context import Cue, Scene, Weights
from dualtrack.actors._gazetteer import Gazetteer
from dualtrack.actors._introduced import introduced
from dualtrack.actors._phrase import for_others
from dualtrack.actors._words import fold

# An end mark with a space and a capital behind it, unless a short word (Mr., U.S.) stands before.
_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.!?][\"')]*\s+(?=[\"'(]?[A-Z0-9])|\n+"
)
_FAMILY_FIRST = frozenset({"CHN", "TWN", "PRK", "KOR", "VNM", "SGP", "HKG", "KHM", "MMR", "JPN"})
_LATE = frozenset({"Jr", "Sr", "II", "III", "IV", "XVI", "VI"})


class Memory:
    """What an article has said. `read` its parts in order: title, context, text."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer or Gazetteer.load()
        self.countries: Counter[str] = Counter()  # countries named, and how often
        self._people: dict[str, Actor | None] = {}  # full name or surname; None: several bear it
        self._text = ""
        self.scene = Scene("", [], [0], Counter())

    def read(self, text: str, on: dt.date | None = None) -> None:
        """Reads a further text; places (`start`) then count in this one."""
        earlier = Counter(self.countries)
        self._text = fold(text)
        bounds = [0, *(m.end() for m in _END.finditer(self._text))]
        found = self._gazetteer.find(text, on)
        cues = [
            Cue(hit.start, hit.end, hit.actor.country, hit.actor.kind)
            for hit in found
            if hit.actor.country
            and not for_others(self._text, hit.start, hit.end)
            and not self._gazetteer.is_loose(self._text[hit.start : hit.end])
        ]
        self.scene = Scene(self._text, cues, bounds, earlier)
        self.countries.update(cue.country for cue in cues)
        for hit in found:
            if hit.actor.kind == "person":
                self._learn(self._text[hit.start : hit.end], hit.actor)
        for person in introduced(self._gazetteer, self._text, found):
            actor = person.actor()
            if not person.settled and actor.sector != "IGO":
                country = self.likely(person.start, actor.sector)
                actor = Actor(actor.name, country, actor.sector, "person")
            self._learn(person.name, actor)

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
            flat = _flat(key)
            held = self._people.get(flat, actor)
            same = held is not None and (held.name == actor.name or held.country == actor.country)
            self._people[flat] = held if same else None

    def person(self, name: str) -> Actor | None:
        """The person the article introduced under this full name or surname, or None."""
        return self._people.get(_flat(fold(name)))

    def locate(self, mention: str) -> int | None:
        """Where a mention first stands in the text read last, or None."""
        place = self._text.find(fold(mention))
        return place if place >= 0 else None

    def nation_for(self, start: int) -> str | None:
        """The country of a bare "the ministry" at a place of the text read last.

        It is the one country named in its sentence; where that names none, the one named in the
        nearest sentence before that names any; where nothing was named before, the one country
        of the texts read earlier, else of the whole text. None where several come into question.
        """
        return self.scene.strict(start)

    def likely(self, start: int, sector: str | None, word: str = "") -> str | None:
        """The country a bare mention of a sector (and last word) most likely belongs to, or None.

        It weighs all countries the article names by where they stand; see `_context`. None where
        no country is likely enough.
        """
        return Weights.load().choose(self.scene, start, sector, word)


def _flat(name: str) -> str:
    return " ".join(name.replace("-", " ").replace(".", " ").split())
