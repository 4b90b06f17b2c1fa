"""How far judges agree, field by field: Krippendorff's alpha.

The figure is that of the library `krippendorff`; Krippendorff, Content Analysis (2004), chapter 11.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, select

from dualtrack._errors import MissingExtra
from dualtrack.coding import Event, event_of
from dualtrack.record._ask import ancestors, rows_among
from dualtrack.record._change import changed
from dualtrack.record._judgements import PAIRED, Judgement, read_all, standing
from dualtrack.record._tables import REPORTS

CAVEATS = (
    "Alpha is 1 where judges always agree and 0 where they agree no more than by chance.",
    "Judges saw what the coder proposed, and what others had said before them: they agree more "
    "than people who label the same pages on their own.",
    "It does not say that they are right, and it knows nothing of events that all of them missed.",
    "Where nearly all values are the same, alpha is low or undefined though judges seldom differ; "
    "with few units it may be far off.",
)


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Agreement on one field. `units` are reports with two judges or more; `same` is the share of
    those on which all judges agree; `alpha` is None where there are no units or just one value.
    """

    field: str
    alpha: float | None
    same: float | None
    units: int
    judges: int

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "field": self.field,
            "alpha": None if self.alpha is None else round(self.alpha, 4),
            "same": None if self.same is None else round(self.same, 4),
            "units": self.units,
            "judges": self.judges,
        }


def agreement(connection: Connection) -> list[FieldAgreement]:
    """Agreement on each field over the judgements that stand.

    A judge's value for a field is the one that held when they last accepted the report or
    changed something in it; who rejects it says nothing of its fields. Raises MissingExtra
    without the extra `agreement`.
    """
    votes = _votes(connection, standing(connection, read_all(connection)))
    return [_of_field(name, votes.get(name, {})) for name in ("accepted", *_VALUES)]


def _countries(event: Event, side: str) -> str:
    return "+".join(sorted({m.country or "none" for m in getattr(event, side)}))


_VALUES: dict[str, Callable[[Event], str]] = {
    "type": lambda e: e.type,
    "mode": lambda e: f"{e.type}/{e.mode}",
    "status": lambda e: e.status,
    "actor countries": lambda e: _countries(e, "actors"),
    "recipient countries": lambda e: _countries(e, "recipients"),
    "speaker present": lambda e: str(e.speaker is not None),
    "condition present": lambda e: str(e.condition is not None),
    "location": lambda e: e.location.span.text if e.location else "none",
    "date": lambda e: f"{e.date.on} {e.date.until}",
}
Votes = dict[str, dict[str, dict[str, str]]]  # field -> unit -> judge -> value


def _votes(connection: Connection, judgements: Iterable[Judgement]) -> Votes:
    """By unit: a report, with all the newer ones in which it lives on."""
    said: list[tuple[str, Judgement]] = []
    for one in judgements:
        if one.action not in PAIRED and one.action != "done":
            said.append((one.other or "" if one.action == "add" else one.target, one))
    family = ancestors(connection, {report for report, _ in said})
    family |= ancestors(connection, {one for older in family.values() for one in older})
    unit = {report: _oldest(report, family) for report in family}
    query = select(REPORTS.c.id, REPORTS.c.body)
    rows = rows_among(connection, query, REPORTS.c.id, sorted(set(unit.values())))
    events = {row[0]: event_of(json.loads(row[1])) for row in rows}
    out: Votes = {name: {} for name in ("accepted", *_VALUES)}
    changes: dict[str, dict[str, Any]] = {}
    for report, one in said:
        which = unit[report]
        accepts = one.action != "reject"
        out["accepted"].setdefault(which, {})[one.who] = str(accepts)
        if one.action == "change" and one.field:
            changes.setdefault(which, {})[one.field] = one.after
        event = changed(events[which], changes.get(which, {}))
        for name, value in _VALUES.items():
            by_judge = out[name].setdefault(which, {})
            if accepts:
                by_judge[one.who] = value(event)
            else:
                by_judge.pop(one.who, None)
    return out


def _oldest(report: str, family: Mapping[str, set[str]]) -> str:
    """The one of its ancestors that has none itself; of several the least id."""
    return min(one for one in family[report] if family.get(one, {one}) == {one})


def _of_field(name: str, units: Mapping[str, Mapping[str, str]]) -> FieldAgreement:
    shared = {unit: by for unit, by in units.items() if len(by) > 1}
    judges = sorted({judge for by in shared.values() for judge in by})
    if not shared:
        _library()
        return FieldAgreement(name, None, None, 0, 0)
    same = sum(len(set(by.values())) == 1 for by in shared.values()) / len(shared)
    return FieldAgreement(name, _alpha(shared, judges), same, len(shared), len(judges))


def _alpha(units: Mapping[str, Mapping[str, str]], judges: list[str]) -> float | None:
    values = sorted({value for by in units.values() for value in by.values()})
    if len(values) < 2:
        return None
    number = {value: float(i) for i, value in enumerate(values)}
    table = [
        [number[by[judge]] if judge in by else math.nan for by in units.values()]
        for judge in judges
    ]
    return float(_library().alpha(reliability_data=table, level_of_measurement="nominal"))


def _library() -> Any:
    try:
        return import_module("krippendorff")
    except ImportError:
        raise MissingExtra("Measuring agreement", "agreement") from None
