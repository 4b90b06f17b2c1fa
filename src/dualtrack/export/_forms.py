"""The formats: which files they have, how an act or a report becomes rows of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal, Protocol, get_args

from dualtrack.export import _gdelt, _icews, _own, _plover, _polecat
from dualtrack.export._act import Act, Report
from dualtrack.export._left import Notes
from dualtrack.export._tab import TabWriter
from dualtrack.output import CsvRows, JsonlWriter, ParquetRows

Format = Literal["jsonl", "csv", "parquet", "gdelt", "icews", "polecat", "plover"]
FORMATS: tuple[Format, ...] = get_args(Format)
OWN: tuple[Format, ...] = ("jsonl", "csv", "parquet")

_ALWAYS = ("speaker", "condition", "quantities", "judgements")
LOST: dict[str, tuple[str, ...]] = {
    "gdelt": ("status", "type, mode and intensity of PLOVER", *_ALWAYS, "last day"),
    "icews": (
        *("status", "type, mode and intensity of PLOVER", *_ALWAYS, "last day", "confidence"),
        "all reports but the first",
    ),
    "polecat": (
        *("possible apart from predicted", *_ALWAYS, "last day", "confidence", "sentence"),
        "all reports but the first",
    ),
    "plover": (
        *("possible apart from predicted", *_ALWAYS, "confidence"),
        "all reports but the first",
    ),
}
"""What a format has no place for, in words."""


class Sink(Protocol):
    """Writes what is given to it; one number of rows a file."""

    def write(self, some: Sequence[Act | Report], notes: Notes) -> list[int]:
        """Write them and say how many rows each file got. Raises LeftOut for one alone."""

    def finish(self) -> None:
        """Write what is left."""

    def abandon(self) -> None:
        """Give up."""


def files(form: Format, path: Path) -> list[Path]:
    """The files of an export to `path`: GDELT has two, named as GDELT names its own."""
    if form != "gdelt":
        return [path]
    base = stem(path)
    return [base.with_name(f"{base.name}.{table}.CSV") for table in ("export", "mentions")]


def stem(path: Path) -> Path:
    """The path without the endings that GDELT's files have."""
    for ending in (".export.CSV", ".mentions.CSV"):
        if path.name.lower().endswith(ending.lower()) and len(path.name) > len(ending):
            return path.with_name(path.name[: -len(ending)])
    return path


def manifest_path(form: Format, path: Path) -> Path:
    """Where the manifest of an export to `path` lies."""
    base = stem(path) if form == "gdelt" else path
    return base.with_name(f"{base.name}.manifest.json")


def sink(form: Format, streams: Sequence[BinaryIO], *, reports: bool) -> Sink:
    """A writer of a format to its files. Raises MissingExtra where a part is not installed."""
    if form == "jsonl":
        return _Jsonl(streams[0])
    if form == "csv":
        return _Csv(streams[0], reports)
    if form == "parquet":
        return _Parquet(streams[0], reports)
    if form == "plover":
        return _Plover(streams[0])
    if form == "gdelt":
        return _Gdelt(streams)
    module: Any = {"icews": _icews, "polecat": _polecat}[form]
    return _Table(streams[0], module)


class _Quiet:
    def finish(self) -> None:
        """Nothing is left to write."""

    def abandon(self) -> None:
        """Nothing is left open."""


class _Jsonl(_Quiet):
    def __init__(self, stream: BinaryIO) -> None:
        self._writer = JsonlWriter(stream)

    def write(self, some: Sequence[Act | Report], notes: Notes) -> list[int]:
        self._writer.write_objects(map(_own.json_object, some))
        return [len(some)]


class _Csv(_Quiet):
    def __init__(self, stream: BinaryIO, reports: bool) -> None:
        self._writer = CsvRows(stream, _own.columns(reports=reports))

    def write(self, some: Sequence[Act | Report], notes: Notes) -> list[int]:
        self._writer.write(map(_own.cells, some))
        return [len(some)]


class _Parquet:
    def __init__(self, stream: BinaryIO, reports: bool) -> None:
        self._writer = ParquetRows(stream, _own.parquet_schema(reports=reports))

    def write(self, some: Sequence[Act | Report], notes: Notes) -> list[int]:
        self._writer.write(map(_own.parquet, some))
        return [len(some)]

    def finish(self) -> None:
        self._writer.finish()

    def abandon(self) -> None:
        self._writer.abandon()


class _Plover(_Quiet):
    def __init__(self, stream: BinaryIO) -> None:
        self._writer = JsonlWriter(stream)

    def write(self, some: Sequence[Act | Report], notes: Notes) -> list[int]:
        objects = [_plover.record(act, notes) for act in some if isinstance(act, Act)]
        self._writer.write_objects(objects)
        return [len(objects)]


class _Table(_Quiet):
    def __init__(self, stream: BinaryIO, module: Any) -> None:
        self._writer, self._rows = TabWriter(stream, module.COLUMNS, header=True), module.rows

    def write(self, some: Sequence[Act | Report], notes: Notes) -> list[int]:
        made = [row for act in some for row in self._rows(act, notes)]
        self._writer.write(made)
        return [len(made)]


class _Gdelt(_Quiet):
    def __init__(self, streams: Sequence[BinaryIO]) -> None:
        self._events = TabWriter(streams[0], _gdelt.EVENTS, header=False)
        self._mentions = TabWriter(streams[1], _gdelt.MENTIONS, header=False)

    def write(self, some: Sequence[Act | Report], notes: Notes) -> list[int]:
        made = [_gdelt.rows(act, notes) for act in some if isinstance(act, Act)]
        events = [row for rows, _ in made for row in rows]
        mentions = [row for _, rows in made for row in rows]
        self._events.write(events)
        self._mentions.write(mentions)
        return [len(events), len(mentions)]
