"""From acts to a relation: on which day, on which track, how much."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dualtrack._errors import InputError
from dualtrack.coding import Event
from dualtrack.tracks._act import Act
from dualtrack.tracks._between import Found, between, twos
from dualtrack.tracks._days import check_days
from dualtrack.tracks._due import due
from dualtrack.tracks._groups import known_groups
from dualtrack.tracks._party import Groups, Party
from dualtrack.tracks._periods import By, first_day, label, last_day, starts
from dualtrack.tracks._relation import Cell, Period, Relation, Tally, Way
from dualtrack.tracks._speakers import speakers

_SUMMED = ("actual", "announced", "possible")
_SPOKEN = (*_SUMMED, "predicted", "negated")


def relation(
    events: Iterable[Event],
    a: str,
    b: str,
    *,
    by: By = "month",
    since: dt.date | None = None,
    until: dt.date | None = None,
    coverage: Mapping[dt.date, int] | None = None,
    groups: Groups | None = None,
) -> Relation:
    """The two tracks of a pair, each way and both, of events in memory.

    `a` and `b` are a code (`USA`), a code with a sector (`USA/MIL`), a name, or a group (`EU`;
    `groups` None: the well-known ones). An event counts from a to b where an actor is a and a
    recipient is b; where both did it together it counts both ways (and once in `both`). An
    actual event stands on the day of the act. An announced or possible one stands on the day
    it was reported, since its own day is still open. `since` and `until` are first and last
    day; `coverage` is the number of articles read by publication day. Raises InputError for a
    party that is none, or one party twice.
    """
    one, other = parties(a, b, known_groups() if groups is None else groups)
    check_days(since, until)
    found = [
        hit
        for event in events
        if (
            hit := between(
                Act.of(event), twos(event), one, other, has_recipients=bool(event.recipients)
            )
        )
    ]
    return sum_up(found, one, other, by=by, since=since, until=until, coverage=coverage)


def parties(a: str, b: str, groups: Groups | None) -> tuple[Party, Party]:
    """Both sides as asked for; InputError where they are one."""
    pair = Party.parse(a, groups), Party.parse(b, groups)
    if pair[0] == pair[1]:
        raise InputError(f"A relation needs two actors, and {pair[0]} was given twice.")
    return pair


def sum_up(
    found: Iterable[Found],
    a: Party,
    b: Party,
    *,
    by: By,
    since: dt.date | None,
    until: dt.date | None,
    coverage: Mapping[dt.date, int] | None,
) -> Relation:
    """The relation that these acts make; those that do not stand are only listed as left out."""
    inside = [f for f in found if _inside(f.act.day, since, until)]
    inside.sort(key=lambda f: f.act.day or dt.date.min, reverse=True)
    kept = [f for f in inside if f.act.state == "standing"]
    acts = [f.act for f in kept]
    frame = _frame(acts, by, since, until, coverage)
    as_of = until or max([*(d for x in acts if (d := x.told)), *(coverage or ())], default=None)
    both = _way(acts, f"{a} and {b}", None, frame)
    return Relation(
        a=str(a),
        b=str(b),
        by=by,
        as_of=as_of,
        forward=_way([f.act for f in kept if f.there], str(a), str(b), frame),
        backward=_way([f.act for f in kept if f.back], str(b), str(a), frame),
        both=both,
        standing=tuple(x for x in acts if x.conditional and x.status in _SUMMED),
        due=due(kept, as_of),
        disagreements=tuple(x for x in acts if x.type == "REJECT" and x.status == "actual"),
        predictions=both.predicted,
        speakers=speakers(x for x in acts if x.status in _SPOKEN),
        newest=tuple(x for x in acts if x.status in _SUMMED),
        left_out=tuple(f.act for f in inside if f.act.state != "standing"),
    )


def _place(act: Act, by: By) -> dt.date | None:
    """The first day of the act's period; None where its day is too vague to tell which."""
    if act.status != "actual":
        return first_day(act.told, by) if act.told else None
    on, until = act.on, act.until or act.on
    if on is None or until is None:
        return None
    start = first_day(on, by)
    return start if until == on or first_day(until, by) == start else None


def _inside(day: dt.date | None, since: dt.date | None, until: dt.date | None) -> bool:
    if day is None:
        return True  # it is listed as unplaced: dropping it in silence would be a guess
    return (since is None or day >= since) and (until is None or day <= until)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The periods of a relation, and the articles read in each where coverage is known."""

    by: By
    spans: tuple[tuple[dt.date, dt.date], ...]
    articles: Mapping[dt.date, int] | None


def _frame(
    acts: Sequence[Act],
    by: By,
    since: dt.date | None,
    until: dt.date | None,
    coverage: Mapping[dt.date, int] | None,
) -> _Frame:
    """All periods from the first to the last day that counts, without a gap."""
    days = [d for x in acts if x.status in _SUMMED and (d := _place(x, by))]
    days += [d for d in coverage or () if _inside(d, since, until)]
    first, last = since or min(days, default=None), until or max(days, default=None)
    spans: tuple[tuple[dt.date, dt.date], ...] = ()
    if first and last:
        spans = tuple((start, last_day(start, by)) for start in starts(first, last, by))
    if coverage is None:
        return _Frame(by, spans, None)
    articles: dict[dt.date, int] = defaultdict(int)
    for day, read in coverage.items():
        if _inside(day, since, until):
            articles[first_day(day, by)] += read
    return _Frame(by, spans, dict(articles))


def _way(acts: Iterable[Act], source: str, target: str | None, frame: _Frame) -> Way:
    cells: dict[tuple[dt.date, str, str], list[Act]] = defaultdict(list)
    lists: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        if act.status not in _SUMMED:
            lists[act.status].append(act)
        elif act.track is None:
            lists["off track"].append(act)
        elif (start := _place(act, frame.by)) is None:
            lists["unplaced"].append(act)
        else:
            cells[start, act.track, act.status].append(act)

    def cell(start: dt.date, track: str) -> Cell:
        return Cell(*(_tally(cells.get((start, track, s))) for s in _SUMMED))

    def period(start: dt.date, end: dt.date) -> Period:
        support, pressure = cell(start, "support"), cell(start, "pressure")
        read = None if frame.articles is None else frame.articles.get(start, 0)
        return Period(start, end, label(start, frame.by), support, pressure, read)

    return Way(
        source,
        target,
        tuple(period(start, end) for start, end in frame.spans),
        negated=tuple(lists["negated"]),
        historical=tuple(lists["historical"]),
        predicted=tuple(lists["predicted"]),
        off_track=tuple(lists["off track"]),
        unplaced=tuple(lists["unplaced"]),
    )


_NOTHING = Tally()


def _tally(acts: list[Act] | None) -> Tally:
    return Tally(tuple(acts)) if acts else _NOTHING
