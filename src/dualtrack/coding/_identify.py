"""Who a mention is: by the tables first, then by the words it takes its country from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.actors import Actor, Gazetteer, Memory
from dualtrack.coding._event import Mention
from dualtrack.coding._model import Floats
from dualtrack.coding._roles import Found
from dualtrack.coding._windows import Window, field_of
from dualtrack.pages import Article

# Kinds that the tables settle without a country: "the UN", "European leaders".
_STATELESS = frozenset({"organisation", "group", "region"})
_OWN_SECTOR = frozenset({"organisation", "group", "person", "agency"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A place in the window that names a country: its words and the country."""

    first: int
    last: int
    country: str


@dataclass(slots=True)
class Names:
    """What the tables find in one window, and what the article has said so far."""

    gazetteer: Gazetteer
    memory: Memory
    on: dt.date | None
    cues: Sequence[Cue]

    def mention(self, found: Found, scores: Floats, floor: float) -> Mention:
        """Name, country and sector of a found span; unknown stays None.

        `scores` [words] are the chances that a word gives this side's bare mentions their
        country; below `floor` none does.
        """
        start = found.span.start if found.span.where == "text" else None
        actor = self.gazetteer.resolve(found.span.text, self.on, self.memory, start)
        country = actor.country
        if country is None and actor.kind not in _STATELESS:
            country = self._cue(scores, floor)
        return Mention(found.span, actor.name or None, country, _sector(actor, found))

    def _cue(self, scores: Floats, floor: float) -> str | None:
        chances = [float(np.max(scores[c.first : c.last + 1])) for c in self.cues]
        if not chances or max(chances) < floor:
            return None
        return self.cues[int(np.argmax(chances))].country


def _sector(actor: Actor, found: Found) -> str:
    if actor.sector and actor.kind in _OWN_SECTOR:
        return actor.sector
    return found.sector


def cues_of(
    article: Article, window: Window, gazetteer: Gazetteer, on: dt.date | None
) -> list[Cue]:
    """The places in a window where a country is named, as the tables see it."""
    encoded = window.encoded
    out: list[Cue] = []
    for number, part in enumerate(window.parts):
        words = [i for i, s in enumerate(encoded.word_segment) if s == number]
        if not words:
            continue
        begin, end = encoded.word_start[words[0]], encoded.word_end[words[-1]]
        source = field_of(article, part.where)[part.offset + begin : part.offset + end]
        for found in gazetteer.find(source, on):
            inside = [
                i
                for i in words
                if encoded.word_start[i] < found.end + begin
                and encoded.word_end[i] > found.start + begin
            ]
            if inside and found.actor.country:
                out.append(Cue(inside[0], inside[-1], found.actor.country))
    return out
