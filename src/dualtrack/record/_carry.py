"""A judge's change of one report carried over to the report in which that one lives on.

Type, mode and status hold as they are. Words stand elsewhere in a changed page, so that they are
looked for near the newer report's trigger; a change whose words are gone is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from dualtrack.record._ask import rows_among
from dualtrack.record._change import QUOTING
from dualtrack.record._judgements import Judgement
from dualtrack.record._quote import Words, nearest
from dualtrack.record._tables import CODINGS, REPORTS, VERSIONS


@dataclass(frozen=True, slots=True)
class Page:
    """What a report quotes: the words of its version, the paragraphs' places, the trigger's."""

    version: str
    words: Words
    trigger: tuple[int, int]


def carry(
    connection: Connection, changes: Iterable[tuple[str, Judgement]]
) -> dict[tuple[str, str], Any]:
    """The new value by (report, judgement), for each judgement that holds for that report.

    One is missing where the words of its value do not stand in the report's version.
    """
    asked = list(changes)
    moved = [(r, j) for r, j in asked if r != j.target and j.field in QUOTING]
    pages = pages_of(connection, {one for r, j in moved for one in (r, j.target)})
    out: dict[tuple[str, str], Any] = {}
    for report, one in asked:
        value = one.after
        if report != one.target and one.field in QUOTING:
            new, old = pages[report], pages[one.target]
            if new.version != old.version:
                try:
                    value = _moved(one.field, value, new)
                except LookupError:
                    continue
        out[report, one.id] = value
    return out


def pages_of(connection: Connection, reports: Iterable[str]) -> dict[str, Page]:
    """The page of each report, as it stood in the report's version."""
    statement = (
        select(
            REPORTS.c.id, REPORTS.c.body, VERSIONS.c.id, VERSIONS.c.text, VERSIONS.c.title,
            VERSIONS.c.rest,
        )
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )  # fmt: skip
    out: dict[str, Page] = {}
    for report, body, version, text, title, rest in rows_among(
        connection, statement, REPORTS.c.id, reports
    ):
        trigger = json.loads(body)["trigger"]
        words = Words(text, title, json.loads(rest).get("context"))
        out[report] = Page(version, words, (trigger["start"], trigger["end"]))
    return out


def _moved(field: str, value: Any, page: Page) -> Any:
    """The value with its words' places in another version; LookupError where they are gone."""
    if isinstance(value, list):
        return [_moved(field, one, page) for one in value]
    if not isinstance(value, Mapping) or value.get("text") is None:
        return value
    span = nearest(page.words, value["text"], page.trigger, QUOTING[field])
    if span is None:
        raise LookupError(value["text"])
    kept = {name: one for name, one in value.items() if name not in ("start", "end", "where")}
    return {**kept, **span.to_dict()}
