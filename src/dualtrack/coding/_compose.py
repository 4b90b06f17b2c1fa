"""One article's events, written out: spans, names, days, places, numbers and ids."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, replace

from dualtrack.actors import Gazetteer, Memory
from dualtrack.coding._article import settle
from dualtrack.coding._conditions import condition_kind
from dualtrack.coding._dates import date_of
from dualtrack.coding._decode import Candidate
from dualtrack.coding._event import CoderInfo, Condition, Event, Mention, Place, Span
from dualtrack.coding._identify import Names, cues_of
from dualtrack.coding._judge import Verdict
from dualtrack.coding._model import RoleScores, Settings
from dualtrack.coding._parties import Party, parties
from dualtrack.coding._quantities import quantities
from dualtrack.coding._roles import Found
from dualtrack.coding._sentences import sentences
from dualtrack.coding._windows import Window, field_of
from dualtrack.ontology import intensity, quad, track
from dualtrack.pages import Article


@dataclass(frozen=True, slots=True)
class Trigger:
    """A candidate in its window, and what the second pass says of it."""

    window: Window
    candidate: Candidate
    scores: RoleScores
    roles: dict[str, list[Found]]


class Composer:
    """What is known of one article while its events are written."""

    def __init__(self, article: Article, gazetteer: Gazetteer, info: CoderInfo) -> None:
        self._article = article
        self._gazetteer = gazetteer
        self._info = info
        self._on = article.published.day if article.published else None
        self._memory: Memory | None = None
        self._at: tuple[Window, Names] | None = None  # the window at hand, and who is who in it
        self._sentences: list[tuple[int, int]] | None = None

    def event(self, trigger: Trigger, verdict: Verdict, settings: Settings) -> Event:
        """One event from a judged trigger and its roles."""
        roles = trigger.roles
        names = self._window_names(trigger.window)
        actors, recipients = (
            self._side(names, trigger, role, settings) for role in ("actor", "recipient")
        )
        score = verdict.score * math.prod(party.chance for party in (*actors, *recipients))
        span = trigger.window.span(self._article, trigger.candidate.first, trigger.candidate.last)
        condition = _first(roles["condition"])
        place = _first(roles["location"])
        return Event(
            id=_event_id(self._article.id, verdict.kind, span),
            article=self._article.id,
            published=self._on,
            type=verdict.kind,
            mode=verdict.mode,
            quad=quad(verdict.kind),
            track=track(verdict.kind, verdict.mode),
            status=verdict.status,
            intensity=intensity(verdict.kind, verdict.mode),
            confidence=settings.confidence(score),
            trigger=span,
            actors=tuple(party.mention for party in actors),
            recipients=tuple(party.mention for party in recipients),
            speaker=_first(roles["speaker"]),
            condition=Condition(condition, condition_kind(condition.text)) if condition else None,
            location=Place(place, self._gazetteer.place(place.text, names.memory))
            if place
            else None,
            date=date_of(_first(roles["date"]), self._on, status=verdict.status),
            quantities=(),
            sentence=self._sentence(span),
            coder=self._info,
        )

    def finish(self, events: list[Event]) -> list[Event]:
        """The article's events in order, each number with its nearest act, each act told once."""
        events = sorted(events, key=lambda e: (e.trigger.start, e.trigger.end))
        by_sentence: dict[tuple[int, int], list[int]] = {}
        for i, event in enumerate(events):
            by_sentence.setdefault(event.sentence, []).append(i)
        for (start, end), members in by_sentence.items():
            for quantity in quantities(self._article.text, start, end):
                middle = quantity.span.start
                nearest = min(members, key=lambda i: abs(events[i].trigger.start - middle))
                event = events[nearest]
                events[nearest] = replace(event, quantities=(*event.quantities, quantity))
        return settle(events)

    def _window_names(self, window: Window) -> Names:
        if self._memory is None:
            self._memory = Memory(self._gazetteer)
            for part in (self._article.title, self._article.context, self._article.text):
                if part:
                    self._memory.read(part, self._on)
        if self._at is None or self._at[0] is not window:
            cues = cues_of(self._article, window, self._gazetteer, self._on)
            names = Names(self._gazetteer, self._memory, self._on, cues)
            self._at = (window, names)
        return self._at[1]

    def _side(self, names: Names, trigger: Trigger, role: str, settings: Settings) -> list[Party]:
        cues = trigger.scores.cues[:, ("actor", "recipient").index(role)]
        named: list[tuple[Mention, float]] = []
        for found in trigger.roles[role]:
            first, last = names.whole(found.first, found.last)
            grown = replace(found, span=trigger.window.span(self._article, first, last))
            named.append((names.mention(grown, cues, settings.cue_floor), found.chance))
        return parties(named, settings.role_floor[role], self._between)

    def _between(self, first: Span, second: Span) -> str:
        return field_of(self._article, first.where)[first.end : second.start]

    def _sentence(self, span: Span) -> tuple[int, int]:
        if self._sentences is None:
            self._sentences = [
                (p.start + a, p.start + b)
                for p in self._article.paragraphs
                for a, b in sentences(self._article.text[p.start : p.end])
            ]
        for start, end in self._sentences:
            if start <= span.start < end:
                return start, max(end, span.end)
        return span.start, span.end


def _first(found: list[Found]) -> Span | None:
    return found[0].span if found else None


def _event_id(article: str, kind: str, span: Span) -> str:
    key = f"{article}|{kind}|{span.start}|{span.end}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
