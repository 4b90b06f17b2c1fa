"""A relation in a terminal: pressure to the left, support to the right, month under month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dualtrack._printable import one_line, plain, printable
from dualtrack.coding import Event
from dualtrack.tracks._relation import Cell, Due, Period, Relation, Way

SOLID, APART = "█", "░"
_STYLES = {"support": "green", "pressure": "red"}
_LABEL, _NUMBERS, _ARTICLES = 10, 13, 14
_GAP = 3  # more empty periods than this are told in one line


def draw(
    relation: Relation,
    console: Console,
    *,
    titles: Mapping[str, str] | None = None,
    most: int = 5,
) -> None:
    """Print both ways, what stands under a condition, what is due, disagreements, newest events.

    `titles` gives the title of each article by id; `most` is how many entries of each list
    are printed, and how many are left is said.
    """
    titles = titles or {}
    width = max(8, (min(console.width, 120) - _LABEL - 2 * _NUMBERS - _ARTICLES - 3) // 2)
    scale = _scale(relation)
    console.print(plain(f"{relation.a} and {relation.b}, by {relation.by}", "bold"))
    console.print(
        plain(f"{SOLID} actual  {APART} announced or possible  sum of the actual (number+the rest)")
    )
    for way in relation.ways:
        console.print()
        for line in _series(way, width, scale):
            console.print(line, no_wrap=True)
    _list(console, "Standing conditions", map(_condition, relation.standing), titles, most)
    _list(console, "Due", map(_due, relation.due), titles, most)
    _list(console, "Open disagreements", map(_told, relation.disagreements), titles, most)
    _list(console, "Newest", map(_told, relation.newest), titles, most)
    _beside(console, relation)


def _scale(relation: Relation) -> float:
    """The largest sum of one track in one period, so that all bars share one measure."""
    cells = [c for w in relation.ways for p in w.periods for c in (p.support, p.pressure)]
    return max((abs(c.actual.total) + abs(c.apart_total) for c in cells), default=0.0) or 1.0


def _series(way: Way, width: int, scale: float) -> Iterable[Text]:
    side = _NUMBERS + width
    yield Text.assemble(
        (one_line(f"{way.source} → {way.target}"), "bold"),
    )
    yield Text.assemble(
        " " * _LABEL,
        ("pressure ".rjust(side), _STYLES["pressure"]),
        "│",
        (" support".ljust(side), _STYLES["support"]),
    )
    if not way.periods:
        yield plain("  nothing to sum")
    for empty, group in groupby(way.periods, key=_empty):
        periods = list(group)
        if empty and len(periods) > _GAP:
            read = [p.articles for p in periods if p.articles is not None]
            told = f"no event in {sum(read)} articles read" if read else "no event"
            yield plain(f"{periods[0].label:{_LABEL}}to {periods[-1].label}: {told}")
            continue
        for period in periods:
            yield _row(period, width, scale)


def _empty(period: Period) -> bool:
    cells = period.support, period.pressure
    return not any(c.actual.count or c.apart_count for c in cells)


def _row(period: Period, width: int, scale: float) -> Text:
    solid, apart = _bar(period.pressure, width, scale)
    left = Text.assemble(
        _numbers(period.pressure).rjust(_NUMBERS - 1) + " ",
        " " * (width - len(solid) - len(apart)),
        (apart + solid, _STYLES["pressure"]),
    )
    solid, apart = _bar(period.support, width, scale)
    right = Text.assemble(
        (solid + apart, _STYLES["support"]),
        " " * (width - len(solid) - len(apart)),
        _numbers(period.support).rjust(_NUMBERS),
    )
    read = "" if period.articles is None else f"{period.articles:>5} read"
    return Text.assemble(f"{period.label:{_LABEL}}", left, "│", right, read)


def _bar(cell: Cell, width: int, scale: float) -> tuple[str, str]:
    """The actual and the rest, in whole cells; what is there at all has at least one."""
    solid, apart = abs(cell.actual.total), abs(cell.apart_total)
    a = max(round(solid / scale * width), bool(cell.actual.count))
    b = max(round(apart / scale * width), bool(cell.apart_count))
    over = max(a + b - width, 0)
    return (SOLID * (a - over), APART * b) if a > b else (SOLID * a, APART * (b - over))


def _numbers(cell: Cell) -> str:
    """`-12.5 (3+1)`: the sum of the actual, their number and the number of the rest."""
    if not cell.actual.count and not cell.apart_count:
        return ""
    apart = f"+{cell.apart_count}" if cell.apart_count else ""
    return f"{cell.actual.total:.1f} ({cell.actual.count}{apart})"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of a list: a day, what was done, and words that belong to it."""

    day: str
    event: Event
    more: str = ""


def _told(event: Event) -> _Entry:
    day = event.date.on if event.status == "actual" else event.published
    return _Entry(str(day or event.published or "day unknown"), event)


def _condition(event: Event) -> _Entry:
    words = one_line(event.condition.span.text) if event.condition else ""
    return _Entry(str(event.published or "day unknown"), event, f"“{words}”")


def _due(due: Due) -> _Entry:
    day = str(due.on) if due.on else "no day"
    more = f"said {due.event.published}" if due.event.published else "said on an unknown day"
    if due.until and due.until != due.on:
        more = f"to {due.until}, {more}"
    if due.passed:
        more = f"{more}; that day is past"
    return _Entry(day, due.event, more)


def _act(event: Event) -> str:
    """`USA → ISR: SANCTION/discontinue, possible: “cut”`."""
    kind = event.type + (f"/{event.mode}" if event.mode else "")
    actors = ", ".join(m.span.text for m in event.actors) or "unknown"
    to = f" → {', '.join(m.span.text for m in event.recipients)}" if event.recipients else ""
    return one_line(f"{actors}{to}: {kind}, {event.status}: “{event.trigger.text}”")


def _list(
    console: Console, heading: str, entries: Iterable[_Entry], titles: Mapping[str, str], most: int
) -> None:
    entries = list(entries)
    console.print()
    console.print(plain(f"{heading} ({len(entries)})", "bold"))
    table = Table.grid(padding=(0, 2), pad_edge=True)
    table.add_column(no_wrap=True, min_width=10)
    table.add_column(overflow="fold")
    for entry in entries[:most]:
        told = Text(_act(entry.event))
        if entry.more:
            told.append(f"\n{printable(entry.more)}")
        if title := titles.get(entry.event.article):
            told.append(f"\nin: {one_line(title, 100)}", style="dim")
        table.add_row(entry.day, told)
    if entries:
        console.print(table)
    if len(entries) > most:
        console.print(plain(f"  and {len(entries) - most} more"))


def _beside(console: Console, relation: Relation) -> None:
    """What was found and not summed."""
    both = relation.both
    counts = {
        "negated": both.negated,
        "historical": both.historical,
        "predicted": both.predicted,
        "on neither track": both.off_track,
        "of a day too vague to place": both.unplaced,
    }
    told = ", ".join(f"{len(events)} {name}" for name, events in counts.items() if events)
    if told:
        console.print()
        console.print(plain(f"Not summed: {told}."))
