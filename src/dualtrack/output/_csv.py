"""CSV: one row an event, for spreadsheets. See `COLUMNS` for what is in each column."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from dualtrack.coding import Event, Mention, Span
from dualtrack.output._place import unbroken

COLUMNS: dict[str, str] = {
    "id": "the event's hash",
    "article": "the article's id",
    "published": "the story's day, ISO 8601",
    "type": "one of the 16 types",
    "mode": "the mode of the type, or empty",
    "quad": "one of the four quads",
    "track": "support, pressure, or empty for neither",
    "status": "actual, announced, possible, predicted, negated or historical",
    "intensity": "PLOVER's score, -10 to +10",
    "confidence": "0 to 1",
    "trigger": "the word that names the act",
    "trigger_start": "where it begins, in code points of the text",
    "trigger_end": "where it ends",
    "trigger_where": "text, title or context",
    "actor_names": "names (else words) joined by `; `, to be read; `actors` has them exactly",
    "actor_countries": "ISO3 codes joined by `;`, one an actor, `?` where unknown",
    "actor_sectors": "sectors joined by `;`, one an actor",
    "recipient_names": "as for actors",
    "recipient_countries": "as for actors",
    "recipient_sectors": "as for actors",
    "speaker": "the words, or empty",
    "condition": "the words, or empty",
    "condition_kind": "if, unless, until, in return or other",
    "location": "the words, or empty",
    "location_country": "ISO3, or empty",
    "date": "the words that date the act, or empty",
    "date_on": "its first day, ISO 8601, or empty",
    "date_until": "its last day",
    "date_precision": "day, week, month, year or unknown",
    "date_from": "text, published or none",
    "sentence_start": "where the sentence begins, in code points of the text",
    "sentence_end": "where it ends",
    "actors": "JSON list: text, start, end, name, country, sector",
    "recipients": "JSON list, likewise",
    "also": "JSON list: where else the same act is told; text, start, end",
    "quantities": "JSON list: text, start, end, low, high, of, unit, relation",
    "spans": "JSON object: the offsets of speaker, condition, location and date",
    "coder_version": "version of the package",
    "coder_model": "hash of the model",
    "coder_codebook": "version of the codebook",
}
"""Name and meaning of each column, in order."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


class CsvRows:
    """Writes a header and rows of its columns, in UTF-8, lines ending in a line feed.

    Cells with words of a page must come from `plain`. Halves of surrogate pairs become `?`.
    """

    def __init__(self, stream: BinaryIO, columns: Iterable[str]) -> None:
        self._stream, self._columns = stream, list(columns)
        self._put([self._columns])

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write the rows; each has all the columns."""
        self._put([[row[name] for name in self._columns] for row in rows])

    def _put(self, rows: list[list[Any]]) -> None:
        if not rows:
            return
        data = "".join(map(_line, rows)).encode("utf-8", "replace")
        with unbroken():
            self._stream.write(data)
            self._stream.flush()


class CsvWriter:
    """Writes a header and one row an event.

    Words of a page that a spreadsheet would run as a formula (they begin with = + - @, tab or
    carriage return) get one `'` in front, and so do those that begin with `'`: take one leading
    `'` away to have them back. Halves of surrogate pairs become `?`.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._rows = CsvRows(stream, COLUMNS)

    def write(self, events: Iterable[Event]) -> None:
        """Write the events, one row each."""
        self._rows.write(map(csv_row, events))

    def finish(self) -> None:
        """Nothing is left to write."""

    def abandon(self) -> None:
        """Nothing is left open."""


def _line(row: list[Any]) -> str:
    """One row. A lone carriage return is quoted only where it is part of the line's end."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(row)
    return text.getvalue().removesuffix("\r\n") + "\n"


def csv_row(event: Event) -> dict[str, Any]:
    """The event's cells by column."""
    when = event.date
    return {
        "id": event.id,
        "article": plain(event.article),
        "published": event.published,
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "track": event.track,
        "status": event.status,
        "intensity": event.intensity,
        "confidence": round(event.confidence, 4),
        "trigger": plain(event.trigger.text),
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "trigger_where": event.trigger.where,
        **_parties("actor", event.actors),
        **_parties("recipient", event.recipients),
        "speaker": plain(_text(event.speaker)),
        "condition": plain(event.condition.span.text if event.condition else None),
        "condition_kind": event.condition and event.condition.kind,
        "location": plain(event.location.span.text if event.location else None),
        "location_country": event.location and event.location.country,
        "date": plain(_text(when.span)),
        "date_on": when.on,
        "date_until": when.until,
        "date_precision": when.precision,
        "date_from": when.source,
        "sentence_start": event.sentence[0],
        "sentence_end": event.sentence[1],
        "actors": _json([m.to_dict() for m in event.actors]),
        "recipients": _json([m.to_dict() for m in event.recipients]),
        "also": _json([s.to_dict() for s in event.also]),
        "quantities": _json([q.to_dict() for q in event.quantities]),
        "spans": _json(_spans(event)),
        "coder_version": event.coder.version,
        "coder_model": event.coder.model,
        "coder_codebook": event.coder.codebook,
    }


def _parties(side: str, mentions: tuple[Mention, ...]) -> dict[str, str | None]:
    return {
        f"{side}_names": plain("; ".join(m.name or m.span.text for m in mentions)),
        f"{side}_countries": ";".join(m.country or "?" for m in mentions),
        f"{side}_sectors": ";".join(m.sector for m in mentions),
    }


def _spans(event: Event) -> dict[str, Any]:
    spans: dict[str, Span | None] = {
        "speaker": event.speaker,
        "condition": event.condition.span if event.condition else None,
        "location": event.location.span if event.location else None,
        "date": event.date.span,
    }
    return {
        name: {k: v for k, v in span.to_dict().items() if k != "text"}
        for name, span in spans.items()
        if span
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def plain(text: str | None) -> str | None:
    """Page text that a spreadsheet takes for text and does not run as a formula."""
    return f"'{text}" if text and text.startswith(_FORMULA) else text
