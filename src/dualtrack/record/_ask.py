"""Asking a table about many ids, in portions that every database takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Select, select

from dualtrack.record._tables import LINEAGE

_PORTION = 1_000  # parameters of one statement; SQLite takes 32,766, PostgreSQL 65,535


def portions(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids in order, each once, at most 1,000 at a time."""
    whole = list(dict.fromkeys(ids))
    for start in range(0, len(whole), _PORTION):
        yield whole[start : start + _PORTION]


def rows_among(
    connection: Connection, statement: Select[Any], column: Column[Any], ids: Iterable[str]
) -> Iterator[Any]:
    """The statement's rows whose `column` is one of the ids."""
    for portion in portions(ids):
        yield from connection.execute(statement.where(column.in_(portion)))


def ancestors(connection: Connection, reports: Iterable[str]) -> dict[str, set[str]]:
    """For each report, itself and all the older ones that live on in it."""
    return _walk(connection, reports, LINEAGE.c.new, LINEAGE.c.old)


def descendants(connection: Connection, reports: Iterable[str]) -> dict[str, set[str]]:
    """For each report, the newest ones in which it lives on; itself where there are none."""
    older: set[str] = set()
    family = _walk(connection, reports, LINEAGE.c.old, LINEAGE.c.new, older)
    return {report: {one for one in whole if one not in older} for report, whole in family.items()}


def _walk(
    connection: Connection,
    reports: Iterable[str],
    near: Column[Any],
    far: Column[Any],
    left: set[str] | None = None,
) -> dict[str, set[str]]:
    """All that can be reached by steps from `near` to `far`; `left` collects what has a step."""
    steps: dict[str, set[str]] = {}
    starts = list(dict.fromkeys(reports))
    fresh, seen = set(starts), set(starts)
    while fresh:
        found: set[str] = set()
        for one, other in rows_among(connection, select(near, far), near, sorted(fresh)):
            steps.setdefault(one, set()).add(other)
            found.add(other)
        fresh = found - seen
        seen |= found
    if left is not None:
        left.update(steps)
    return {start: _reached(start, steps) for start in starts}


def _reached(start: str, steps: dict[str, set[str]]) -> set[str]:
    out, waiting = {start}, [start]
    while waiting:
        for other in steps.get(waiting.pop(), ()):
            if other not in out:
                out.add(other)
                waiting.append(other)
    return out
