"""Groups of parties: unions and alliances that everybody knows, and sets that a user makes."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from dualtrack._errors import InputError, TableError
from dualtrack.tracks._party import Groups, Member

COLUMNS = ("group", "member", "first", "last")


@functools.cache
def known_groups() -> Groups:
    """The groups of `groups.tsv` beside this file, with the days of joining and leaving."""
    text = (files("dualtrack.tracks") / "groups.tsv").read_text("utf-8")
    try:
        return _rows(text.splitlines(), "groups.tsv")
    except InputError as error:
        raise TableError(str(error)) from error


def groups_of(given: Path | str | Mapping[str, Iterable[str]] | None) -> Groups:
    """All groups there are: the known ones, and those of a user, which win over them.

    `given` is a table as `groups.tsv` (tab-separated: group, members joined by `|`, first and
    last day; the days may be empty or left away, lines with `#` are skipped), or a mapping from
    a name to members. A member is a code, a code with a sector, or a name. Raises InputError
    where the file cannot be read or a row is wrong.
    """
    if given is None:
        return known_groups()
    if isinstance(given, Mapping):
        own = {name: tuple(map(Member.parse, members)) for name, members in given.items()}
        if not all(own.values()):
            raise InputError("A group needs at least one member.")
    else:
        path = Path(given)
        try:
            text = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"The groups in {path} cannot be read: {error}.") from error
        own = dict(_rows(text.splitlines(), str(path)))
    folded = {name.casefold() for name in own}
    return {**own, **{n: m for n, m in known_groups().items() if n.casefold() not in folded}}


def _rows(lines: Sequence[str], where: str) -> Groups:
    out: dict[str, list[Member]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [f.strip() for f in line.split("\t")]
        if tuple(fields[: len(COLUMNS)]) == COLUMNS:
            continue
        try:
            name, member = fields[:2]
            days = [dt.date.fromisoformat(f) if f else None for f in (*fields[2:4], "", "")[:2]]
        except ValueError:
            raise InputError(
                f"{where}, line {number}: a row is a group, its members and maybe their first and "
                "last day (YYYY-MM-DD), with tabs between them."
            ) from None
        if not name:
            raise InputError(f"{where}, line {number}: the group has no name.")
        parsed = [Member.parse(part) for part in member.split("|")]
        out.setdefault(name, []).extend(replace(m, first=days[0], last=days[1]) for m in parsed)
    return {name: tuple(members) for name, members in out.items()}
