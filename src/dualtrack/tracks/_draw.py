"""A relation in a terminal: pressure to the left, support to the right, month under month."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.text import Text

from dualtrack._printable import one_line, plain
from dualtrack.tracks._draw_lists import draw_lists
from dualtrack.tracks._relation import Cell, Period, Relation, Way

SOLID, APART = "█", "░"
_STYLES = {"support": "green", "pressure": "red"}
_LABEL, _NUMBERS, _ARTICLES = 10, 13, 14
_GAP = 3  # more empty periods than this are told in one line


def draw(relation: Relation, console: Console, *, most: int = 5) -> None:
    """Print both ways, what stands under a condition, what is due, disagreements, newest acts.

    `most` is how many entries of each list are printed, and how many are left is said.
    """
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
    console.print()
    console.print(_together(relation.both))
    draw_lists(relation, console, most)


def _together(both: Way) -> Text:
    """Both ways in one line; what was done together is in it once."""
    tracks = [f"{t} {_numbers(both.whole(t)) or 'none'}" for t in ("pressure", "support")]
    read = [p.articles for p in both.periods if p.articles is not None]
    told = f"; {sum(read):,} articles read" if read else ""
    return plain(f"Both ways together: {', '.join(tracks)}{told}")


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
