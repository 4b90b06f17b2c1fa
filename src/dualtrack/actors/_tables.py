"""Reads the tables beside this file: tab-separated, a header row, comments with `#`."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from pathlib import Path

from dualtrack._errors import TableError

TABLES = Path(__file__).parent / "tables"


def rows(name: str, columns: tuple[str, ...], folder: Path = TABLES) -> Iterator[list[str]]:
    """The rows of a table as lists of text, checked against the columns the caller expects.

    Raises TableError, naming file and line, where the file is missing, the header differs or a
    row has another number of fields.
    """
    path = folder / name
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise TableError(f"The table {name} cannot be read: {error.strerror}.") from error
    head = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        fields = line.split("\t")
        if not head:
            if tuple(fields) != columns:
                raise TableError(
                    f"{name}, line {number}: the columns are not {', '.join(columns)}."
                )
            head = True
            continue
        if len(fields) != len(columns):
            raise TableError(
                f"{name}, line {number}: {len(fields)} fields instead of {len(columns)}."
            )
        yield fields


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """One of the short lists of words in words.tsv."""
    for key, words, _ in rows("words.tsv", ("list", "words", "use")):
        if key == name:
            return frozenset(words.split())
    raise TableError(f"words.tsv: there is no list {name}.")


def several(field: str) -> list[str]:
    """The values of a field that holds several, split at `|`."""
    return [value for value in field.split("|") if value] if field else []


def day(field: str, where: str) -> dt.date | None:
    """A day in ISO 8601, or None for an empty field."""
    if not field:
        return None
    try:
        return dt.date.fromisoformat(field)
    except ValueError as error:
        raise TableError(f"{where}: {field!r} is no day of the form YYYY-MM-DD.") from error
