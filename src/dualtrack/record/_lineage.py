"""Reports that live on: the same words coded again, or told again in a changed page.

A report lives on in one that claims the same: type, mode, status, actors and recipients. Of the
same version it must stand at the same trigger; of another version the trigger's words must agree
and the sentences share most of their words. Each report has one heir at most, and inherits from
one at most in each step.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from dualtrack.record._ask import rows_among
from dualtrack.record._current import Passed, codings, meet
from dualtrack.record._sql import insert_new
from dualtrack.record._tables import CODINGS, EVIDENCE, LINEAGE, REPORTS, VERSIONS

_ALIKE = 0.5  # share of the words that two sentences have in common


@dataclass(frozen=True, slots=True)
class Told:
    """One report as compared: where and when it was coded, what it claims, its sentence."""

    id: str
    coding: str
    version: str
    claim: tuple[Any, ...]
    trigger: dict[str, Any]
    words: frozenset[str]


def inherit(
    connection: Connection, fresh: Mapping[str, Sequence[str]], at: dt.datetime
) -> list[str]:
    """Write down which reports live on in the new codings of known articles.

    `fresh` maps an article to its new codings. Returns the ids of the articles' older reports.
    """
    passes: dict[str, list[Passed]] = {}
    for passed in codings(connection, fresh):
        passes.setdefault(passed.article, []).append(passed)
    told = _told(connection, fresh)
    left = _inherited(connection, fresh)
    rows: list[dict[str, Any]] = []
    older: list[str] = []
    for article, new in fresh.items():
        order = [p.id for p in passes[article]]
        by_coding = {coding: told.get(coding, []) for coding in order}
        older += [one.id for coding in order if coding not in new for one in by_coding[coding]]
        for coding in sorted(new, key=order.index):
            place = order.index(coding)
            before = [one for c in order[:place] for one in by_coding[c] if one.id not in left]
            pairs = heirs(before, by_coding[coding])
            if place + 1 < len(order):  # an older version was added late
                pairs += heirs(by_coding[coding], by_coding[order[place + 1]])
            left |= {old.id for old, _ in pairs}
            rows += [_row(old, new_, at) for old, new_ in pairs]
    insert_new(connection, LINEAGE, rows)
    return older


def heirs(old: Sequence[Told], new: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Pairs of an older report and the newer one it lives on in, the most alike first.

    `old` are in the order in which they were coded; among equals the last coded has the first
    right, and then what stands first in the text.
    """
    ranked = sorted(
        (-alike, -rank, one.trigger["start"], other.trigger["start"], one.id, other.id)
        for rank, one in _ranked(old)
        for other in new
        if (alike := likeness(one, other)) > 0
    )
    by_id = {one.id: one for one in (*old, *new)}
    taken: set[str] = set()
    out = []
    for *_, first, second in ranked:
        if first not in taken and second not in taken:
            taken |= {first, second}
            out.append((by_id[first], by_id[second]))
    return out


def _ranked(reports: Sequence[Told]) -> Iterator[tuple[int, Told]]:
    """Each with the place of its coding among all."""
    place: dict[str, int] = {}
    for one in reports:
        yield place.setdefault(one.coding, len(place)), one


def likeness(old: Told, new: Told) -> float:
    """0 where two reports do not claim the same; else how alike their sentences are, up to 1."""
    if old.claim != new.claim:
        return 0.0
    if old.version == new.version:
        return 1.0 if meet(old.trigger, new.trigger) else 0.0
    if _words(old.trigger["text"]) != _words(new.trigger["text"]):
        return 0.0
    both = len(old.words & new.words)
    share = 2 * both / (len(old.words) + len(new.words)) if both else 0.0
    return share if share >= _ALIKE else 0.0


def _row(old: Told, new: Told, at: dt.datetime) -> dict[str, Any]:
    kind = "recoded" if old.version == new.version else "reread"
    return {"old": old.id, "new": new.id, "kind": kind, "at": at}


def _told(connection: Connection, articles: Iterable[str]) -> dict[str, list[Told]]:
    """The reports of these articles by coding, in the order of their ids."""
    query = (
        select(REPORTS.c.id, REPORTS.c.coding, VERSIONS.c.id, REPORTS.c.body, EVIDENCE.c.words)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
        .join(EVIDENCE, EVIDENCE.c.report == REPORTS.c.id)
    )
    out: dict[str, list[Told]] = {}
    for report, coding, version, body, words in rows_among(
        connection, query, VERSIONS.c.article, articles
    ):
        event = json.loads(body)
        told = Told(report, coding, version, claim(event), event["trigger"], _words(words))
        out.setdefault(coding, []).append(told)
    for found in out.values():
        found.sort(key=lambda one: one.id)
    return out


def claim(event: Mapping[str, Any]) -> tuple[Any, ...]:
    """What an event, as JSON values, claims, apart from where its words stand."""
    return (
        event["type"],
        event["mode"],
        event["status"],
        _parties(event["actors"]),
        _parties(event["recipients"]),
    )


def _parties(mentions: Sequence[Mapping[str, Any]]) -> frozenset[tuple[str | None, str]]:
    return frozenset(
        (m["country"], m["sector"] if m["country"] else (m["name"] or m["text"]).casefold())
        for m in mentions
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _inherited(connection: Connection, articles: Iterable[str]) -> set[str]:
    query = (
        select(LINEAGE.c.old)
        .join(REPORTS, REPORTS.c.id == LINEAGE.c.old)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
    return {row[0] for row in rows_among(connection, query, VERSIONS.c.article, articles)}
