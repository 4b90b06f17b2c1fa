"""From the record's rows to acts and reports with their pages."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from dualtrack.coding import event_of
from dualtrack.export._act import Act, Report, Source
from dualtrack.record import StoredEvent, StoredReport
from dualtrack.record._overlay import Verdict, overlay
from dualtrack.record._read import reports_of_articles
from dualtrack.record._tables import ARTICLES, CODINGS, MEMBERS, REPORTS, VERSIONS


def act_of_row(row: Row[Any]) -> StoredEvent:
    """The act in a row of the table of events."""
    event = event_of(json.loads(row.body))
    return StoredEvent(row.id, row.state, row.judged, row.reports, row.articles, event)


def _sources(*more: Any) -> Select[Any]:
    """Reports with their pages."""
    return (
        select(
            *(REPORTS.c.id, REPORTS.c.event, REPORTS.c.coding, CODINGS.c.at),
            *(VERSIONS.c.id.label("version"), VERSIONS.c.number, VERSIONS.c.seen),
            *(VERSIONS.c.published, VERSIONS.c.title, VERSIONS.c.language),
            *(ARTICLES.c.id.label("article"), ARTICLES.c.url, ARTICLES.c.site),
            *more,
        )
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
        .join(ARTICLES, ARTICLES.c.id == VERSIONS.c.article)
    )


def _source(row: Row[Any], texts: bool = False) -> Source:
    return Source(
        article=row.article,
        version=row.version,
        number=row.number,
        seen=row.seen,
        coded=row.at,
        url=row.url,
        site=row.site,
        title=row.title,
        language=row.language,
        published=row.published,
        text=row.text if texts else None,
    )


def with_reports(
    connection: Connection, stored: list[StoredEvent], *, told: bool, texts: bool
) -> Iterator[Act]:
    """The acts with their standing reports: by day of publication, then by id."""
    more: list[Any] = [MEMBERS.c.event.label("act")]
    if told:
        more.append(REPORTS.c.body)
    if texts:
        more.append(VERSIONS.c.text)
    query = (
        _sources(*more)
        .join(MEMBERS, MEMBERS.c.report == REPORTS.c.id)
        .where(MEMBERS.c.event.in_([e.id for e in stored]), MEMBERS.c.state == "standing")
    )
    members: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(query):
        members.setdefault(row.act, []).append(row)
    for one in stored:
        rows = members.get(one.id, [])
        rows.sort(key=lambda row: (row.published or dt.date.max, row.id))
        # A judge may have changed another report than the first: the act has that one's words.
        own = next((row for row in rows if row.event == one.event.id), rows[0] if rows else None)
        yield Act(
            one,
            _source(own, texts) if own is not None else None,
            tuple(row.id for row in rows),
            tuple(_told(row, texts) for row in rows) if told else (),
        )


def _told(row: Row[Any], texts: bool) -> Report:
    event = event_of(json.loads(row.body))
    stored = StoredReport(row.id, row.article, row.version, row.coding, "standing", event)
    return Report(stored, _source(row, texts), row.act)


def report_pages(connection: Connection, size: int) -> Iterator[tuple[int, list[Report]]]:
    """All reports, whatever became of them: those of `size` articles at a time."""
    after = ""
    while True:
        page = select(ARTICLES.c.id).where(ARTICLES.c.id > after).order_by(ARTICLES.c.id)
        keys = list(connection.execute(page.limit(size)).scalars())
        if not keys:
            return
        after = keys[-1]
        stored = list(reports_of_articles(connection, keys))
        ids = [one.id for one in stored]
        verdicts = overlay(connection, ids)
        acts = _acts_of(connection, keys)
        sources = {row.id: _source(row) for row in _rows_of(connection, keys)}
        yield (
            len(keys),
            [_judged(r, sources[r.id], acts.get(r.id), verdicts.get(r.id)) for r in stored],
        )


def _acts_of(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    query = select(MEMBERS.c.report, MEMBERS.c.event).where(MEMBERS.c.article.in_(keys))
    return {row.report: row.event for row in connection.execute(query)}


def _rows_of(connection: Connection, keys: Iterable[str]) -> Iterable[Row[Any]]:
    return connection.execute(_sources().where(VERSIONS.c.article.in_(keys)))


def _judged(
    stored: StoredReport, source: Source, act: str | None, verdict: Verdict | None
) -> Report:
    if verdict is None:
        return Report(stored, source, act)
    return Report(stored, source, act, verdict.state, verdict.changes, verdict.who)
