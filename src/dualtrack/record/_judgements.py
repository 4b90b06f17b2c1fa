"""The log of what people said: written once, read many times, never changed.

A judgement on an event that several reports tell is one row for the event's first report, the
head, and one for each further report. These name the head: in `other`, or for a merge and a
split, which need `other`, in `field`. They stand as long as their head does.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, func, or_, select

from dualtrack.record._ask import portions, rows_among
from dualtrack.record._ids import now, pack, short
from dualtrack.record._tables import JUDGEMENTS

Action = Literal["accept", "reject", "change", "add", "merge", "split", "undo", "done"]
ACTIONS: tuple[Action, ...] = get_args(Action)
PAIRED = frozenset({"merge", "split"})
_C = JUDGEMENTS.c


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row of the log.

    `target` is a report; for "add" and "done" an article, for "undo" a judgement. `other` is the
    second report of a merge or a split, and the new report of an "add". `before` and `after` are
    a change's value, or the state that was ("accepted", "rejected", None) and is.
    `head` is the judgement that this one belongs to, if it is not the first of its event.
    """

    n: int
    id: str
    at: dt.datetime
    who: str
    action: Action
    target: str
    other: str | None = None
    field: str | None = None
    before: Any = None
    after: Any = None
    why: str | None = None
    head: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values; `at` in ISO 8601, ending in `Z`."""
        return {
            "id": self.id,
            "at": self.at.isoformat() + "Z",
            "who": self.who,
            "action": self.action,
            "target": self.target,
            "other": self.other,
            "field": self.field,
            "before": self.before,
            "after": self.after,
            "why": self.why,
            "head": self.head,
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement that is not yet written; `after` and `before` are JSON values."""

    action: Action
    target: str
    other: str | None = None
    field: str | None = None
    before: Any = None
    after: Any = None


def append(
    connection: Connection, who: str, why: str | None, drafts: Sequence[Draft]
) -> list[Judgement]:
    """Write the drafts of one act of judging; the first is the head of the others.

    An id names what was said and how often it was said before, so that saying the same things in
    the same order gives the same ids in every record. Nobody else may be writing judgements.
    """
    out: list[Judgement] = []
    last = connection.execute(select(_C.at).order_by(_C.n.desc()).limit(1)).scalar()
    # Moments never tie, and the head's is its act's last: who asks for the last word finds it.
    at = max(now(), (last or dt.datetime.min) + dt.timedelta(microseconds=len(drafts) + 1))
    for number, draft in enumerate(drafts):
        head = out[0].id if out else None
        row = {
            "at": at - dt.timedelta(microseconds=number),
            "who": who,
            "action": draft.action,
            "target": draft.target,
            "other": draft.other if draft.action in PAIRED or head is None else head,
            "field": draft.field if draft.action not in PAIRED else head,
            "before": None if draft.before is None else pack(draft.before),
            "after": None if draft.after is None else pack(draft.after),
            "why": why,
        }
        id_ = _fresh_id(connection, row)
        connection.execute(JUDGEMENTS.insert().values({**row, "id": id_}))
        out.append(read(connection, [id_])[0])
    return out


def _fresh_id(connection: Connection, row: dict[str, Any]) -> str:
    said = [row[name] for name in ("who", "action", "target", "other", "field", "after", "why")]
    same = select(func.count()).where(
        _C.who == row["who"], _C.action == row["action"], _C.target == row["target"]
    )
    return short("judgement", *said, connection.execute(same).scalar_one())


def read(connection: Connection, ids: Iterable[str]) -> list[Judgement]:
    """The judgements with these ids, in the order in which they were made."""
    return _ordered(rows_among(connection, select(JUDGEMENTS), _C.id, ids))


def read_all(connection: Connection) -> list[Judgement]:
    """The whole log, oldest first."""
    return [_judgement(row) for row in connection.execute(select(JUDGEMENTS).order_by(_C.n))]


def about(connection: Connection, ids: Iterable[str]) -> list[Judgement]:
    """All judgements whose target or other is one of these ids, oldest first."""
    found: dict[int, Row[Any]] = {}
    for portion in portions(ids):
        named = or_(_C.target.in_(portion), _C.other.in_(portion))
        found.update((row.n, row) for row in connection.execute(select(JUDGEMENTS).where(named)))
    return _ordered(found.values())


def followers(connection: Connection, head: Judgement) -> list[Judgement]:
    """The judgements that belong to a head, oldest first."""
    near = {head.id, head.target, *([head.other] if head.other else ())}
    return [one for one in about(connection, near) if one.head == head.id]


def standing(connection: Connection, judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those of the judgements that nobody took back, in the same order; undos are left out."""
    made = [one for one in judgements if one.action != "undo"]
    asked = {one.id for one in made} | {one.head for one in made if one.head}
    gone = undone(connection, asked)
    return [one for one in made if one.id not in gone and one.head not in gone]


def undone(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of the judgements that were taken back, by an undo that was not taken back itself."""
    undos: list[tuple[int, str, str]] = []
    fresh = set(ids)
    statement = select(_C.n, _C.id, _C.target).where(_C.action == "undo")
    while fresh:
        found = [tuple(row) for row in rows_among(connection, statement, _C.target, sorted(fresh))]
        undos += found
        fresh = {undo for _, undo, _ in found}
    gone: set[str] = set()
    for _, undo, target in sorted(undos, reverse=True):  # an undo is younger than what it undoes
        if undo not in gone:
            gone.add(target)
    return gone


def _ordered(rows: Iterable[Row[Any]]) -> list[Judgement]:
    return [_judgement(row) for row in sorted(rows, key=lambda row: int(row.n))]


def _judgement(row: Row[Any]) -> Judgement:
    paired, added = row.action in PAIRED, row.action == "add"
    return Judgement(
        n=row.n,
        id=row.id,
        at=row.at,
        who=row.who,
        action=row.action,
        target=row.target,
        other=row.other if paired or added else None,
        field=None if paired else row.field,
        before=None if row.before is None else json.loads(row.before),
        after=None if row.after is None else json.loads(row.after),
        why=row.why,
        head=row.field if paired else None if added else row.other,
    )
