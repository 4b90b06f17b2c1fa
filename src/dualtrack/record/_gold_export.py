"""Judged articles as labelled lines, in the form that the coder is trained and measured on.

One line a paragraph, read after its context: the title (or the context that the article came
with) and the paragraph before, and any earlier paragraph whose words an event there needs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from dualtrack.coding import Event, Span
from dualtrack.pages import Article, Paragraph
from dualtrack.record._case import Case
from dualtrack.record._find import articles_of
from dualtrack.record._judge_add import newest, reading
from dualtrack.record._judgements import Judgement, read_all, standing
from dualtrack.record._tables import DELETIONS

_JOINT = " … "


@dataclass(slots=True)
class Gold:
    """Labelled lines, with counts.

    `skipped` counts articles that somebody judged and that are not among the lines: "deleted",
    "changed" (the page has a newer version), "unjudged" (a report of it nobody judged) and "not
    done" (nobody said that it is done). `lost` counts words of fields (by field) that stand
    neither in their event's paragraph nor before it.
    """

    lines: list[dict[str, Any]] = field(default_factory=list)
    articles: int = 0
    events: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)


def gold(connection: Connection, *, judged: bool = False) -> Gold:
    """The labelled lines of all articles that count as judged, in the order of their ids.

    Those are the ones that a judge said are done, in their newest version. With `judged` also
    those whose every standing report somebody judged, one at least; what nobody looked for is
    then labelled as no event. Rejected events are left out, changed and added ones are in.
    """
    out = Gold()
    done, spoken_of = _judged_articles(connection)
    gone = set(connection.execute(select(DELETIONS.c.article)).scalars())
    used: set[str] = set()
    for article in sorted(spoken_of):
        if article in gone:
            out.skipped["deleted"] += 1
            continue
        version, cases = reading(connection, article)
        why = _unfit(version, cases, done.get(article), judged)
        if why:
            out.skipped[why] += 1
            continue
        _, page = newest(connection, article)
        kept = [case.event for case in cases if case.said == "accepted"]
        name = page.id if page.id not in used else article
        used.add(name)
        lines = list(_lines(name, page, kept, out.lost))
        out.articles += 1
        out.events += sum(len(line["events"]) for line in lines)
        out.lines += lines
    return out


def _judged_articles(connection: Connection) -> tuple[dict[str, str], set[str]]:
    """The version in which each article was said to be done; and all articles judged at all."""
    said: Sequence[Judgement] = standing(connection, read_all(connection))
    done = {one.target: str(one.after) for one in said if one.action == "done"}
    reports = {one.target for one in said if one.action not in ("done", "add")}
    added = {one.target for one in said if one.action == "add"}
    return done, set(done) | added | set(articles_of(connection, reports).values())


def _unfit(version: str, cases: Sequence[Case], done: str | None, judged: bool) -> str | None:
    if any(case.said is None for case in cases):
        return "unjudged"
    if done == version or (judged and cases):
        return None
    return "changed" if done else "not done"


def _lines(
    name: str, page: Article, events: Iterable[Event], lost: Counter[str]
) -> Iterator[dict[str, Any]]:
    paragraphs = page.paragraphs or (Paragraph(0, len(page.text)),)
    told = [(span, event) for event in events for span in (event.trigger, *event.also)]
    told.sort(key=lambda one: (one[0].start, one[0].end))
    before: Paragraph | None = None
    for number, here in enumerate(paragraphs):
        inside = [(span, event) for span, event in told if here.start <= span.start < here.end]
        if here.kind == "subhead" and not inside:
            continue  # the coder does not read it either
        desk = _Desk(page, paragraphs, here, before, lost)
        labelled = [desk.event(span, event) for span, event in inside]
        line = {"id": f"{name}-{number:02d}", "text": page.text[here.start : here.end]}
        context = desk.context()
        yield {**line, **({"context": context} if context else {}), "events": labelled}
        before = here


class _Desk:
    """One line while it is written: what its events need of what stands before it."""

    def __init__(
        self,
        page: Article,
        paragraphs: Sequence[Paragraph],
        here: Paragraph,
        before: Paragraph | None,
        lost: Counter[str],
    ) -> None:
        self._page = page
        self._paragraphs = paragraphs
        self._here = here
        self._text = page.text[here.start : here.end]
        self._before = before
        self._lost = lost
        self._needed: set[Paragraph] = set()
        self._title = page.context is None

    def event(self, trigger: Span, event: Event) -> dict[str, Any]:
        """The event in the codebook's form, told at this trigger."""
        condition, place = event.condition, event.location
        return {
            "trigger": trigger.text,
            "type": event.type,
            "mode": event.mode,
            "actors": self._mentions(event, "actors"),
            "recipients": self._mentions(event, "recipients"),
            "status": event.status,
            "speaker": self._words(event.speaker, "speaker"),
            "condition": self._words(condition.span if condition else None, "condition", False),
            "location": self._words(place.span if place else None, "location"),
            "date": self._words(event.date.span, "date", False),
        }

    def context(self) -> str | None:
        """What is read before the line: title or context, then paragraphs in their order."""
        page = self._page
        near = sorted({*self._needed, *([self._before] if self._before else [])},
                      key=lambda p: p.start)  # fmt: skip
        heads = [page.title if self._title else None, page.context]
        parts = [head for head in heads if head] + [page.text[p.start : p.end] for p in near]
        if len(parts) == 1 and not near:
            parts.append("")  # as in the labelled data: a title alone ends in the joint
        return _JOINT.join(parts) or None

    def _mentions(self, event: Event, side: str) -> list[dict[str, Any]]:
        return [
            {"text": m.span.text, "country": m.country, "sector": m.sector}
            for m in getattr(event, side)
            if self._words(m.span, side) is not None
        ]

    def _words(self, span: Span | None, what: str, before: bool = True) -> str | None:
        """The words, if they stand in the line or, where that will do, before it."""
        if span is None:
            return None
        if span.text in self._text or (before and self._reached(span)):
            return span.text
        self._lost[what] += 1
        return None

    def _reached(self, span: Span) -> bool:
        if span.where == "title":
            self._title = True
            return True
        if span.where == "context":
            return True
        for paragraph in self._paragraphs:
            if paragraph.start <= span.start and span.end <= paragraph.end:
                if paragraph.start < self._here.start:
                    self._needed.add(paragraph)
                    return True
                break
        return False
