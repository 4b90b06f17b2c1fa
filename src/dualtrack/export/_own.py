"""Our own formats: all that the record says of an act or a report, in whatever state it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dualtrack.coding import Event
from dualtrack.export._act import Act, Report
from dualtrack.export._tomb import wordless
from dualtrack.output import COLUMNS, csv_row, parquet_row, plain, schema

EVENT_FIELDS: dict[str, str] = {
    "id": "the event's id in the record: that of its first report",
    "state": "standing, rejected (by a judge), vanished (from all its pages) or deleted",
    "judged": "whether a judge spoke of it",
    "reports": "how many standing reports tell it; more than one: they were merged",
    "articles": "how many articles they stand in",
    "report_ids": "their ids, the first one first",
    "url": "address of the page whose words it has, or nothing",
}
"""What stands before the coder's fields in a row for an event."""

REPORT_FIELDS: dict[str, str] = {
    "id": "the report's id in the record",
    "event": "the id of the event it tells, or nothing where it is not current",
    "state": "standing, rejected, superseded (by a newer report), vanished (from the page), "
    "withdrawn (by a newer coder) or deleted",
    "verdict": "accepted, rejected or withdrawn, where a judge spoke of it, else nothing",
    "changes": "JSON object: fields that a judge changed, and to what",
    "judges": "those who spoke of it",
    "url": "address of its page, or nothing",
    "version": "the id of the page's version",
    "version_number": "which version of the page it was, from 1",
    "seen": "when that version was added, ISO 8601, UTC",
    "coding": "the id of the coder's pass over it",
    "coded": "when that was, ISO 8601, UTC",
}
"""What stands before the coder's fields in a row for a report."""

HASH = "coded_id"  # the coder's own id of the event, which is `id` in files of `dualtrack code`
REST = {(HASH if name == "id" else name): what for name, what in COLUMNS.items()}
"""The coder's fields as CSV has them."""


def event_head(act: Act) -> dict[str, Any]:
    """The fields before the coder's, for an event."""
    stored, source = act.stored, act.source
    return {
        "id": stored.id,
        "state": stored.state,
        "judged": stored.judged,
        "reports": stored.reports,
        "articles": stored.articles,
        "report_ids": list(act.reports),
        "url": source.url if source and stored.state != "deleted" else None,
    }


def report_head(report: Report) -> dict[str, Any]:
    """The fields before the coder's, for a report."""
    stored, source = report.stored, report.source
    gone = stored.state == "deleted"
    return {
        "id": stored.id,
        "event": report.act,
        "state": stored.state,
        "verdict": report.verdict,
        "changes": {} if gone else dict(report.changes),
        "judges": list(report.judges),
        "url": None if gone else source.url,
        "version": stored.version,
        "version_number": source.number,
        "seen": source.seen.isoformat(timespec="seconds") + "Z",
        "coding": stored.coding,
        "coded": source.coded.isoformat(timespec="seconds") + "Z",
    }


def event_in(one: Act | Report) -> Event:
    """The event of a row; without words where its page was deleted."""
    event = one.stored.event
    return wordless(event) if one.stored.state == "deleted" else event


def head(one: Act | Report) -> dict[str, Any]:
    """The fields before the coder's."""
    return event_head(one) if isinstance(one, Act) else report_head(one)


def json_object(one: Act | Report) -> dict[str, Any]:
    """A row as JSONL has it."""
    return head(one) | _renamed(event_in(one).to_dict())


def cells(one: Act | Report) -> dict[str, Any]:
    """A row as CSV has it: lists joined by `;`, objects as JSON, true and false in lower case."""
    return {n: _cell(v) for n, v in head(one).items()} | _renamed(csv_row(event_in(one)))


def columns(*, reports: bool) -> list[str]:
    """The columns of CSV."""
    return [*(REPORT_FIELDS if reports else EVENT_FIELDS), *REST]


def parquet(one: Act | Report) -> dict[str, Any]:
    """A row as Parquet has it."""
    first = head(one)
    if "changes" in first:
        first["changes"] = json.dumps(first["changes"], ensure_ascii=False)
    return first | _renamed(parquet_row(event_in(one)))


def parquet_schema(*, reports: bool) -> Any:
    """The pyarrow schema of `parquet`. Raises MissingExtra without pyarrow."""
    rest = schema()
    import pyarrow as pa  # noqa: PLC0415 - optional; `schema` has said so where it is missing

    kinds = {
        "judged": pa.bool_(),
        "reports": pa.int32(),
        "articles": pa.int32(),
        "version_number": pa.int32(),
        "report_ids": pa.list_(pa.string()),
        "judges": pa.list_(pa.string()),
    }
    names = REPORT_FIELDS if reports else EVENT_FIELDS
    own = [pa.field(name, kinds.get(name, pa.string())) for name in names]
    return pa.schema([*own, *(f.with_name(HASH) if f.name == "id" else f for f in rest)])


def _renamed(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {(HASH if name == "id" else name): value for name, value in fields.items()}


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return plain(";".join(value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return plain(value) if isinstance(value, str) else value
