"""How much was read: a count of acts says little without it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, func, select

from dualtrack.record._tables import VERSIONS


def coverage(
    connection: Connection, since: dt.date | None = None, until: dt.date | None = None
) -> dict[dt.date, int]:
    """Articles by the day on which their newest versions were published.

    All versions are counted from an index, and those that a newer one replaced are taken off,
    since few are: a relation shall not take longer for what stands beside it.
    """
    days: dict[dt.date, int] = {}
    counted = select(VERSIONS.c.published, func.count()).group_by(VERSIONS.c.published)
    for row in connection.execute(counted.where(VERSIONS.c.published.is_not(None))):
        days[row[0]] = row[1]
    for row in _replaced(connection):
        days[row[0]] -= row[1]
    return {
        day: n
        for day, n in sorted(days.items())
        if n and (since is None or day >= since) and (until is None or day <= until)
    }


def _replaced(connection: Connection) -> Sequence[Row[Any]]:
    """How many versions with a newer one there are, by day."""
    if connection.scalar(select(VERSIONS.c.article).where(VERSIONS.c.number > 1).limit(1)) is None:
        return []
    newer = VERSIONS.alias("newer")
    query = (
        select(VERSIONS.c.published, func.count())
        .join(
            newer,
            and_(
                newer.c.article == VERSIONS.c.article,
                newer.c.number == VERSIONS.c.number + 1,
            ),
        )
        .where(VERSIONS.c.published.is_not(None))
        .group_by(VERSIONS.c.published)
    )
    return connection.execute(query).all()
