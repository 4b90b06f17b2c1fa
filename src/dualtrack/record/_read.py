"""What the record holds, read back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from dualtrack._errors import InputError
from dualtrack.coding import CoderInfo, event_of
from dualtrack.pages import Article
from dualtrack.record import _overlay
from dualtrack.record._ask import portions, rows_among
from dualtrack.record._current import states
from dualtrack.record._report import State, StoredEvent, StoredReport
from dualtrack.record._reports import reports_query
from dualtrack.record._rows import article_of_row
from dualtrack.record._tables import (
    ARTICLES,
    CODINGS,
    DELETIONS,
    EVENTS,
    MEMBERS,
    REPORTS,
    VERSIONS,
)


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A page as it stood at one time: the `number`th version of the article known as `key`.

    `seen` is the moment in UTC when it was added. Of a deleted article the words are gone.
    """

    id: str
    key: str
    number: int
    seen: dt.datetime
    deleted: bool
    article: Article


def newest(*, since: dt.date | None = None, until: dt.date | None = None) -> Select[Any]:
    """A query for the newest version of each article, by its day of publication."""
    last = (
        select(VERSIONS.c.article, func.max(VERSIONS.c.number).label("number"))
        .group_by(VERSIONS.c.article)
        .subquery()
    )
    query = select(VERSIONS, DELETIONS.c.at.label("deleted")).join(
        last, and_(last.c.article == VERSIONS.c.article, last.c.number == VERSIONS.c.number)
    )
    query = query.outerjoin(DELETIONS, DELETIONS.c.article == VERSIONS.c.article)
    if since is not None:
        query = query.where(VERSIONS.c.published >= since)
    if until is not None:
        query = query.where(VERSIONS.c.published <= until)
    return query


def articles(
    connection: Connection, since: dt.date | None, until: dt.date | None
) -> Iterator[StoredVersion]:
    """The newest version of each article published in these days, both included."""
    query = newest(since=since, until=until).order_by(VERSIONS.c.published, VERSIONS.c.article)
    for row in connection.execution_options(yield_per=200).execute(query):
        yield _version(row._mapping)


def key_of(connection: Connection, named: str) -> str | None:
    """The record's id of the article with this id, given id or address; None if there is none.

    Raises InputError where the id was given to several articles.
    """
    query = select(ARTICLES.c.id).where(
        or_(ARTICLES.c.id == named, ARTICLES.c.given == named, ARTICLES.c.url == named)
    )
    found = [row[0] for row in connection.execute(query.limit(2))]
    if len(found) > 1 and named not in found:
        raise InputError(f"{named!r} names several articles; give the id that the record has.")
    return None if not found else named if named in found else found[0]


def versions(connection: Connection, key: str) -> list[StoredVersion]:
    """All versions of an article, oldest first."""
    query = (
        select(VERSIONS, DELETIONS.c.at.label("deleted"))
        .outerjoin(DELETIONS, DELETIONS.c.article == VERSIONS.c.article)
        .where(VERSIONS.c.article == key)
        .order_by(VERSIONS.c.number)
    )
    return [_version(row._mapping) for row in connection.execute(query)]


def load(connection: Connection, ids: Iterable[str]) -> list[StoredVersion]:
    """Versions by their ids, in that order."""
    wanted = list(ids)
    query = select(VERSIONS, DELETIONS.c.at.label("deleted")).outerjoin(
        DELETIONS, DELETIONS.c.article == VERSIONS.c.article
    )
    found = {
        row.id: _version(row._mapping)
        for row in rows_among(connection, query, VERSIONS.c.id, wanted)
    }
    return [found[id_] for id_ in wanted]


def outdated(connection: Connection, coder: CoderInfo) -> list[str]:
    """The newest versions, of articles not deleted, that this coder has not coded."""
    last = newest().subquery()
    coded = select(CODINGS.c.version).where(
        CODINGS.c.coder == coder.version,
        CODINGS.c.model == coder.model,
        CODINGS.c.codebook == coder.codebook,
    )
    query = select(last.c.id).where(last.c.deleted.is_(None), last.c.id.not_in(coded))
    return [row[0] for row in connection.execute(query.order_by(last.c.published, last.c.id))]


def _version(row: Any) -> StoredVersion:
    return StoredVersion(
        row["id"],
        row["article"],
        row["number"],
        row["seen"],
        row["deleted"] is not None,
        article_of_row(row),
    )


def reports_of_articles(connection: Connection, keys: Iterable[str]) -> Iterator[StoredReport]:
    """All reports of these articles, of every version and coding, in the order of their ids."""
    for portion in portions(keys):
        rows = rows_among(connection, reports_query(), VERSIONS.c.article, portion)
        yield from _stored(connection, sorted(rows, key=lambda row: str(row[0])), portion)


def reports_of_event(connection: Connection, event: str) -> list[StoredReport]:
    """The reports that tell of an event."""
    members = select(MEMBERS.c.report, MEMBERS.c.article).where(MEMBERS.c.event == event)
    found = {row[0]: row[1] for row in connection.execute(members)}
    rows = rows_among(connection, reports_query(), REPORTS.c.id, found)
    by_id = sorted(rows, key=lambda row: str(row[0]))
    return list(_stored(connection, by_id, found.values()))


def _stored(connection: Connection, rows: list[Any], keys: Iterable[str]) -> Iterator[StoredReport]:
    known = states(connection, keys)
    ids = [row[0] for row in rows]
    verdicts = _overlay.overlay(connection, ids)
    for id_, article, version, coding, body in rows:
        state: State = known[id_]
        verdict = verdicts.get(id_)
        if state == "standing" and verdict and verdict.state in ("rejected", "withdrawn"):
            state = "rejected" if verdict.state == "rejected" else "withdrawn"
        yield StoredReport(id_, article, version, coding, state, event_of(json.loads(body)))


def keys(connection: Connection) -> list[str]:
    """The ids of all articles."""
    return [row[0] for row in connection.execute(select(ARTICLES.c.id).order_by(ARTICLES.c.id))]


def events(
    connection: Connection,
    *,
    state: str | None = "standing",
    since: dt.date | None = None,
    until: dt.date | None = None,
    article: str | None = None,
) -> Iterator[StoredEvent]:
    """Acts first reported in these days, in their order; `state` None means all."""
    query = select(EVENTS).order_by(EVENTS.c.reported, EVENTS.c.id)
    if state is not None:
        query = query.where(EVENTS.c.state == state)
    if since is not None:
        query = query.where(EVENTS.c.reported >= since)
    if until is not None:
        query = query.where(EVENTS.c.reported <= until)
    if article is not None:
        told = select(MEMBERS.c.event).where(MEMBERS.c.article == article)
        query = query.where(EVENTS.c.id.in_(told))
    for row in connection.execution_options(yield_per=500).execute(query):
        yield StoredEvent(
            row.id, row.state, row.judged, row.reports, row.articles, event_of(json.loads(row.body))
        )
