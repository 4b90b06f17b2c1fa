"""Which reports of an article stand, and what became of the others."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from dualtrack.record import _overlay
from dualtrack.record._ask import rows_among
from dualtrack.record._report import State
from dualtrack.record._tables import (
    CODINGS,
    DELETIONS,
    EVIDENCE,
    LINEAGE,
    REPORTS,
    VERSIONS,
)

JUDGE = "judge"  # the coder of what a judge added


@dataclass(frozen=True, slots=True)
class Passed:
    """One coding of one version, by its place in the article's history."""

    id: str
    article: str
    version: str
    version_number: int
    number: int
    coder: str
    uncoded: bool


@dataclass(slots=True)
class _History:
    """What is known of one article's versions and codings."""

    version: str = ""  # the newest
    number: int = 0
    codings: dict[str, Passed] | None = None
    newest: dict[str, str] | None = None  # version -> its newest coding by a machine


def states(connection: Connection, articles: Iterable[str]) -> dict[str, State]:
    """The state of every report of these articles, judges' rejections left aside.

    "standing": in the newest machine coding of the newest version; or added, accepted or changed
    by a judge, as long as the newest version has the words. "superseded": it lives on in a newer
    report, or a judge said otherwise of the same words. "withdrawn": the newest coder of its
    version does not find it. "vanished": the newest version of the page no longer says it.
    """
    wanted = list(dict.fromkeys(articles))
    deleted = {row[0] for row in rows_among(connection, select(DELETIONS.c.article),
                                            DELETIONS.c.article, wanted)}  # fmt: skip
    histories = _histories(connection, wanted)
    reports = _reports(connection, wanted)
    inherited = _inherited(connection, wanted)
    out: dict[str, State] = {}
    doubtful: dict[str, Passed] = {}
    added: list[str] = []
    for report, coding, article in reports:
        history = histories[article]
        assert history.codings is not None
        passed = history.codings[coding]
        if article in deleted:
            out[report] = "deleted"
        elif report in inherited:
            out[report] = "superseded"
        elif _newest(history, passed):
            out[report] = "standing"
            if passed.coder == JUDGE:
                added.append(report)
        else:
            out[report] = _gone(history, passed)
            doubtful[report] = passed
    for report, verdict in _overlay.overlay(connection, added).items():
        if verdict.state == "withdrawn":  # its adding was taken back
            out[report] = "withdrawn"
    _judged(connection, histories, doubtful, out)
    return out


def _histories(connection: Connection, articles: list[str]) -> dict[str, _History]:
    found: dict[str, _History] = {}
    query = select(VERSIONS.c.article, VERSIONS.c.id, VERSIONS.c.number)
    for article, version, number in rows_among(connection, query, VERSIONS.c.article, articles):
        history = found.setdefault(article, _History())
        if number > history.number:
            history.version, history.number = version, number
    for passed in codings(connection, articles):
        history = found[passed.article]
        history.codings = history.codings or {}
        history.newest = history.newest or {}
        history.codings[passed.id] = passed
        # What a coder could not code takes nothing away from what an older one found.
        if passed.coder != JUDGE and not passed.uncoded:
            best = history.newest.get(passed.version)
            if best is None or history.codings[best].number < passed.number:
                history.newest[passed.version] = passed.id
    return found


def codings(connection: Connection, articles: Iterable[str]) -> list[Passed]:
    """All codings of these articles, oldest first: by version, then in their order."""
    query = select(
        CODINGS.c.id,
        VERSIONS.c.article,
        VERSIONS.c.id,
        VERSIONS.c.number,
        CODINGS.c.number,
        CODINGS.c.coder,
        CODINGS.c.uncoded,
    ).join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    found = [
        Passed(id_, article, version, version_number, number, coder, uncoded is not None)
        for id_, article, version, version_number, number, coder, uncoded in rows_among(
            connection, query, VERSIONS.c.article, articles
        )
    ]
    return sorted(found, key=lambda p: (p.article, p.version_number, p.number))


def _reports(connection: Connection, articles: list[str]) -> list[tuple[str, str, str]]:
    query = (
        select(REPORTS.c.id, CODINGS.c.id, VERSIONS.c.article)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
    return [
        (report, coding, article)
        for report, coding, article in rows_among(connection, query, VERSIONS.c.article, articles)
    ]


def _inherited(connection: Connection, articles: list[str]) -> set[str]:
    """The reports that live on in newer ones."""
    query = (
        select(LINEAGE.c.old)
        .join(REPORTS, REPORTS.c.id == LINEAGE.c.old)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
    return {row[0] for row in rows_among(connection, query, VERSIONS.c.article, articles)}


def _newest(history: _History, passed: Passed) -> bool:
    if passed.version != history.version:
        return False
    return passed.coder == JUDGE or (history.newest or {}).get(passed.version) == passed.id


def _gone(history: _History, passed: Passed) -> State:
    if passed.coder != JUDGE and (history.newest or {}).get(passed.version) != passed.id:
        return "withdrawn"
    return "vanished"


def _judged(
    connection: Connection,
    histories: dict[str, _History],
    doubtful: dict[str, Passed],
    out: dict[str, State],
) -> None:
    """What judges accepted or added stays while its words do, and wins over the newest coder."""
    verdicts = _overlay.overlay(connection, doubtful) if doubtful else {}
    accepted = [r for r, verdict in verdicts.items() if verdict.state == "accepted"]
    if not accepted:
        return
    newest = {histories[doubtful[report].article].version for report in accepted}
    texts = {
        version: " ".join(f"{title or ''} {text}".split())
        for version, title, text in rows_among(
            connection,
            select(VERSIONS.c.id, VERSIONS.c.title, VERSIONS.c.text),
            VERSIONS.c.id,
            newest,
        )
    }
    query = select(EVIDENCE.c.report, EVIDENCE.c.words)
    for report, words in rows_among(connection, query, EVIDENCE.c.report, accepted):
        history = histories[doubtful[report].article]
        sentence = " ".join(words.split())
        if sentence and sentence in texts[history.version]:
            out[report] = "standing"
    kept = [r for r in accepted if out[r] == "standing"]
    _overrule(connection, kept, doubtful, histories, out)


def _overrule(
    connection: Connection,
    kept: list[str],
    doubtful: dict[str, Passed],
    histories: dict[str, _History],
    out: dict[str, State],
) -> None:
    """A newer coder's other reading of the very words that a judge accepted gives way."""
    versions = {doubtful[report].version for report in kept}
    query = select(REPORTS.c.id, REPORTS.c.body, CODINGS.c.version).join(
        CODINGS, CODINGS.c.id == REPORTS.c.coding
    )
    triggers: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for report, body, version in rows_among(connection, query, CODINGS.c.version, versions):
        if out[report] == "standing":
            triggers[version].append((report, json.loads(body)["trigger"]))
    chosen = set(kept)
    for found in triggers.values():
        ours = [trigger for report, trigger in found if report in chosen]
        for report, trigger in found:
            if report not in chosen and any(meet(trigger, other) for other in ours):
                out[report] = "superseded"


def meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two spans, as JSON values, share a character."""
    return (
        one.get("where") == other.get("where")
        and one["start"] < other["end"]
        and other["start"] < one["end"]
    )
