"""Who said what of a report, an event or an article, and what of it still holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from dualtrack.record import _find
from dualtrack.record._ask import ancestors, rows_among
from dualtrack.record._judgements import Judgement, about, read, read_all, undone
from dualtrack.record._tables import CODINGS, MEMBERS, REPORTS, VERSIONS


@dataclass(frozen=True, slots=True)
class Said:
    """One judgement, and whether it still stands: nobody took it, or its head, back."""

    judgement: Judgement
    stands: bool

    def to_dict(self) -> dict[str, Any]:
        """The judgement's values and `stands`."""
        return {**self.judgement.to_dict(), "stands": self.stands}


def history(connection: Connection, target: str) -> list[Said]:
    """All judgements about what the id names, oldest first, those taken back among them.

    The id, or its beginning, is that of a report (with the older ones that live on in it), an
    event (with all its reports), an article (with all its reports), or a judgement.
    """
    ids: set[str] = set()
    for one in _find.anything(connection, target):
        ids |= {one} | _within(connection, one)
    found = {j.id: j for j in [*about(connection, ids), *read(connection, ids)]}
    fresh = set(found)
    while fresh:  # what was said of these judgements: undos, and undos of undos
        said = {j.id: j for j in about(connection, fresh)}
        fresh = set(said) - set(found)
        found |= said
    return _marked(connection, sorted(found.values(), key=lambda j: j.n))


def log(connection: Connection) -> Iterator[Said]:
    """All judgements of the record, oldest first: what an export of the judgements holds."""
    yield from _marked(connection, read_all(connection))


def _within(connection: Connection, id: str) -> set[str]:
    members = set(
        connection.execute(select(MEMBERS.c.report).where(MEMBERS.c.event == id)).scalars()
    )
    statement = (
        select(REPORTS.c.id)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
    reports = {row[0] for row in rows_among(connection, statement, VERSIONS.c.article, [id])}
    older = ancestors(connection, {id, *members, *reports})
    return {one for family in older.values() for one in family}


def _marked(connection: Connection, judgements: list[Judgement]) -> list[Said]:
    heads = {j.head for j in judgements if j.head}
    gone = undone(connection, {j.id for j in judgements} | heads)
    return [Said(j, j.id not in gone and j.head not in gone) for j in judgements]
