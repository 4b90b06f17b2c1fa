"""Which older reports might tell the same acts as some new ones: a look-up in buckets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from dualtrack.coding import event_of
from dualtrack.record._ask import rows_among
from dualtrack.record._buckets import BUCKETS
from dualtrack.record._look import Look, buckets, look
from dualtrack.record._sql import insert_new
from dualtrack.record._tables import CODINGS, EVIDENCE, REPORTS, VERSIONS

_MANY = 2_000  # bucket and day in one statement


def keep_buckets(connection: Connection, looks: Iterable[Look]) -> None:
    """Write down in which buckets these reports are."""
    insert_new(
        connection,
        BUCKETS,
        [
            {"bucket": number, "day": one.reported, "report": one.id}
            for one in looks
            for number in sorted(buckets(one))
        ],
    )


def candidates(connection: Connection, looks: Sequence[Look], reach: int) -> list[Look]:
    """The kept reports that share a bucket with one of these, at most `reach` days away.

    A statement for each 2,000 buckets that are asked for, and one for the reports found.
    """
    wanted = sorted({(number, one.reported) for one in looks for number in buckets(one)})
    known = {one.id for one in looks}
    found: dict[str, None] = {}
    for start in range(0, len(wanted), _MANY):
        # Numbers that we made ourselves, so they may stand in the statement; as parameters
        # they would be too many.
        values = ",".join(f"({n},{day})" for n, day in wanted[start : start + _MANY])
        query = (
            f"WITH wanted(bucket, day) AS (VALUES {values}) "
            "SELECT DISTINCT b.report FROM wanted w JOIN buckets b ON b.bucket = w.bucket "
            f"AND b.day BETWEEN w.day - {reach:d} AND w.day + {reach:d}"
        )
        found.update(dict.fromkeys(connection.exec_driver_sql(query).scalars()))
    return list(_looks(connection, (id for id in found if id not in known)))


def _looks(connection: Connection, reports: Iterable[str]) -> Iterator[Look]:
    query = (
        select(REPORTS.c.id, VERSIONS.c.article, REPORTS.c.body, EVIDENCE.c.words)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
        .join(EVIDENCE, EVIDENCE.c.report == REPORTS.c.id)
    )
    for id, article, body, words in rows_among(connection, query, REPORTS.c.id, reports):
        yield look(id, article, event_of(json.loads(body)), words)


def neighbours(looks: Sequence[Look], fresh: set[str], reach: int) -> Iterator[tuple[Look, Look]]:
    """Pairs that share a bucket, at most `reach` days apart, at least one of them fresh.

    Each pair once, the lesser id first; never two reports of one article.
    """
    shelves: dict[int, list[Look]] = {}
    for one in looks:
        for number in buckets(one):
            shelves.setdefault(number, []).append(one)
    seen: set[tuple[str, str]] = set()
    for shelf in shelves.values():
        shelf.sort(key=lambda one: (one.reported, one.id))
        start = 0
        for i, one in enumerate(shelf):
            while shelf[start].reported < one.reported - reach:
                start += 1
            for other in shelf[start:i]:
                if other.article == one.article or not (one.id in fresh or other.id in fresh):
                    continue
                pair = (one, other) if one.id < other.id else (other, one)
                key = (pair[0].id, pair[1].id)
                if key not in seen:
                    seen.add(key)
                    yield pair
