"""What people's standing judgements say of reports that are current now.

A judgement on an older report holds for the report in which it lives on. Of two judges the later
one wins; that they differ stays visible.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, select

from dualtrack.record._ask import ancestors, descendants
from dualtrack.record._carry import carry
from dualtrack.record._change import fit
from dualtrack.record._judgements import PAIRED, Judgement, about, standing, undone
from dualtrack.record._tables import JUDGEMENTS

Said = Literal["accepted", "rejected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What people say of one report.

    `state` is "accepted" (also by changing a field of it, or by adding it), "rejected",
    "withdrawn" (it was added by hand, and that was taken back), or None. `changes` maps a field
    to its new value in the form of `Event.to_dict`; `_change.changed` puts them into an event.
    `who` are the judges, in the order of their last word, and `at` is the moment of the last.
    `disputed` are the fields on which they differ, "state" among them; `lost` are changed
    fields whose words a newer version of the page no longer has.
    """

    state: Said | None
    changes: Mapping[str, Any]
    who: tuple[str, ...]
    at: dt.datetime
    disputed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which reports people say tell of one act, and which do not."""

    together: set[frozenset[str]] = field(default_factory=set)
    apart: set[frozenset[str]] = field(default_factory=set)


def overlay(connection: Connection, reports: Iterable[str]) -> dict[str, Verdict]:
    """The verdict on each of these reports that people spoke of; the others are left out."""
    wanted = list(dict.fromkeys(reports))
    if not wanted or not _anybody_spoke(connection):
        return {}
    older = ancestors(connection, wanted)
    said = about(connection, {one for family in older.values() for one in family})
    said = [one for one in said if one.action not in PAIRED]
    gone = undone(connection, {j.id for j in said} | {j.head for j in said if j.head})
    by_report: dict[str, list[Judgement]] = {}
    taken_back: dict[str, Judgement] = {}
    for one in said:
        report = one.other if one.action == "add" and one.other else one.target
        if one.id not in gone and one.head not in gone:
            taken_back.pop(report, None)
            by_report.setdefault(report, []).append(one)
        elif one.action == "add" and not _added(by_report.get(report, ())):
            taken_back[report] = one
    told: dict[str, list[Judgement]] = {}
    for report in wanted:
        found = [j for old in older[report] for j in by_report.get(old, ())]
        if found:
            told[report] = sorted(found, key=lambda j: j.n)
    out = _verdicts(connection, told)
    for report, add in taken_back.items():
        if report in older:  # only the very report: one that the coder found since is its own
            out[report] = Verdict("withdrawn", {}, (add.who,), add.at)
    return out


def pairs(connection: Connection, reports: Iterable[str]) -> Pairs:
    """What people said of pairs of which at least one is among these reports.

    The other one need not be among them. Both are reports that are current: where one lives on
    in newer ones, these. Of a merge and a split of the same two the later one holds.
    """
    wanted = list(dict.fromkeys(reports))
    if not wanted or not _anybody_spoke(connection):
        return Pairs()
    older = ancestors(connection, wanted)
    said = about(connection, {one for family in older.values() for one in family})
    said = standing(connection, [one for one in said if one.action in PAIRED])
    newest = descendants(connection, {one for j in said for one in (j.target, j.other or "")})
    asked, out = set(wanted), Pairs()
    for one in said:
        for first in newest[one.target]:
            for second in newest[one.other or ""]:
                pair = frozenset((first, second))
                if len(pair) == 2 and pair & asked:
                    holds, fails = (
                        (out.together, out.apart)
                        if one.action == "merge"
                        else (out.apart, out.together)
                    )
                    holds.add(pair)
                    fails.discard(pair)
    return out


def _anybody_spoke(connection: Connection) -> bool:
    return connection.execute(select(JUDGEMENTS.c.n).limit(1)).first() is not None


def _added(judgements: Iterable[Judgement]) -> bool:
    return any(one.action == "add" for one in judgements)


def _verdicts(connection: Connection, told: Mapping[str, list[Judgement]]) -> dict[str, Verdict]:
    changes = [(report, j) for report, said in told.items() for j in said if j.action == "change"]
    carried = carry(connection, changes)
    return {report: _verdict(report, said, carried) for report, said in told.items()}


def _verdict(report: str, said: list[Judgement], carried: Mapping[tuple[str, str], Any]) -> Verdict:
    state: Said | None = None
    changes: dict[str, Any] = {}
    lost: dict[str, None] = {}
    who: dict[str, None] = {}
    for one in said:
        state = "rejected" if one.action == "reject" else "accepted"
        who.pop(one.who, None)
        who[one.who] = None
        if one.action == "change" and one.field:
            changes.pop(one.field, None)
            lost.pop(one.field, None)
            if (report, one.id) in carried:
                changes[one.field] = carried[report, one.id]
            else:
                lost[one.field] = None
    return Verdict(state, fit(changes), tuple(who), said[-1].at, disputed(said), tuple(lost))


def disputed(said: Iterable[Judgement]) -> tuple[str, ...]:
    """The fields, "state" among them, on which the judges of one report differ.

    Who accepts a report accepts its fields as they are then; who rejects it says nothing of them.
    """
    votes: dict[str, dict[str, Any]] = {"state": {}}  # field -> judge -> the last word
    now: dict[str, Any] = {}  # what has been changed so far
    for one in said:
        accepts = one.action != "reject"
        votes["state"][one.who] = accepts
        if one.action == "change" and one.field:
            field_votes = votes.setdefault(one.field, {})
            for judge, accepted in votes["state"].items():
                if accepted:
                    field_votes.setdefault(judge, one.before)
            now[one.field] = one.after
        for name, value in now.items():
            if accepts:
                votes[name][one.who] = value
            else:
                votes[name].pop(one.who, None)
    return tuple(name for name, by in votes.items() if _differ(list(by.values())))


def _differ(values: list[Any]) -> bool:
    return any(value != values[0] for value in values[1:])
