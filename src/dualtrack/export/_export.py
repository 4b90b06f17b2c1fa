"""An export: from a record to files and their manifest."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlalchemy import Connection

from dualtrack._errors import InputError, OutputError
from dualtrack.export._act import Act, Report
from dualtrack.export._forms import LOST, OWN, Format, Sink, files, manifest_path, sink
from dualtrack.export._left import LeftOut, Notes
from dualtrack.export._manifest import Tally, Written, manifest
from dualtrack.export._own import parquet_schema
from dualtrack.export._query import Asked, Query
from dualtrack.export._stream import Hashed
from dualtrack.output import check_place, open_place

_BATCH = 500  # rows written at once in our own formats


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did: its manifest, and where that lies (None: it went to standard output)."""

    manifest: dict[str, Any]
    path: Path | None


def export(
    connection: Connection,
    form: Format,
    path: Path | None,
    query: Query | None = None,
    *,
    reports: bool = False,
    inputs: Iterable[str] = (),
    on_rows: Callable[[int, int], None] | None = None,
) -> Exported:
    """Write what the query asks for to `path`, or to standard output where it is None.

    Formats that have no place for a status get acts that have happened only, unless the query
    names statuses; and no format but our own gets what was rejected, deleted or has vanished.
    Memory does not grow with the record. The files appear when they are whole, and the manifest
    after them. `inputs` are files that must not be overwritten; `on_rows` is told how many rows
    of how many were read. Raises InputError, OutputError or MissingExtra.
    """
    asked = Asked(connection, query or Query())
    inputs = tuple(inputs)
    _check(form, path, reports, inputs)
    tally = Tally("reports" if reports else "events")
    places = [None] if path is None else files(form, path)
    with contextlib.ExitStack() as stack:
        streams = [Hashed(stack.enter_context(open_place(p, inputs=inputs))) for p in places]
        writer = sink(form, cast("Sequence[BinaryIO]", streams), reports=reports)
        try:
            counts = _Work(asked, form, reports, on_rows, tally).write(writer, len(streams))
            writer.finish()
        except BaseException:
            writer.abandon()
            raise
    written = [
        Written(p.name if p else "-", n, s.bytes, s.sha256)
        for p, n, s in zip(places, counts, streams, strict=True)
    ]
    made = manifest(
        form,
        asked.query.to_dict() | _assumed(form, asked.query),
        tally,
        written,
        lost=LOST.get(form, ()),
        moment=dt.datetime.now(dt.UTC),
    )
    if path is None:
        return Exported(made, None)
    beside = manifest_path(form, path)
    with open_place(beside, inputs=inputs) as stream:
        stream.write(json.dumps(made, ensure_ascii=False, indent=2).encode("utf-8", "replace"))
        stream.write(b"\n")
    return Exported(made, beside)


def _check(form: Format, path: Path | None, reports: bool, inputs: tuple[str, ...]) -> None:
    """Everything that can be known to fail before the work begins."""
    if reports and form not in OWN:
        raise InputError(f"Reports can be written as {', '.join(OWN)}; {form} is for events.")
    if form == "parquet":
        parquet_schema(reports=reports)
        if path is None and sys.stdout is not None and sys.stdout.isatty():
            raise OutputError("Parquet is not for a terminal: name a file with -o, or use a pipe.")
    if path is None:
        if form == "gdelt":
            raise OutputError("GDELT has two files: give their common name with -o.")
        return
    for place in (*files(form, path), manifest_path(form, path)):
        check_place(place, inputs=inputs)


def _assumed(form: Format, query: Query) -> dict[str, Any]:
    return {} if form in OWN or query.statuses else {"statuses": ["actual"]}


@dataclass(slots=True)
class _Work:
    """One export under way."""

    asked: Asked
    form: Format
    reports: bool
    on_rows: Callable[[int, int], None] | None
    tally: Tally

    def write(self, writer: Sink, width: int) -> list[int]:
        """Write all rows; how many each of the `width` files got."""
        counts, notes = [0] * width, Notes()
        own = self.form in OWN
        statuses = self.asked.query.statuses or (() if own else ("actual",))
        for batch in self._reports() if self.reports else self._acts():
            fit = [one for one in batch if self._wanted(one, statuses)]
            for some in [fit] if own else [[one] for one in fit]:
                try:
                    rows = writer.write(some, notes)
                except LeftOut as why:
                    self.tally.left_out[str(why)] += len(some)
                    continue
                counts = [a + b for a, b in zip(counts, rows, strict=True)]
                for one in some:
                    self._count(one)
        self.tally.notes.update(notes)
        return counts

    def _acts(self) -> Iterator[Sequence[Act | Report]]:
        total = self.asked.count()
        acts = self.asked.acts(told=self.form == "gdelt", texts=self.form in ("gdelt", "icews"))
        while batch := list(itertools.islice(acts, _BATCH)):
            yield batch
            if self.on_rows:
                self.on_rows(self.tally.read, total)

    def _reports(self) -> Iterator[Sequence[Act | Report]]:
        total, done = self.asked.count_articles(), 0
        for articles, found in self.asked.reports():
            yield found
            done += articles
            if self.on_rows:
                self.on_rows(done, total)

    def _wanted(self, one: Act | Report, statuses: tuple[str, ...]) -> bool:
        self.tally.read += 1
        state, status = one.stored.state, one.stored.event.status
        if self.form not in OWN and state != "standing":
            self.tally.left_out[f"it is {state}"] += 1
        elif statuses and status not in statuses:
            self.tally.left_out[f"its status is {status}"] += 1
        else:
            return True
        return False

    def _count(self, one: Act | Report) -> None:
        tally = self.tally
        tally.written += 1
        tally.states[one.stored.state] += 1
        tally.coders[one.stored.event.coder] += 1
        if isinstance(one, Act):
            tally.judged += one.stored.judged
            tally.merged += one.stored.reports > 1
        else:
            tally.judged += bool(one.judges)
