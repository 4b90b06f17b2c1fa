"""One way to every form of output."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, Protocol, get_args

from dualtrack._errors import OutputError
from dualtrack.coding import Event
from dualtrack.output._csv import CsvWriter
from dualtrack.output._jsonl import JsonlWriter
from dualtrack.output._parquet import ParquetWriter, schema
from dualtrack.output._place import open_place

Form = Literal["jsonl", "csv", "parquet"]
FORMS: tuple[Form, ...] = get_args(Form)


class EventWriter(Protocol):
    """Takes events as they come."""

    def write(self, events: Iterable[Event]) -> None:
        """Write the events."""

    def finish(self) -> None:
        """Write what is left."""

    def abandon(self) -> None:
        """Give up: what was to be written last is not."""


def form_of(path: Path | None) -> Form:
    """The form that a file's name asks for: by its ending, else JSONL."""
    ending = path.suffix.lower().lstrip(".") if path else ""
    return next((form for form in FORMS if form == ending), "jsonl")


@contextlib.contextmanager
def open_writer(
    form: Form | None, path: Path | None, *, inputs: Iterable[str] = ()
) -> Iterator[EventWriter]:
    """A writer of events to `path`, or to standard output where it is None.

    `form` None means the form that the file's name asks for. `inputs` are what is being read, so
    that none of it is overwritten. The file takes its name only when the block ends well. Raises
    OutputError or MissingExtra before anything is read.
    """
    form = form or form_of(path)
    if form == "parquet":
        schema()
        if path is None and sys.stdout.isatty():
            raise OutputError("Parquet is not for a terminal: name a file with -o, or use a pipe.")
    with open_place(path, inputs=inputs) as stream:
        writer: EventWriter
        if form == "parquet":
            writer = ParquetWriter(stream)
        elif form == "csv":
            writer = CsvWriter(stream)
        else:
            writer = JsonlWriter(stream)
        try:
            yield writer
            writer.finish()
        except BaseException:
            writer.abandon()
            raise
