"""An act as a relation sums it: what a number needs at hand, and the whole event behind it."""

from __future__ import annotations

import datetime as dt
import functools
import json
from dataclasses import dataclass, field

from dualtrack.coding import Event, event_of
from dualtrack.ontology import AHEAD

_SPEAKER = '"speaker":'
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Act:
    """One act: the fields that are summed and sorted by, and `event` with all its words.

    `reported` is the day of its first report; `on` and `until` are the first and the last day of
    the act; any may be None. `reports` and `articles` count what tells it. `state` is "standing"
    for all that is summed, else "rejected", "vanished" or "deleted". `judged` says that a person
    spoke of it.
    """

    id: str
    type: str
    mode: str | None
    status: str
    track: str | None
    intensity: float
    confidence: float
    reported: dt.date | None
    on: dt.date | None
    until: dt.date | None
    conditional: bool
    body: str | Event = field(repr=False)  # JSON, read only when somebody asks for the event
    state: str = "standing"
    judged: bool = False
    reports: int = 1
    articles: int = 1

    @classmethod
    def of(cls, event: Event) -> Act:
        """An event that stands for itself, told once."""
        return cls(
            event.id,
            event.type,
            event.mode,
            event.status,
            event.track,
            event.intensity,
            event.confidence,
            event.published,
            event.date.on,
            event.date.until,
            event.condition is not None,
            event,
        )

    @property
    def event(self) -> Event:
        """The event with every field; that of its first report, as judges left it."""
        return _read(self.body) if isinstance(self.body, str) else self.body

    @property
    def told(self) -> dt.date | None:
        """The day on which it was first reported, else that of the act."""
        return self.reported or self.on

    @property
    def day(self) -> dt.date | None:
        """The day it stands on in a list: that of the act, or of the report while it is open."""
        return self.told if self.status in AHEAD else self.on or self.reported

    @property
    def speaker(self) -> str | None:
        """Who vouches for it, as written; None where the writer does."""
        if isinstance(self.body, str) and (at := self.body.find(_SPEAKER)) >= 0:
            # Within JSON text a quote is escaped, so that this can only be the key. Thousands of
            # bodies are asked for their speaker alone, and reading all of them takes too long.
            at += len(_SPEAKER)
            at += len(self.body[at : at + 9]) - len(self.body[at : at + 9].lstrip())
            span, _ = _DECODER.raw_decode(self.body, at)
            return span["text"] if span else None
        return self.event.speaker.text if self.event.speaker else None


@functools.lru_cache(maxsize=4096)
def _read(body: str) -> Event:
    return event_of(json.loads(body))
