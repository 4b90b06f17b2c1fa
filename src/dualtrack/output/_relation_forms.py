"""Relations as JSON and CSV for machines, and many of them as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO, Literal, Protocol, get_args

from rich.console import Console
from rich.table import Table

from dualtrack._printable import one_line
from dualtrack._printable import plain as text
from dualtrack.output._csv import CsvRows, plain
from dualtrack.output._jsonl import json_line
from dualtrack.output._place import unbroken
from dualtrack.tracks import PAIR_COLUMNS, ROW_COLUMNS, Pair, Relation, Relations, TrackSum

RelationForm = Literal["text", "json", "csv"]
RELATION_FORMS: tuple[RelationForm, ...] = get_args(RelationForm)

RELATION_COLUMNS: dict[str, str] = ROW_COLUMNS
"""Name and meaning of each column of a relation as CSV, in order."""

RELATIONS_COLUMNS: dict[str, str] = PAIR_COLUMNS
"""Name and meaning of each column of the list of pairs as CSV, in order."""


class _Flat(Protocol):
    """What has one form as JSON and one as rows."""

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON values."""

    def rows(self) -> list[dict[str, Any]]:
        """Its numbers as flat rows."""


def write_relation(relation: Relation, form: RelationForm, stream: BinaryIO) -> None:
    """The whole relation as one JSON object, or its series as CSV (`RELATION_COLUMNS`)."""
    _write(relation, form, RELATION_COLUMNS, stream)


def write_relations(relations: Relations, form: RelationForm, stream: BinaryIO) -> None:
    """All pairs as one JSON object, or as CSV with one row a pair (`RELATIONS_COLUMNS`)."""
    _write(relations, form, RELATIONS_COLUMNS, stream)


def _write(what: _Flat, form: RelationForm, columns: Iterable[str], stream: BinaryIO) -> None:
    if form == "csv":
        CsvRows(stream, columns).write(map(_cells, what.rows()))
        return
    with unbroken():
        stream.write(json_line(what.to_dict()))
        stream.flush()


def _cells(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row; a name that a spreadsheet would run as a formula is kept from it."""
    return {name: plain(value) if isinstance(value, str) else value for name, value in row.items()}


def draw_relations(relations: Relations, console: Console, *, most: int = 20) -> None:
    """Print the first pairs as a table, and how many more there are."""
    days = f"{relations.since or 'the first day'} to {relations.until or 'the last'}"
    read = f"{relations.articles:,} articles read"
    console.print(text(f"Pairs by {relations.order}, {days}; {read}", "bold"))
    if relations.windows:
        console.print(
            text(
                f"Compared with {relations.windows} windows of the same length before; "
                f"in the middle one of them {relations.usual_articles:,.0f} articles were read."
            )
        )
    if relations.pairs:
        console.print(_table(relations, most))
    if len(relations.pairs) > most:
        console.print(text(f"  and {len(relations.pairs) - most:,} more pairs"))
    if not relations.pairs:
        console.print(text("  no pair has done anything to each other in these days"))
    if relations.left_out:
        told = ", ".join(f"{n:,} {why}" for why, n in sorted(relations.left_out.items()))
        console.print(text(f"Acts in no pair: {told}."))


def _table(relations: Relations, most: int) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("pair", overflow="fold")
    for track in ("pressure", "support"):
        table.add_column(track, justify="right", no_wrap=True)
        if relations.windows:
            table.add_column("change", justify="right", no_wrap=True)
    table.add_column("newest", no_wrap=True)
    for pair in relations.pairs[:most]:
        table.add_row(*_row(pair, compared=bool(relations.windows)))
    return table


def _row(pair: Pair, *, compared: bool) -> list[str]:
    cells = [one_line(f"{pair.a} and {pair.b}", 60)]
    for track in (pair.pressure, pair.support):
        cells.append(_sum(track))
        if compared:
            cells.append("" if track.change is None else f"{track.change:+.1f}")
    return [*cells, str(pair.newest or "")]


def _sum(track: TrackSum) -> str:
    """`-12.5 (3+1)`, as in the picture of one relation."""
    if not track.count and not track.apart:
        return ""
    apart = f"+{track.apart}" if track.apart else ""
    return f"{track.total:.1f} ({track.count}{apart})"
