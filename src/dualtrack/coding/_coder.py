"""The coder: articles in, events out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from dualtrack._version import __version__
from dualtrack.actors import Gazetteer, Memory
from dualtrack.coding._conditions import condition_kind
from dualtrack.coding._dates import date_of
from dualtrack.coding._decode import Candidate, trigger_candidates
from dualtrack.coding._event import CoderInfo, Condition, Event, Mention, Place, Span
from dualtrack.coding._identify import Names, cues_of
from dualtrack.coding._judge import Verdict, judge
from dualtrack.coding._model import Model, RoleScores, shipped_model
from dualtrack.coding._pieces import mark
from dualtrack.coding._quantities import quantities
from dualtrack.coding._roles import Found, roles_of
from dualtrack.coding._sentences import sentences
from dualtrack.coding._windows import Window, text_words, windows
from dualtrack.ontology import intensity, quad, track
from dualtrack.pages import Article, article_of

CODEBOOK = "1"
LANGUAGE = "en"
CHUNK = 16  # articles whose windows share batches


@dataclass(frozen=True, slots=True)
class NotCoded:
    """An article that was read and not coded, and why; `reason` is a short word for counting."""

    reason: str
    message: str


@dataclass(slots=True)
class _Trigger:
    article: Article
    window: Window
    candidate: Candidate


class Coder:
    """Finds the events of English news text. Loads the shipped model unless given a folder.

    `threads` is for one process; several processes scale better than several threads.
    Raises `ModelError` if the model cannot be loaded.
    """

    def __init__(self, model: Path | str | None = None, threads: int = 1) -> None:
        self._model = Model(Path(model), threads) if model else shipped_model(threads)
        self._gazetteer = Gazetteer.load()
        self.info = CoderInfo(__version__, self._model.digest, CODEBOOK)
        self.settings = self._model.settings  # thresholds and calibration; training tunes them

    def code(
        self,
        article: Article | str,
        *,
        published: str | dt.date | None = None,
        title: str | None = None,
        context: str | None = None,
    ) -> list[Event]:
        """The events of one article, or of a text, in the order of their triggers.

        The keywords are for a text: its day (ISO 8601), its headline, and what stood before it.
        A text that is said to be in another language than English has no events here.
        """
        if isinstance(article, str):
            article = _bare(article, published, title, context)
        _, events = next(self.code_many([article]))
        return [] if isinstance(events, NotCoded) else events

    def code_many(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, list[Event] | NotCoded]]:
        """Each article with its events, in order; or with the reason why it was not coded.

        Articles are taken in small groups, so that windows of like length share a batch.
        """
        source = iter(articles)
        while group := list(islice(source, CHUNK)):
            good = [a for a in group if refusal(a) is None]
            coded = dict(zip(map(id, good), self._group(good), strict=True))
            for article in group:
                refused = refusal(article)
                yield article, refused if refused else coded[id(article)]

    def _group(self, articles: list[Article]) -> list[list[Event]]:
        settings = self.settings
        pairs = [(a, w) for a in articles for w in windows(a, self._model.pieces)]
        texts = [text_words(w) for _, w in pairs]
        chances = self._model.triggers(
            [
                (w.encoded.ids, w.encoded.types, [w.encoded.word_piece[i] for i in words])
                for (_, w), words in zip(pairs, texts, strict=True)
            ]
        )
        triggers = [
            _Trigger(a, w, replace(c, first=c.first + words[0], last=c.last + words[0]))
            for (a, w), words, scores in zip(pairs, texts, chances, strict=True)
            for c in trigger_candidates(scores, settings.floor)
        ]
        scored = self._model.roles(
            [mark(t.window.encoded, t.candidate.first, t.candidate.last) for t in triggers]
        )
        out: dict[int, list[Event]] = {id(a): [] for a in articles}
        desks = {id(a): _Desk(a, self._gazetteer, self.info) for a in articles}
        for trigger, scores in zip(triggers, scored, strict=True):
            roles = roles_of(trigger.article, trigger.window, scores, settings)
            verdict = judge(trigger.candidate, scores, roles, settings)
            if verdict.keep:
                desk = desks[id(trigger.article)]
                out[id(trigger.article)].append(
                    desk.event(trigger, scores, roles, verdict, settings.cue_floor)
                )
        return [desks[id(a)].finish(out[id(a)]) for a in articles]


def refusal(article: Article) -> NotCoded | None:
    """Why this article cannot be coded, or None if it can."""
    if article.language not in (None, LANGUAGE):
        return NotCoded(
            "language",
            f"The page is in another language ({article.language}); only English is coded.",
        )
    return None


def _bare(
    text: str, published: str | dt.date | None, title: str | None, context: str | None
) -> Article:
    day = published.isoformat() if isinstance(published, dt.date) else published
    record = {"text": text, "published": day, "title": title, "context": context}
    return article_of(record, "The text", origin=None)


class _Desk:
    """What is known of one article while its events are written."""

    def __init__(self, article: Article, gazetteer: Gazetteer, info: CoderInfo) -> None:
        self._article = article
        self._gazetteer = gazetteer
        self._info = info
        self._on = article.published.day if article.published else None
        self._memory: Memory | None = None
        self._names: dict[int, Names] = {}
        self._sentences: list[tuple[int, int]] | None = None

    def event(
        self,
        trigger: _Trigger,
        scores: RoleScores,
        roles: dict[str, list[Found]],
        verdict: Verdict,
        cue_floor: float,
    ) -> Event:
        """One event from a judged trigger and its roles."""
        names = self._window_names(trigger.window)
        actors = self._mentions(names, roles["actor"], scores, 0, cue_floor)
        recipients = self._mentions(names, roles["recipient"], scores, 1, cue_floor)
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
            confidence=verdict.confidence,
            trigger=span,
            actors=actors,
            recipients=recipients,
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
        """The events in the order of their triggers, each number with its nearest act."""
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
        return events

    def _window_names(self, window: Window) -> Names:
        if self._memory is None:
            self._memory = Memory(self._gazetteer)
            for part in (self._article.title, self._article.context, self._article.text):
                if part:
                    self._memory.read(part, self._on)
        key = id(window)
        if key not in self._names:
            cues = cues_of(self._article, window, self._gazetteer, self._on)
            self._names[key] = Names(self._gazetteer, self._memory, self._on, cues)
        return self._names[key]

    @staticmethod
    def _mentions(
        names: Names, found: list[Found], scores: RoleScores, side: int, floor: float
    ) -> tuple[Mention, ...]:
        return tuple(names.mention(f, scores.cues[:, side], floor) for f in found)

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
