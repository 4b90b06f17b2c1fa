"""The acts of a pair, from the record: one indexed query, in which no event is unpacked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    and_,
    case,
    exists,
    false,
    func,
    or_,
    select,
)

from dualtrack.ontology import AHEAD
from dualtrack.record._tables import EVENTS, PARTIES
from dualtrack.tracks._act import Act
from dualtrack.tracks._between import Found, Two, between
from dualtrack.tracks._party import Party, Who

# What an act takes from its row, in the order of the fields of `Act`.
FIELDS = (
    *(EVENTS.c.id, EVENTS.c.type, EVENTS.c.mode, EVENTS.c.status, EVENTS.c.track),
    *(EVENTS.c.intensity, EVENTS.c.confidence, EVENTS.c.reported, EVENTS.c.on, EVENTS.c.until),
    *(EVENTS.c.conditional, EVENTS.c.body, EVENTS.c.state, EVENTS.c.judged),
    *(EVENTS.c.reports, EVENTS.c.articles),
)
# The same as `Act.day`.
DAY = case(
    (
        EVENTS.c.status.in_(sorted(AHEAD)),
        func.coalesce(EVENTS.c.reported, EVENTS.c.on),
    ),
    else_=func.coalesce(EVENTS.c.on, EVENTS.c.reported),
)


def acts_between(
    connection: Connection, a: Party, b: Party, since: dt.date | None, until: dt.date | None
) -> list[Found]:
    """All acts between two parties, in every state; none before or after the days."""
    x, y = PARTIES.alias("x"), PARTIES.alias("y")
    to_somebody = exists().where(PARTIES.c.event == EVENTS.c.id, PARTIES.c.side == "r")
    query = (
        select(
            *FIELDS,
            to_somebody,
            *_who(x),
            *_who(y),
        )
        .select_from(_joined(x, y))
        .where(
            _is(x, a),
            _is(y, b),
            or_(x.c.side == "a", y.c.side == "a"),
            or_(x.c.side != y.c.side, x.c.place != y.c.place),
            *within(since, until),
        )
        .order_by(EVENTS.c.id)
    )
    found = []
    width = len(FIELDS)
    for _, rows in groupby(connection.execute(query), key=lambda row: row[0]):
        lines = list(rows)
        act = Act(*lines[0][:width])
        pairs = [_two(row[width + 1 :]) for row in lines]
        hit = between(act, pairs, a, b, has_recipients=bool(lines[0][width]))
        if hit:
            found.append(hit)
    return found


def within(since: dt.date | None, until: dt.date | None) -> Iterator[ColumnElement[bool]]:
    """What an event must be like to stand between two days; one of an unknown day does."""
    if since:
        yield or_(DAY.is_(None), since <= DAY)
    if until:
        yield or_(DAY.is_(None), until >= DAY)


def _joined(x: FromClause, y: FromClause) -> FromClause:
    return x.join(y, x.c.event == y.c.event).join(EVENTS, EVENTS.c.id == x.c.event)


def _who(side: FromClause) -> tuple[Any, ...]:
    c = side.c
    return (c.country, c.sector, c.name, c.written, c.side)


def _two(row: Any) -> Two:
    return Two(Who(*row[:4]), row[4] == "a", Who(*row[5:9]), row[9] == "a")


def _is(side: FromClause, party: Party) -> ColumnElement[bool]:
    """What somebody must be like to belong to the party, on whatever day."""
    whole = sorted({m.country for m in party.members if m.country and not m.sector})
    names = sorted({m.name for m in party.members if m.name})
    parts: list[ColumnElement[bool]] = [
        and_(side.c.country == m.country, side.c.sector == m.sector)
        for m in party.members
        if m.country and m.sector
    ]
    if whole:
        parts.append(side.c.country.in_(whole))
    if names:
        parts += [side.c.name.in_(names), side.c.written.in_(names)]
    return or_(*parts) if parts else false()
