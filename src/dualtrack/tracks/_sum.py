"""From events to a relation: which events concern the pair, on which day, on which track."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dualtrack._errors import InputError
from dualtrack.coding import Event, Mention
from dualtrack.ontology import MUTUAL
from dualtrack.tracks._party import Party
from dualtrack.tracks._periods import By, first_day, label, last_day, starts
from dualtrack.tracks._relation import Cell, Due, Period, Relation, Tally, Way

# Done together by all who are named as actors, whoever else is met or promised something. The
# ontology's other mutual acts are so only where no recipient is named ("the two sides disagree").
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})

_SUMMED = ("actual", "announced", "possible")


def relation(
    events: Iterable[Event],
    a: str,
    b: str,
    *,
    by: By = "month",
    since: dt.date | None = None,
    until: dt.date | None = None,
    coverage: Mapping[dt.date, int] | None = None,
) -> Relation:
    """The two tracks of a pair, each way and both.

    `a` and `b` are a code (`USA`), a code with a sector (`USA/MIL`) or a name. An event counts
    from a to b where an actor is a and a recipient is b; where both did it together it counts
    both ways (and once in `both`). An actual event stands on the day of the act. An announced
    or possible one stands on the day it was reported, since its own day is still open.
    `since` and `until` are first and last day; `coverage` is the number of articles read by
    publication day. Raises InputError for a party that is none, or one party twice.
    """
    parties = Party.parse(a), Party.parse(b)
    if parties[0] == parties[1]:
        raise InputError(f"A relation needs two actors, and {parties[0]} was given twice.")
    if since and until and since > until:
        raise InputError(f"The first day {since} comes after the last day {until}.")
    pair = [(e, *_directions(e, *parties)) for e in events]
    kept = [x for x in pair if (x[1] or x[2]) and _inside(_day(x[0]), since, until)]
    frame = _frame([e for e, *_ in kept], by, since, until, coverage)
    both = _newest([e for e, *_ in kept])
    as_of = until or max(
        [*(d for e in both if (d := _reported(e))), *(coverage or ())], default=None
    )
    return Relation(
        a=str(parties[0]),
        b=str(parties[1]),
        by=by,
        as_of=as_of,
        forward=_way([e for e, there, _ in kept if there], str(parties[0]), str(parties[1]), frame),
        backward=_way([e for e, _, back in kept if back], str(parties[1]), str(parties[0]), frame),
        both=_way(both, f"{parties[0]} and {parties[1]}", None, frame),
        standing=tuple(e for e in both if e.condition and e.status in _SUMMED),
        due=_due(both, as_of),
        disagreements=tuple(e for e in both if e.type == "REJECT" and e.status == "actual"),
        newest=tuple(e for e in both if e.status in _SUMMED),
    )


def _directions(event: Event, a: Party, b: Party) -> tuple[bool, bool]:
    """Whether the event goes from a to b, and from b to a."""
    there = _has(event.actors, a) and _has(event.recipients, b)
    back = _has(event.actors, b) and _has(event.recipients, a)
    together = event.type in _TOGETHER or (event.type in MUTUAL and not event.recipients)
    if together and any(
        a.matches(x) and b.matches(y)
        for i, x in enumerate(event.actors)
        for j, y in enumerate(event.actors)
        if i != j
    ):
        return True, True
    return there, back


def _has(mentions: Iterable[Mention], party: Party) -> bool:
    return any(party.matches(mention) for mention in mentions)


def _reported(event: Event) -> dt.date | None:
    return event.published or event.date.on


def _day(event: Event) -> dt.date | None:
    """The day an event stands on in a list, as well as it is known."""
    if event.status in ("announced", "possible", "predicted"):
        return _reported(event)
    return event.date.on or event.published


def _place(event: Event, by: By) -> dt.date | None:
    """The first day of the event's period; None where its day is too vague to tell which."""
    if event.status != "actual":
        day = _reported(event)
        return first_day(day, by) if day else None
    on, until = event.date.on, event.date.until or event.date.on
    if on is None or until is None:
        return None
    start = first_day(on, by)
    return start if first_day(until, by) == start else None


def _inside(day: dt.date | None, since: dt.date | None, until: dt.date | None) -> bool:
    if day is None:
        return True  # it is listed as unplaced: dropping it in silence would be a guess
    return (since is None or day >= since) and (until is None or day <= until)


def _newest(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda e: _day(e) or dt.date.min, reverse=True)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The periods of a relation, and the articles read in each where coverage is known."""

    by: By
    spans: tuple[tuple[dt.date, dt.date], ...]
    articles: Mapping[dt.date, int] | None


def _frame(
    events: Sequence[Event],
    by: By,
    since: dt.date | None,
    until: dt.date | None,
    coverage: Mapping[dt.date, int] | None,
) -> _Frame:
    """All periods from the first to the last day that counts, without a gap."""
    days = [d for e in events if e.status in _SUMMED and (d := _place(e, by))]
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


def _way(events: Iterable[Event], source: str, target: str | None, frame: _Frame) -> Way:
    cells: dict[tuple[dt.date, str, str], list[Event]] = defaultdict(list)
    lists: dict[str, list[Event]] = defaultdict(list)
    for event in _newest(events):
        if event.status not in _SUMMED:
            lists[event.status].append(event)
        elif event.track is None:
            lists["off track"].append(event)
        elif (start := _place(event, frame.by)) is None:
            lists["unplaced"].append(event)
        else:
            cells[start, event.track, event.status].append(event)

    def cell(start: dt.date, track: str) -> Cell:
        return Cell(*(Tally(tuple(cells.get((start, track, s), ()))) for s in _SUMMED))

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


def _due(events: Iterable[Event], as_of: dt.date | None) -> tuple[Due, ...]:
    """Announced events: those still to come by day, then those without a day, then those past."""
    out = []
    for event in events:
        if event.status != "announced":
            continue
        dated = event.date.source == "text" and event.date.on is not None
        on, until = (event.date.on, event.date.until or event.date.on) if dated else (None, None)
        out.append(Due(event, on, until, bool(until and as_of and until < as_of)))
    coming = sorted((d for d in out if d.on and not d.passed), key=lambda d: d.on or dt.date.max)
    past = sorted((d for d in out if d.passed), key=lambda d: d.on or dt.date.min, reverse=True)
    return (*coming, *(d for d in out if d.on is None), *past)
