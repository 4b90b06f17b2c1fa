"""Judgements and agreement as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.table import Table

from dualtrack._printable import one_line
from dualtrack.record import CAVEATS, FieldAgreement, Judgement, Said


def said_line(said: Said) -> str:
    """One judgement on one line: its id, when, who, what, why, and whether it still stands."""
    one = said.judgement
    line = f"{one.id} {one.at:%Y-%m-%d %H:%M} {one.who}: {_what(one)}"
    if one.why:
        line += f" ({one.why})"
    if one.head:
        line += f" [with {one.head}]"
    if not said.stands:
        line += " [taken back]"
    return one_line(line)


def _what(one: Judgement) -> str:
    if one.action == "change":
        return f"{one.target} {one.field}: {_value(one.before)} → {_value(one.after)}"
    if one.action in ("accept", "reject"):
        return f"{one.target} {one.after}"
    if one.action == "add":
        event = one.after or {}
        act = f"{event.get('type')} {_value(event.get('trigger'))}"
        return f"added {one.other} to {one.target}: {act}"
    if one.action == "merge":
        return f"{one.target} and {one.other} are one"
    if one.action == "split":
        return f"{one.target} and {one.other} are two"
    return f"took back {one.target}" if one.action == "undo" else f"{one.target} is done"


def _value(value: Any) -> str:
    """A value of a field in short: its words."""
    if isinstance(value, list):
        return ", ".join(map(_value, value)) or "nobody"
    if isinstance(value, dict):
        words = value.get("text") or value.get("on")
        more = [value[name] for name in ("country", "sector") if value.get(name)]
        return f"{words!r}" + (f" ({'/'.join(more)})" if more else "") if words else "none"
    return "none" if value is None else str(value)


def agreement_table(found: Iterable[FieldAgreement]) -> Table:
    """Agreement by field; a dash where there is no figure."""
    table = Table(box=None, pad_edge=False)
    table.add_column("field")
    for name in ("alpha", "same", "reports", "judges"):
        table.add_column(name, justify="right")
    for one in found:
        table.add_row(
            one.field, _share(one.alpha), _share(one.same), str(one.units), str(one.judges)
        )
    return table


def agreement_words(found: Iterable[FieldAgreement]) -> list[str]:
    """What is to be said beside the figures."""
    if not any(one.units for one in found):
        return ["No report was judged by two people yet, so that there is nothing to compare."]
    return list(CAVEATS)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
