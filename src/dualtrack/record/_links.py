"""Rows that say of two reports that a rule takes them for one act."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from dualtrack.record._candidates import candidates, keep_buckets, neighbours
from dualtrack.record._ids import now, pack
from dualtrack.record._look import look
from dualtrack.record._report import NewReport
from dualtrack.record._same import REACH, RULE, same
from dualtrack.record._sql import insert_new, on_postgres
from dualtrack.record._tables import LINKS

_LOCK = 0x6475616C  # any number, the same for every writer


def link(connection: Connection, reports: Sequence[NewReport]) -> None:
    """Link new reports, which are in the record already, with all that tell of the same act.

    Every pair that matches gets its row, among the new ones as well, so that the rows do not
    depend on the order in which reports come. Must stand in a transaction that writes.
    """
    if not reports:
        return
    alone(connection)
    fresh = {one.id: look(one.id, one.article, one.event, one.words) for one in reports}
    looks = list(fresh.values())
    older = candidates(connection, looks, REACH)
    keep_buckets(connection, looks)
    at = now()
    rows = []
    for one, other in neighbours(looks + older, set(fresh), REACH):
        match = same(one, other)
        if match is not None:
            rows.append(
                {
                    "a": one.id,
                    "b": other.id,
                    "rule": RULE,
                    "strength": match.strength,
                    "why": pack(match.why),
                    "at": at,
                }
            )
    insert_new(connection, LINKS, rows)


def alone(connection: Connection) -> None:
    """Until the transaction ends, nobody else links or derives.

    Two writers would otherwise miss each other's reports. SQLite has one writer anyway.
    """
    if on_postgres(connection):
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK:d})"))
