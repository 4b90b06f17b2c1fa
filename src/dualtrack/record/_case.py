"""A report as a judge has it before them: its words, what the coder made of it, who said what."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dualtrack._errors import InputError
from dualtrack.coding import Event, event_of
from dualtrack.record._ask import descendants, rows_among
from dualtrack.record._change import changed
from dualtrack.record._current import states
from dualtrack.record._overlay import Verdict, overlay
from dualtrack.record._quote import Words
from dualtrack.record._report import State
from dualtrack.record._tables import CODINGS, REPORTS, VERSIONS
from dualtrack.record._value import Setting


@dataclass(frozen=True, slots=True)
class Case:
    """One report; `event` is as it stands, with what judges changed in it."""

    report: str
    article: str
    version: str
    words: Words
    event: Event
    verdict: Verdict | None
    state: State

    @property
    def said(self) -> str | None:
        """What judges say of it as a whole: "accepted", "rejected" or None."""
        return self.verdict.state if self.verdict else None

    @property
    def setting(self) -> Setting:
        """What a new value of one of its fields is checked against."""
        event = self.event
        trigger = (event.trigger.start, event.trigger.end)
        return Setting(self.words, trigger, event.type, event.status, event.published)


def cases(connection: Connection, reports: Iterable[str]) -> dict[str, Case]:
    """The cases of these reports, in their order."""
    wanted = list(dict.fromkeys(reports))
    statement = (
        select(
            REPORTS.c.id,
            REPORTS.c.body,
            VERSIONS.c.article,
            VERSIONS.c.id.label("version"),
            VERSIONS.c.text,
            VERSIONS.c.title,
            VERSIONS.c.rest,
        )
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
    rows = {row.id: row for row in rows_among(connection, statement, REPORTS.c.id, wanted)}
    verdicts = overlay(connection, wanted)
    now = states(connection, {row.article for row in rows.values()})
    out: dict[str, Case] = {}
    for report in wanted:
        row, verdict = rows[report], verdicts.get(report)
        words = Words(row.text, row.title, json.loads(row.rest).get("context"))
        event, state = event_of(json.loads(row.body)), now[report]
        if verdict is not None:
            event = changed(event, verdict.changes)
            state = "withdrawn" if verdict.state == "withdrawn" else state
        out[report] = Case(report, row.article, row.version, words, event, verdict, state)
    return out


def judgeable(connection: Connection, case: Case) -> None:
    """Raise InputError where a report can no longer be judged, saying what to judge instead."""
    if case.said == "withdrawn":
        raise InputError(f"The adding of {case.report} was taken back: undo that first.")
    if case.state in ("standing", "withdrawn"):
        return
    if case.state == "superseded":
        newer = sorted(descendants(connection, [case.report])[case.report] - {case.report})
        if newer:
            raise InputError(f"{case.report} is now told by {newer[0]}: judge that one.")
        raise InputError(f"{case.report} has given way to a report that a judge accepted.")
    why = {
        "vanished": "the page no longer says it",
        "deleted": "its article was deleted",
    }.get(case.state, f"it is {case.state}")
    raise InputError(f"{case.report} can no longer be judged: {why}.")
