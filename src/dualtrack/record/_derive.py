"""The derived tables: acts, who tells of them, who did them to whom.

They follow from reports, links, judgements and deletions. `derive` brings them up to date after
some reports changed, `rebuild` makes them anew; both end in the same rows.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dualtrack.coding import event_of
from dualtrack.record._ask import portions, rows_among
from dualtrack.record._change import changed
from dualtrack.record._closure import Closure, closure
from dualtrack.record._clusters import Node, clusters
from dualtrack.record._ids import pack
from dualtrack.record._links import alone
from dualtrack.record._overlay import Verdict
from dualtrack.record._same import LONGEST
from dualtrack.record._tables import EVENTS, MEMBERS, PARTIES, REPORTS

_PORTION = 2_000  # reports made anew at a time
_KIND = ("type", "status")  # where a judge changed one of these, links may no longer hold


def derive(connection: Connection, reports: Iterable[str]) -> None:
    """Bring events, members and parties up to date for all acts that these reports touch.

    To be called with every report that is new, or whose state or judgement may have changed,
    in the transaction that changed it.
    """
    wanted = set(reports)
    if not wanted:
        return
    alone(connection)
    found = closure(connection, wanted)
    _forget(connection, found)
    acts = _acts(found)
    first = {act[0]: _first(act, found) for act in acts}
    query = select(REPORTS.c.id, REPORTS.c.body)
    found_bodies = rows_among(connection, query, REPORTS.c.id, first.values())
    bodies = {row[0]: row[1] for row in found_bodies}
    events, members, parties = [], [], []
    for act in acts:
        report = first[act[0]]
        body, event = _body(bodies[report], found.verdicts.get(report))
        events.append(_event_row(act, found, body, event))
        parties += _party_rows(act[0], event)
        members += [_member_row(act[0], id, found) for id in act]
    for table, rows in ((EVENTS, events), (MEMBERS, members), (PARTIES, parties)):
        if rows:
            connection.execute(insert(table), rows)


def rebuild(connection: Connection) -> None:
    """Make events, members and parties anew from what was read, linked and judged."""
    alone(connection)
    for table in (EVENTS, MEMBERS, PARTIES):
        connection.execute(delete(table))
    ids = list(connection.scalars(select(REPORTS.c.id).order_by(REPORTS.c.coding, REPORTS.c.id)))
    done: set[str] = set()
    for start in range(0, len(ids), _PORTION):
        portion = [id for id in ids[start : start + _PORTION] if id not in done]
        derive(connection, portion)
        query = select(MEMBERS.c.report)
        done.update(row[0] for row in rows_among(connection, query, MEMBERS.c.report, portion))


def _forget(connection: Connection, found: Closure) -> None:
    if not found.events:
        return
    columns = ((EVENTS, EVENTS.c.id), (MEMBERS, MEMBERS.c.event), (PARTIES, PARTIES.c.event))
    for ids in portions(sorted(found.events)):
        for table, column in columns:
            connection.execute(delete(table).where(column.in_(ids)))


def _acts(found: Closure) -> list[list[str]]:
    """The acts, each as its reports, its first one first: least day, then least id."""
    nodes = {
        id: Node(told.article, told.day, told.state == "standing")
        for id, told in found.told.items()
    }
    links = [
        (strength, a, b)
        for (a, b), strength in found.links.items()
        if _kind(found.verdicts.get(a)) == _kind(found.verdicts.get(b))
    ]
    acts = clusters(nodes, links, found.together, found.apart, longest=LONGEST)
    return [sorted(act, key=lambda id: (nodes[id].day or 10**9, id)) for act in acts]


def _kind(verdict: Verdict | None) -> tuple[Any, ...]:
    return tuple(verdict.changes.get(name) for name in _KIND) if verdict else (None, None)


def _first(act: list[str], found: Closure) -> str:
    """The report whose values the act has.

    Of those that stand the first; but people's word goes before the machine's: the one that a
    judge changed last, else the first that a judge accepted.
    """
    standing = [id for id in act if found.told[id].state == "standing"] or act
    said = [(id, found.verdicts[id]) for id in standing if id in found.verdicts]
    changes = [(verdict.at, id) for id, verdict in said if verdict.changes]
    if changes:
        return max(changes)[1]
    return next((id for id, verdict in said if verdict.state == "accepted"), standing[0])


def _body(body: str, verdict: Verdict | None) -> tuple[str, dict[str, Any]]:
    """The body with what judges changed in it, as text and as values."""
    event: dict[str, Any] = json.loads(body)
    if verdict and verdict.changes:
        event = changed(event_of(event), verdict.changes).to_dict()
        return pack(event), event
    return body, event


def _event_row(act: list[str], found: Closure, body: str, event: dict[str, Any]) -> dict[str, Any]:
    told = [found.told[id] for id in act]
    standing = [one for one in told if one.state == "standing"]
    on, until = event["date"]["on"], event["date"]["until"]
    return {
        "id": act[0],
        "state": _state({one.state for one in told}),
        "judged": any(id in found.verdicts for id in act) or _paired(act, found),
        "reports": len(standing),
        "articles": len({one.article for one in standing}),
        "type": event["type"],
        "mode": event["mode"],
        "status": event["status"],
        "track": event["track"],
        "intensity": event["intensity"],
        "confidence": event["confidence"],
        "reported": _day(told[0].day),
        "on": _date(on),
        "until": _date(until),
        "conditional": event["condition"] is not None,
        "body": body,
    }


def _paired(act: list[str], found: Closure) -> bool:
    """Whether people merged or split a report of this act."""
    pairs = found.together | found.apart
    return bool(pairs) and any(id in pair for pair in pairs for id in act)


def _state(states: set[str]) -> str:
    order = ("standing", "rejected", "vanished", "deleted")
    return next(state for state in order if state in states)


def _member_row(act: str, id: str, found: Closure) -> dict[str, Any]:
    told = found.told[id]
    return {"report": id, "event": act, "article": told.article, "state": told.state}


def _party_rows(act: str, event: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "event": act,
            "side": side,
            "place": place,
            "country": party["country"],
            "sector": party["sector"],
            "name": _folded(party["name"]),
            "written": _folded(party["text"]) or "",
        }
        for side, name in (("a", "actors"), ("r", "recipients"))
        for place, party in enumerate(event[name])
    ]


def _folded(text: str | None) -> str | None:
    return " ".join(text.casefold().split()) if text is not None else None


def _day(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
