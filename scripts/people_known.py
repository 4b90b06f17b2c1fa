"""Reads the office holders known by hand, in the compact form of scripts/people/known_*.txt.

A line `@ISO3 SECTOR office` (ISO3 `-`: none) heads the rows below it, which are
`name;alias;alias|first|last`. A day may be a year or a month only: a term begins with the first
and ends with the last day of it. `-` is an open end. Comments begin with `#`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dualtrack.actors._words import key_of

FOLDER = Path(__file__).parent / "people"
_HEAD = re.compile(r"@([A-Z]{3}|-) ([A-Z]{3}|-) (.+)")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(slots=True)
class Row:
    """One office of one person. Days are ISO 8601; empty is open."""

    name: str
    country: str
    sector: str
    office: str
    first: str
    last: str
    source: str
    aliases: list[str] = field(default_factory=list)


class KnownError(Exception):
    """A line of a list that cannot be read."""


def day(text: str, end: bool) -> str:
    """A day, month or year as a day: the first of it, or the last if it is an `end`."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, date = match.groups()
    month = month or ("12" if end else "01")
    if date is None:
        date = f"{calendar.monthrange(int(year), int(month))[1]:02}" if end else "01"
    return f"{year}-{month}-{date}"


def read(path: Path) -> Iterator[Row]:
    """The rows of one list."""
    head: tuple[str, ...] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if text.startswith("@"):
            match = _HEAD.fullmatch(text)
            if match is None:
                raise KnownError(f"{path.name}, line {number}: not of the form @ISO3 SECTOR office")
            head = match.groups()
            continue
        fields = text.split("|")
        if head is None or len(fields) != 3:
            raise KnownError(f"{path.name}, line {number}: not of the form name;alias|first|last")
        names = [name.strip() for name in fields[0].split(";") if name.strip()]
        try:
            first = day(fields[1], end=False) if fields[1] not in {"", "-"} else ""
            last = day(fields[2], end=True) if fields[2] not in {"", "-"} else ""
        except ValueError as error:
            raise KnownError(f"{path.name}, line {number}: {error} is no day") from error
        if first and last and first > last:
            raise KnownError(f"{path.name}, line {number}: the term ends before it begins")
        country, sector, office = (part if part != "-" else "" for part in head)
        yield Row(names[0], country, sector, office, first, last, "known", names[1:])


def read_all(folder: Path = FOLDER) -> list[Row]:
    """The rows of all lists of a folder, by file name, each person under one name."""
    return unify([row for path in sorted(folder.glob("known_*.txt")) for row in read(path)])


def unify(rows: list[Row]) -> list[Row]:
    """The rows, with people whom the lists spell in two ways under the spelling read first.

    Two names are one person's where they differ by accents only, or where one is an alias of the
    other's in the same country (or of a row without one, as those of the UN).
    """
    first: dict[tuple[str, ...], str] = {}
    countries: dict[str, set[str]] = {}
    for row in rows:
        row.name = first.setdefault(key_of(row.name), row.name)
        countries.setdefault(row.name, set()).add(row.country)
    other: dict[str, str] = {}
    for row in rows:
        for alias in row.aliases:
            name = first.get(key_of(alias))
            if name is None or name == row.name or name in other or row.name in other:
                continue
            held = countries[name]
            if row.country in held or not row.country or "" in held:
                other[name] = row.name
    for row in rows:
        if row.name in other:
            row.aliases.append(row.name)
            row.name = other[row.name]
    return rows
