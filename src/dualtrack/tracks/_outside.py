"""A relation as JSON values and as flat rows; docs/relations.md says what each field means."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from typing import Any

from dualtrack.tracks._act import Act
from dualtrack.tracks._relation import Cell, Due, Evidence, Period, Relation, Tally, Way

TRACKS = ("support", "pressure")
STATUSES = ("actual", "announced", "possible")
ROW_COLUMNS: dict[str, str] = {
    "source": "the party that acts, or both joined by ` and `",
    "target": "the party to which it is done; empty for both ways together",
    "period": "2024, 2024-04, 2024-W15 or 2024-04-14",
    "start": "the period's first day, ISO 8601",
    "end": "the period's last day",
    "track": "support or pressure",
    "status": "actual, announced or possible; never to be added up",
    "count": "how many acts",
    "total": "sum of their intensities: above zero for support, below for pressure",
    "articles": "how many articles were read for the period; empty where that is not known",
}
"""Name and meaning of each column of `relation_rows`, in order."""


def relation_dict(relation: Relation) -> dict[str, Any]:
    """The whole relation; an act stands once, in `acts`, and everywhere else by its id."""
    acts = _Acts()
    return {
        "a": relation.a,
        "b": relation.b,
        "by": relation.by,
        "as_of": relation.as_of and relation.as_of.isoformat(),
        "forward": acts.way(relation.forward),
        "backward": acts.way(relation.backward),
        "both": acts.way(relation.both),
        "standing": acts.ids(relation.standing),
        "due": list(map(acts.due, relation.due)),
        "disagreements": acts.ids(relation.disagreements),
        "predictions": acts.ids(relation.predictions),
        "speakers": [
            {"name": s.name, "count": s.count, "acts": acts.ids(s.acts)} for s in relation.speakers
        ],
        "newest": acts.ids(relation.newest),
        "left_out": acts.ids(relation.left_out),
        "acts": {id_: _act(act, relation.evidence.get(id_)) for id_, act in acts.known.items()},
    }


class _Acts:
    """Writes parts of a relation with ids in the place of acts, which it collects."""

    def __init__(self) -> None:
        self.known: dict[str, Act] = {}

    def ids(self, acts: Iterable[Act]) -> list[str]:
        out = []
        for act in acts:
            self.known[act.id] = act
            out.append(act.id)
        return out

    def way(self, one: Way) -> dict[str, Any]:
        beside = ("negated", "historical", "predicted", "off_track", "unplaced")
        return {
            "source": one.source,
            "target": one.target,
            "periods": list(map(self._period, one.periods)),
            **{name: self.ids(getattr(one, name)) for name in beside},
        }

    def due(self, one: Due) -> dict[str, Any]:
        return {
            "act": self.ids([one.act])[0],
            "on": one.on and one.on.isoformat(),
            "until": one.until and one.until.isoformat(),
            "passed": one.passed,
            "outcome": self.ids([one.outcome])[0] if one.outcome else None,
        }

    def _period(self, one: Period) -> dict[str, Any]:
        return {
            "period": one.label,
            "start": one.start.isoformat(),
            "end": one.end.isoformat(),
            "articles": one.articles,
            **{track: self._cell(getattr(one, track)) for track in TRACKS},
        }

    def _cell(self, cell: Cell) -> dict[str, Any]:
        return {status: self._tally(getattr(cell, status)) for status in STATUSES}

    def _tally(self, tally: Tally) -> dict[str, Any]:
        return {
            "count": tally.count,
            "total": round(tally.total, 4),
            "acts": self.ids(tally.acts),
        }


def _act(act: Act, words: Evidence | None) -> dict[str, Any]:
    event = json.loads(act.body) if isinstance(act.body, str) else act.body.to_dict()
    return {
        "state": act.state,
        "judged": act.judged,
        "reports": act.reports,
        "articles": act.articles,
        "reported": act.reported and act.reported.isoformat(),
        "event": event,
        "evidence": _evidence(words) if words else None,
    }


def _evidence(words: Evidence) -> dict[str, Any]:
    out = dataclasses.asdict(words)
    del out["act"]
    out["published"] = words.published and words.published.isoformat()
    return out


def relation_rows(relation: Relation) -> list[dict[str, Any]]:
    """One row a way, period, track and status, in that order, with the columns of `ROW_COLUMNS`."""
    return [
        {
            "source": way.source,
            "target": way.target,
            "period": period.label,
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "track": track,
            "status": status,
            "count": getattr(getattr(period, track), status).count,
            "total": round(getattr(getattr(period, track), status).total, 4),
            "articles": period.articles,
        }
        for way in (relation.forward, relation.backward, relation.both)
        for period in way.periods
        for track in TRACKS
        for status in STATUSES
    ]
