"""What was announced, and which later act most likely is what was announced."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dualtrack.tracks._act import Act
from dualtrack.tracks._between import Found
from dualtrack.tracks._relation import Due

# An act happens a little before its day, often after it, and later than it was announced. Days;
# docs/relations.md gives them too.
EARLY = 3  # before the first day that was named for it
LATE = 30  # after the last day that was named for it
OPEN = 30  # after the announcement, where no day was named


def due(found: Iterable[Found], as_of: dt.date | None) -> tuple[Due, ...]:
    """Announced acts: those still to come by day, then those without a day, then those past."""
    found = list(found)
    later: dict[str, list[tuple[dt.date, Found]]] = defaultdict(list)
    for one in found:
        if one.act.status == "actual" and one.act.on:
            later[one.act.type].append((one.act.on, one))
    for acts in later.values():
        acts.sort(key=lambda pair: pair[0])
    out = []
    for one in found:
        if one.act.status != "announced":
            continue
        on, until = _days(one.act)
        passed = bool(until and as_of and until < as_of)
        outcome = _outcome(one, on, until, later[one.act.type])
        out.append(Due(one.act, on, until, passed, outcome))
    coming = sorted((d for d in out if d.on and not d.passed), key=lambda d: d.on or dt.date.max)
    past = sorted((d for d in out if d.passed), key=lambda d: d.on or dt.date.min, reverse=True)
    return (*coming, *(d for d in out if d.on is None), *past)


def _days(act: Act) -> tuple[dt.date | None, dt.date | None]:
    """First and last day that the text names for it; that of the report is none of its own."""
    when = act.event.date
    if when.source != "text" or when.on is None:
        return None, None
    return when.on, when.until or when.on


def window(
    reported: dt.date | None, on: dt.date | None, until: dt.date | None
) -> tuple[dt.date, dt.date] | None:
    """First and last day on which what was announced may have happened; None if nothing tells."""
    if on is None or until is None:
        return (_plus(reported, 1), _plus(reported, OPEN)) if reported else None
    first = _plus(on, -EARLY)
    if reported:
        # It had not happened when it was announced, unless it was due that very day.
        first = max(first, min(on, _plus(reported, 1)))
    return first, _plus(until, LATE)


def _outcome(
    announced: Found,
    on: dt.date | None,
    until: dt.date | None,
    later: Sequence[tuple[dt.date, Found]],
) -> Act | None:
    days = window(announced.act.told, on, until)
    if days is None:
        return None
    for day, one in later:
        if day > days[1]:
            break
        same_way = (announced.there and one.there) or (announced.back and one.back)
        if day >= days[0] and same_way and announced.a & one.a and announced.b & one.b:
            return one.act
    return None


def _plus(day: dt.date, days: int) -> dt.date:
    """So many days later, within the calendar."""
    return dt.date.fromordinal(
        min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal())
    )
