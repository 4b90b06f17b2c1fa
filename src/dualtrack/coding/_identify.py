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
# Of persons the words tell better: a table knows an office, the text who acts in which part.
_OWN_SECTOR = frozenset({"organisation", "group", "agency"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A name in the window that the tables know: its words, and its country if it has one."""

    first: int
    last: int
    country: str | None


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

    def whole(self, first: int, last: int) -> tuple[int, int]:
        """The words of the known name that some words are part of; else the words themselves."""
        for cue in self.cues:
            if cue.first <= first and last <= cue.last:
                return cue.first, cue.last
        return first, last

    def _cue(self, scores: Floats, floor: float) -> str | None:
        chances = [
            (float(np.max(scores[c.first : c.last + 1])), c.country) for c in self.cues if c.country
        ]
        best, country = max(chances, default=(0.0, None))
        return country if best >= floor else None


def _sector(actor: Actor, found: Found) -> str:
    if actor.sector and actor.kind in _OWN_SECTOR:
        return actor.sector
    return found.sector


def cues_of(
    article: Article, window: Window, gazetteer: Gazetteer, on: dt.date | None
) -> list[Cue]:
    """The names in a window that the tables know."""
    encoded = window.encoded
    out: list[Cue] = []
    for number, part in enumerate(window.parts):
        words = encoded.segment(number)
        if not words:
            continue
        begin, end = encoded.word_start[words[0]], encoded.word_end[words[-1]]
        source = field_of(article, part.where)[part.offset + begin : part.offset + end]
        for found in gazetteer.find(source, on):
            inside = encoded.words_at(number, found.start + begin, found.end + begin)
            if inside:
                out.append(Cue(*inside, found.actor.country))
    return out
