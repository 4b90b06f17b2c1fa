"""What all pairs did, from the record."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import Any

from sqlalchemy import Connection, func, select

from dualtrack._errors import InputError
from dualtrack.ontology import MUTUAL
from dualtrack.record._coverage import coverage
from dualtrack.record._tables import EVENTS, PARTIES
from dualtrack.tracks._asked import DAY, within
from dualtrack.tracks._between import TOGETHER
from dualtrack.tracks._pairs import FEWEST, WINDOWS, Deed, Order, Relations, compared

DEFAULT_DAYS = 30


def compare(
    connection: Connection, since: dt.date | None, until: dt.date | None, order: Order
) -> Relations:
    """All pairs between two days, in order; compared with their past where there is a `since`."""
    read = coverage(connection)
    first, last = _span(connection, read)
    if last is None or first is None:
        return Relations(order, since, until, 0, 0, None, (), {})
    if order == "change":
        until = until or last
        since = since or until - dt.timedelta(days=DEFAULT_DAYS - 1)
    windows = _windows(first, since, until or last) if since else []
    if order == "change" and len(windows) < FEWEST:
        raise InputError(
            f"The record begins on {first}: that leaves {len(windows)} windows as long as {since} "
            f"to {until} before them, and {FEWEST} are needed to tell what is usual."
        )
    left_out: Counter[str] = Counter()
    if len(windows) < FEWEST:
        windows = []
    since_all = windows[-1][0] if windows else since
    deeds = _deeds(connection, since_all, until, since, left_out)
    pairs = compared(deeds, since, until, windows, order)
    return Relations(
        order,
        since,
        until,
        len(windows),
        _articles(read, since, until),
        statistics.median(_articles(read, *window) for window in windows) if windows else None,
        pairs,
        dict(left_out),
    )


def _span(
    connection: Connection, read: Mapping[dt.date, int]
) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of what was read; of the acts, where no page has a day."""
    if read:
        return min(read), max(read)
    row = connection.execute(select(func.min(EVENTS.c.reported), func.max(EVENTS.c.reported))).one()
    return row[0], row[1]


def _windows(first: dt.date, since: dt.date, until: dt.date) -> list[tuple[dt.date, dt.date]]:
    """Whole windows of the same length before `since`, newest first."""
    length = (until - since).days + 1
    count = min(WINDOWS, max(0, (since - first).days // length))
    day = dt.timedelta(days=1)
    return [
        (since - n * length * day, since - (n - 1) * length * day - day)
        for n in range(1, count + 1)
    ]


def _articles(read: Mapping[dt.date, int], since: dt.date | None, until: dt.date | None) -> int:
    return sum(
        n
        for day, n in read.items()
        if (since is None or day >= since) and (until is None or day <= until)
    )


def _deeds(
    connection: Connection,
    since: dt.date | None,
    until: dt.date | None,
    counted: dt.date | None,
    left_out: Counter[str],
) -> Iterator[Deed]:
    """What stands on a track between two days, once for each pair.

    What is in no pair is counted in `left_out`, from the day `counted` on.
    """
    query = (
        select(
            EVENTS.c.id,
            EVENTS.c.type,
            DAY,
            EVENTS.c.track,
            EVENTS.c.status,
            EVENTS.c.intensity,
            PARTIES.c.side,
            func.coalesce(PARTIES.c.country, PARTIES.c.name),
        )
        .outerjoin(PARTIES, PARTIES.c.event == EVENTS.c.id)
        .where(
            EVENTS.c.state == "standing",
            EVENTS.c.track.is_not(None),
            EVENTS.c.status.in_(("actual", "announced", "possible")),
            *within(since, until),
        )
        .order_by(EVENTS.c.id, PARTIES.c.side, PARTIES.c.place)
    )
    for (_, kind, day, *rest), rows in groupby(
        connection.execute(query), key=lambda row: tuple(row[:6])
    ):
        pairs, why = _pairs(kind, [tuple(row[6:]) for row in rows])
        if why is None and day is None:
            why = "no day"
        if why is not None:
            if day is None or counted is None or day >= counted:
                left_out[why] += 1
            continue
        for pair in pairs:
            yield Deed(pair, day, *rest)


def _pairs(kind: str, sides: Sequence[tuple[Any, ...]]) -> tuple[set[tuple[str, str]], str | None]:
    """All pairs of different parties between which an act goes, or why there is none."""
    actors = [key for side, key in sides if side == "a"]
    recipients = [key for side, key in sides if side == "r"]
    both = [(x, y) for x in actors for y in recipients]
    if kind in TOGETHER or (kind in MUTUAL and not recipients):
        both += combinations(actors, 2)
    if not both:
        return set(), "one side only"
    named = {(x, y) for x, y in both if x and y}
    if not named:
        return set(), "a side that could not be named"
    pairs = {(min(x, y), max(x, y)) for x, y in named if x != y}
    return pairs, None if pairs else "within one party"
