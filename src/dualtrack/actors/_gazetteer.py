"""Everybody the tables know: names in a text, what a mention is, where a place lies."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from dualtrack.actors._actor import Actor, Found
from dualtrack.actors._choose import choose
from dualtrack.actors._load import Data, load
from dualtrack.actors._phrase import TITLES
from dualtrack.actors._place import place_of
from dualtrack.actors._resolve import resolve
from dualtrack.actors._roles import Roles
from dualtrack.actors._tables import TABLES, word_list
from dualtrack.actors._words import compose, fold, key_of

if TYPE_CHECKING:
    from dualtrack.actors._memory import Memory

_PLACES = frozenset({"country", "capital", "city", "region"})


class Gazetteer:
    """The tables of names, with their look-ups. Use `Gazetteer.load()`; it is made once."""

    def __init__(self, folder: Path = TABLES) -> None:
        self._data: Data = load(folder)
        self.roles = Roles(folder)

    @classmethod
    def load(cls) -> Gazetteer:
        """The gazetteer of the shipped tables, read once in a process."""
        return _shipped()

    def find(self, text: str, on: dt.date | None = None) -> list[Found]:
        """All known names in a text, in order, the longest at each place.

        Offsets are code points into `text` as given. Names held by dated rows are taken as they
        stood on the day `on`.
        """
        clean, places = compose(text)
        folded = fold(clean)
        found = []
        for start, end, number in self._data.running.find(folded):
            actor = choose(self._data.entries[number], on)
            if actor.kind in _PLACES and (
                _after_title(folded, start)
                or (folded[start:end] in self._data.surnames and _after_name(folded, start))
            ):
                continue
            if places is not None:
                start, end = places[start], places[end - 1] + 1  # noqa: PLW2901
            found.append(Found(start, end, actor))
        return found

    def exact(self, name: str, on: dt.date | None = None, stopped: bool = True) -> Actor | None:
        """Who a name is that is written exactly so, or None."""
        number = self._data.running.get(name)
        if number is None and stopped:
            number = self._data.stopped.get(name)
        return None if number is None else choose(self._data.entries[number], on)

    def resolve(
        self,
        mention: str,
        on: dt.date | None = None,
        memory: Memory | None = None,
        start: int | None = None,
    ) -> Actor:
        """Who a mention as written is: name, country, sector; each None where unknown.

        `memory` is what the article has said; `start` is where the mention stands in the text
        the memory read last (without it, its first occurrence there is taken). A mention of
        more than 400 code points names nobody: its kind is "unknown".
        """
        return resolve(self, mention, on, memory, start)

    def place(self, text: str, memory: Memory | None = None) -> str | None:
        """The country (ISO3) a location as written lies in, or None where unknown or shared."""
        return place_of(self, text, memory)

    def surname(self, name: str, on: dt.date | None = None) -> Actor | None:
        """The one person of the tables with this surname, on a day; None if there are several."""
        numbers = self._surnames.get(fold(name))
        if not numbers:
            return None
        entries = [self._data.entries[number] for number in numbers]
        if on is not None:
            entries = [rows for rows in entries if any(row.holds(on) for row in rows)] or entries
        if len(entries) == 1:
            return choose(entries[0], on)
        return None

    @functools.cached_property
    def _surnames(self) -> dict[str, list[int]]:
        out: dict[str, list[int]] = defaultdict(list)
        for name, number in self._data.people.items():
            words = fold(name).split()
            if len(words) > 1:
                out[words[-1]].append(number)
                if "-" in words[-1]:
                    out[words[-1].split("-", 1)[1]].append(number)
        return dict(out)

    def stands_for(self, name: str, memory: Memory | None) -> Actor | None:
        """Whom a place's name means when it acts ("Brussels", "the North"), or None."""
        needs, actor = self._data.metonyms.get(name, ("", None))
        named = needs is None or (memory is not None and needs in memory.countries)
        return actor if named else None

    def candidates(self, name: str) -> tuple[str, ...]:
        """The countries an ambiguous place may lie in, largest place first; else empty."""
        return self._data.candidates.get(fold(name), ())

    def is_loose(self, name: str) -> bool:
        """Whether several countries have a body of this name, as "Senate"."""
        return name in self._data.loose

    def is_wide(self, actor: Actor) -> bool:
        """Whether a region is wider than one country."""
        return actor.country is None and actor.name in self._data.wide

    def country_name(self, iso3: str) -> str | None:
        """The name of a country by its ISO3 code."""
        return self._data.country_names.get(iso3)

    def knows(self, name: str) -> bool:
        """Whether any table holds this very name."""
        return key_of(name) in self._data.running.values


@functools.cache
def _shipped() -> Gazetteer:
    return Gazetteer()


_PERSONAL = TITLES - {"president", "premier", "king", "queen", "minister", "secretary"} - {"st"}


def _after_title(text: str, start: int) -> bool:
    """Whether a title such as Mr stands before a name: then it is a person's, not a place's."""
    before = text[max(0, start - 12) : start].rstrip(" .")
    word = before.rpartition(" ")[2].lower()
    return bool(word) and word in _PERSONAL and text[start - 1 : start] == " "


_GIVEN = re.compile(r"(?:^|[\s\"'(])([A-Z][a-z]+|[A-Z]\.) $")
_NO_GIVEN = word_list("no_given")


def _after_name(text: str, start: int) -> bool:
    """Whether a capitalised word that may be a given name stands before a place's name."""
    match = _GIVEN.search(text[max(0, start - 16) : start])
    return match is not None and match.group(1).lower() not in _NO_GIVEN
