"""Short articles that tell of acts, coded by hand: for tests of merging."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from dualtrack.coding import Event, Span
from dualtrack.pages import article_of
from dualtrack.record._add import add_batch, prepared
from dualtrack.record._engine import address, connect
from dualtrack.record._migrate import METADATA
from dualtrack.record._tables import EVENTS, LINKS, MEMBERS, PARTIES, REPORTS
from dualtrack.run import Coded
from make_events import event, party

KENYA = party("Kenya", "KEN", "CVL")
SHABAAB = party("al Shabaab gunmen", "SOM", "REB")
STORM = "Al Shabaab gunmen attack Garissa University College in Kenya, killing 140 people."
AGAIN = "Kenya mourns 140 people after the attack on Garissa University College by al Shabaab."
THIRD = "The attack by al Shabaab on Garissa University College leaves 140 people dead in Kenya."
OTHER = "Al Shabaab gunmen attack a bus near Mandera in Kenya, killing 28 people."
DAY = dt.date(2015, 4, 2)


def told(
    id: str,
    sentence: str,
    trigger: str = "attack",
    day: int = 0,
    kind: str = "ASSAULT",
    **more: Any,
) -> Coded:
    """An article of one sentence with one event, `day` days after the first."""
    on = (DAY + dt.timedelta(days=day)).isoformat()
    article = article_of({"id": id, "text": sentence, "published": on}, id, origin=None)
    return Coded(article, (told_event(id, sentence, trigger, on, kind, **more),))


def told_event(id: str, sentence: str, trigger: str, on: str, kind: str, **more: Any) -> Event:
    start = sentence.index(trigger)
    actors, recipients = more.pop("actors", (SHABAAB,)), more.pop("recipients", (KENYA,))
    made = event(kind, actors, recipients, on=on, id=f"{id}-{trigger}", article=id)
    spans = {"trigger": Span(trigger, start, start + len(trigger)), "sentence": (0, len(sentence))}
    return dataclasses.replace(made, **spans, **more)


def memory() -> Any:
    """An engine with an empty record in memory, for many small ones."""
    engine = connect(address("sqlite://"))
    METADATA.create_all(engine)
    return engine


def keep(connection: Connection, articles: Sequence[Coded]) -> None:
    add_batch(connection, [one for coded in articles for one in prepared(coded, None)])


def derived(connection: Connection) -> list[list[tuple[Any, ...]]]:
    """All rows of the derived tables."""
    tables = (EVENTS, MEMBERS, PARTIES)
    return [sorted(map(tuple, connection.execute(select(t))), key=repr) for t in tables]


def links(connection: Connection) -> list[tuple[Any, ...]]:
    """All links, without their moments."""
    columns = (LINKS.c.a, LINKS.c.b, LINKS.c.rule, LINKS.c.strength, LINKS.c.why)
    return sorted(map(tuple, connection.execute(select(*columns))))


def report(connection: Connection, article: str) -> str:
    """The id of the report that `told` made for an article."""
    query = select(REPORTS.c.id).where(REPORTS.c.event.like(f"{article}-%"))
    return str(connection.execute(query).scalar_one())


def act(connection: Connection, article: str) -> str:
    """The act that the article's report tells of."""
    query = select(MEMBERS.c.event).where(MEMBERS.c.report == report(connection, article))
    return str(connection.execute(query).scalar_one())
