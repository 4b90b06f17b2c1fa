"""Which of several dated rows of a name holds on a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from dualtrack.actors._actor import Actor

_NEWS = dt.date(2000, 1, 1)  # terms before it weigh nothing against later ones
_OPEN = 3650  # days an open side counts for when rows are weighed against each other


def choose(rows: tuple[Actor, ...], on: dt.date | None) -> Actor:
    """The row that holds on a day; without a day what all rows agree on, else the most held.

    Where no row holds on that day the nearest one is taken. Rows of several people who share a
    name give only what they agree on.
    """
    if len(rows) == 1:
        return rows[0]
    if on is None:
        return _agreed(rows) if _people(rows) > 1 else _most_held(rows)
    held = tuple(row for row in rows if row.holds(on))
    if not held:
        nearest = min(_distance(row, on) for row in rows)
        held = tuple(row for row in rows if _distance(row, on) == nearest)
    if _people(held) > 1:
        return _agreed(held)
    return max(held, key=lambda row: row.first or dt.date.min)


def _people(rows: tuple[Actor, ...]) -> int:
    return len({row.name for row in rows})


def _agreed(rows: tuple[Actor, ...]) -> Actor:
    countries, sectors = {row.country for row in rows}, {row.sector for row in rows}
    country = rows[0].country if len(countries) == 1 else None
    sector = rows[0].sector if len(sectors) == 1 else None
    name = " or ".join(dict.fromkeys(row.name for row in rows))
    return Actor(name, country, sector, rows[0].kind)


def _most_held(rows: tuple[Actor, ...]) -> Actor:
    held: Counter[tuple[str | None, str | None]] = Counter()
    for row in rows:
        first = max(row.first, _NEWS) if row.first else None
        days = max(0, (row.last - first).days) if first and row.last else _OPEN
        held[row.country, row.sector] += days + 1
    best = held.most_common(1)[0][0]
    return next(row for row in rows if (row.country, row.sector) == best)


def _distance(row: Actor, on: dt.date) -> int:
    if row.first is not None and on < row.first:
        return (row.first - on).days
    if row.last is not None and on > row.last:
        return (on - row.last).days
    return 0
