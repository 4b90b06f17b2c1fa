"""Reports on their way into the record, and back out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from dualtrack.coding import Event, event_of
from dualtrack.pages import Article
from dualtrack.record._ids import pack, short
from dualtrack.record._report import NewReport
from dualtrack.record._rows import fit
from dualtrack.record._sql import insert_new
from dualtrack.record._tables import CODINGS, EVIDENCE, REPORTS, VERSIONS

_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")  # as JSON writes it


def report_id(coding: str, event: str) -> str:
    """The id of the report that a coding makes of an event."""
    return short(coding, event)


def new_reports(
    article: Article, key: str, version: str, coding: str, events: Iterable[Event]
) -> tuple[list[NewReport], list[str]]:
    """The reports of one coding with the bodies to keep of them; each event once."""
    reports: dict[str, NewReport] = {}
    bodies: list[str] = []
    for event in events:
        id_ = report_id(coding, event.id)
        if id_ in reports:
            continue
        kept, body = _fitting(event)
        reports[id_] = NewReport(id_, key, version, kept, evidence(article, kept))
        bodies.append(body)
    return list(reports.values()), bodies


def _fitting(event: Event) -> tuple[Event, str]:
    """The event and its body, without characters that a database cannot hold."""
    body = pack(event.to_dict())
    if body.isascii() and "\\u0000" not in body:
        return event, body
    whole = _NUL.sub("\\1\ufffd", fit(body))
    return (event if whole == body else event_of(json.loads(whole))), whole


def evidence(article: Article, event: Event) -> str:
    """The sentence that tells of the act; the trigger's own words where there is none."""
    start, end = event.sentence
    source = {"title": article.title, "context": article.context}.get(
        event.trigger.where, article.text
    )
    return (source or "")[max(start, 0) : max(end, 0)] or event.trigger.text


def put(
    connection: Connection, coding_of: Sequence[str], reports: Sequence[NewReport],
    bodies: Sequence[str],
) -> None:  # fmt: skip
    """Keep reports, each with the id of its coding, its body and its sentence."""
    insert_new(
        connection,
        REPORTS,
        [
            {"id": r.id, "coding": coding, "event": fit(r.event.id), "body": body}
            for coding, r, body in zip(coding_of, reports, bodies, strict=True)
        ],
    )
    insert_new(connection, EVIDENCE, [{"report": r.id, "words": fit(r.words)} for r in reports])


def reports_query() -> Select[Any]:
    """Reports with their article and version: id, article, version, coding, body."""
    return (
        select(REPORTS.c.id, VERSIONS.c.article, VERSIONS.c.id, REPORTS.c.coding, REPORTS.c.body)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
