"""A small record to judge in: three articles, of which two tell of the same act."""

from __future__ import annotations

import dataclasses
from typing import Any

from sqlalchemy import select

from dualtrack.coding import Event, Mention, Span
from dualtrack.pages import Article, Paragraph
from dualtrack.record import Store
from dualtrack.record._engine import reading, write
from dualtrack.record._judge import judge
from dualtrack.record._judgements import Judgement
from dualtrack.record._tables import EVENTS, MEMBERS, PARTIES, REPORTS
from dualtrack.run import Coded
from make_events import ARTICLE, TEXT, article_events, day, event

SECOND = (
    "Iran launched over 300 drones at Israel on Saturday, the army said.\n\n"
    "France condemned Iran. Jordan closed its airspace."
)
_CUT = SECOND.index("\n\n")
OTHER = dataclasses.replace(
    ARTICLE,
    id="a2",
    text=SECOND,
    title="Drones over Israel",
    paragraphs=(Paragraph(0, _CUT), Paragraph(_CUT + 2, len(SECOND))),
    origin="b.html",
)


def span_in(text: str, words: str, after: str = "") -> Span:
    start = text.index(words, text.index(after) if after else 0)
    return Span(words, start, start + len(words))


def who(text: str, words: str, country: str | None, after: str = "") -> Mention:
    return Mention(span_in(text, words, after), words, country, "GOV")


def second_events() -> list[Event]:
    """The launch, as `ARTICLE` tells it, and a condemnation in the second paragraph."""
    launch = dataclasses.replace(
        article_events()[1],
        id="e3",
        article="a2",
        trigger=span_in(SECOND, "launched"),
        actors=(who(SECOND, "Iran", "IRN"),),
        recipients=(who(SECOND, "Israel", "ISR"),),
        location=None,
        quantities=(),
        sentence=(0, _CUT),
    )
    condemned = event(
        "ACCUSE/disapprove",
        (who(SECOND, "France", "FRA"),),
        (who(SECOND, "Iran", "IRN", "condemned"),),
        id="e4",
        article="a2",
        trigger=span_in(SECOND, "condemned"),
        sentence=(_CUT + 2, SECOND.index(" Jordan")),
    )
    return [launch, condemned]


def keep(store: Store, article: Article, events: list[Event]) -> None:
    store.keep([Coded(article, tuple(events))])


def fill(store: Store) -> dict[str, str]:
    """Keep the articles; the ids of their reports by the ids of the events."""
    keep(store, ARTICLE, article_events())
    keep(store, OTHER, second_events())
    with reading(store.engine) as connection:
        rows = connection.execute(select(REPORTS.c.event, REPORTS.c.id)).all()
    return {row[0]: row[1] for row in rows}


def say(store: Store, action: str, target: str, who: str = "ann", **more: Any) -> Judgement:
    return write(store.engine, lambda c: judge(c, who, action, target, **more))


def derived(store: Store) -> list[list[tuple[Any, ...]]]:
    """All rows of the derived tables."""
    with reading(store.engine) as connection:
        return [
            sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in (EVENTS, MEMBERS, PARTIES)
        ]


def act(store: Store, report: str) -> str | None:
    """The event that a report tells of."""
    with reading(store.engine) as connection:
        query = select(MEMBERS.c.event).where(MEMBERS.c.report == report)
        return connection.execute(query).scalar_one_or_none()


__all__ = ["ARTICLE", "OTHER", "SECOND", "TEXT", "act", "day", "derived", "fill", "keep", "say"]
