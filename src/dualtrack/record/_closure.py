"""Everything that must be looked at again when some reports have changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, or_, select

from dualtrack.record import _overlay
from dualtrack.record._ask import portions, rows_among
from dualtrack.record._current import states
from dualtrack.record._report import State
from dualtrack.record._tables import CODINGS, LINKS, MEMBERS, REPORTS, VERSIONS


@dataclass(frozen=True, slots=True)
class Told:
    """A report in short: its article, the day of its version (ordinal, 0 without), its state."""

    article: str
    day: int
    state: State


@dataclass(slots=True)
class Closure:
    """Reports that no link and no judgement joins to one outside, and what joins them."""

    told: dict[str, Told] = field(default_factory=dict)
    links: dict[tuple[str, str], float] = field(default_factory=dict)
    together: set[frozenset[str]] = field(default_factory=set)
    apart: set[frozenset[str]] = field(default_factory=set)
    events: set[str] = field(default_factory=set)  # derived before, of any of these reports
    verdicts: dict[str, _overlay.Verdict] = field(default_factory=dict)


def closure(connection: Connection, reports: Iterable[str]) -> Closure:
    """All that hangs together with these reports. A few statements for each step outwards.

    Of an article of one of these, every report is among them.
    """
    out = Closure()
    fresh = set(reports)
    fresh |= _siblings(connection, fresh)
    seen: set[str] = set()
    while fresh:
        seen |= fresh
        found = _linked(connection, fresh, out)
        pairs = _overlay.pairs(connection, sorted(fresh))
        out.together |= pairs.together
        out.apart |= pairs.apart
        found |= {id for pair in pairs.together for id in pair}
        found |= _members(connection, fresh, out.events)
        fresh = found - seen
    _tell(connection, seen, out)
    return out


def _siblings(connection: Connection, reports: set[str]) -> set[str]:
    """All reports of the articles of these."""
    query = (
        select(VERSIONS.c.article)
        .join(CODINGS, CODINGS.c.version == VERSIONS.c.id)
        .join(REPORTS, REPORTS.c.coding == CODINGS.c.id)
    )
    articles = {row[0] for row in rows_among(connection, query, REPORTS.c.id, reports)}
    query = (
        select(REPORTS.c.id)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
    return {row[0] for row in rows_among(connection, query, VERSIONS.c.article, articles)}


def _linked(connection: Connection, reports: set[str], out: Closure) -> set[str]:
    found: set[str] = set()
    query = select(LINKS.c.a, LINKS.c.b, LINKS.c.strength)
    for ids in portions(sorted(reports)):
        near = or_(LINKS.c.a.in_(ids), LINKS.c.b.in_(ids))
        for a, b, strength in connection.execute(query.where(near)):
            out.links[a, b] = max(strength, out.links.get((a, b), 0.0))
            found.update((a, b))
    return found


def _members(connection: Connection, reports: set[str], events: set[str]) -> set[str]:
    """Who is in an event with these; the events are added to `events`."""
    query = select(MEMBERS.c.event)
    new = {row[0] for row in rows_among(connection, query, MEMBERS.c.report, sorted(reports))}
    new -= events
    events |= new
    query = select(MEMBERS.c.report)
    return {row[0] for row in rows_among(connection, query, MEMBERS.c.event, sorted(new))}


def _tell(connection: Connection, reports: set[str], out: Closure) -> None:
    """Articles, days, states and verdicts of the reports; those that are not current drop out."""
    query = (
        select(REPORTS.c.id, VERSIONS.c.article, VERSIONS.c.published)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
    rows = list(rows_among(connection, query, REPORTS.c.id, sorted(reports)))
    state_of = states(connection, sorted({article for _, article, _ in rows}))
    out.verdicts = _overlay.overlay(connection, sorted(reports))
    for id, article, published in rows:
        said = out.verdicts[id].state if id in out.verdicts else None
        state = state_of[id]
        if state in ("superseded", "withdrawn") or said == "withdrawn":
            continue
        if state == "standing" and said == "rejected":
            state = "rejected"
        out.told[id] = Told(article, published.toordinal() if published else 0, state)
