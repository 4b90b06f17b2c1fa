"""Adding a batch of coded articles: all of it or nothing, and nothing twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Protocol

from sqlalchemy import Connection, select

from dualtrack.coding import CoderInfo, Event, NotCoded
from dualtrack.pages import Article
from dualtrack.record._ask import rows_among
from dualtrack.record._current import states
from dualtrack.record._derive import derive
from dualtrack.record._ids import now, short
from dualtrack.record._lineage import inherit
from dualtrack.record._links import link
from dualtrack.record._report import NewReport
from dualtrack.record._reports import new_reports, put
from dualtrack.record._rows import (
    article_key,
    given_id,
    storable,
    version_columns,
    version_digest,
    version_id,
)
from dualtrack.record._sql import insert_new, on_postgres
from dualtrack.record._tables import ARTICLES, CODINGS, DELETIONS, VERSIONS

UNKNOWN = CoderInfo("unknown", "unknown", "unknown")


class CodedLike(Protocol):
    """An article with what a coder made of it."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def events(self) -> Sequence[Event]:
        """Its events; empty where it was not coded."""

    @property
    def not_coded(self) -> NotCoded | None:
        """Why it was not coded, if it was not."""


@dataclass(slots=True)
class Kept:
    """What adding did.

    Articles: `new` ones, `changed` ones (a new version), `recoded` ones (a known version, another
    coder), `unchanged` ones, and `deleted` ones that stay deleted. `uncoded` counts those among
    them that were kept without being coded. Reports: `reports` were added, `vanished` no longer
    stand in the page, `withdrawn` are no longer found by the coder.
    """

    new: int = 0
    changed: int = 0
    recoded: int = 0
    unchanged: int = 0
    deleted: int = 0
    uncoded: int = 0
    reports: int = 0
    vanished: int = 0
    withdrawn: int = 0

    def add(self, other: Kept) -> None:
        """Count another batch in."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def articles(self) -> int:
        """How many articles were given."""
        return self.new + self.changed + self.recoded + self.unchanged + self.deleted


@dataclass(frozen=True, slots=True)
class Prepared:
    """A coded article with its ids; `coding` is that of the coder's pass over it."""

    article: Article
    key: str
    digest: str
    version: str
    coder: CoderInfo
    events: tuple[Event, ...]
    not_coded: NotCoded | None
    coding: str


def coding_id(version: str, coder: CoderInfo) -> str:
    """The id of a coder's pass over a version."""
    return short(version, coder.version, coder.model, coder.codebook)


@dataclass(slots=True)
class _Fresh:
    """The rows that a batch adds."""

    versions: list[dict[str, Any]] = field(default_factory=list)
    codings: list[Prepared] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)  # of codings, by version
    known: dict[str, list[str]] = field(default_factory=dict)  # article -> its new codings


def prepared(coded: CodedLike, coder: CoderInfo | None) -> Iterator[Prepared]:
    """The article with its ids; once for each coder that its events name.

    Where it has no events, the coder is the one given.
    """
    article = storable(coded.article)
    key, digest = article_key(article), version_digest(article)
    by_coder: dict[CoderInfo, list[Event]] = {}
    for event in coded.events:
        by_coder.setdefault(event.coder, []).append(event)
    if not by_coder:
        by_coder[coder or UNKNOWN] = []
    version = version_id(key, digest)
    for info, events in by_coder.items():
        coding = coding_id(version, info)
        yield Prepared(article, key, digest, version, info, tuple(events), coded.not_coded, coding)


def add_batch(connection: Connection, batch: Sequence[Prepared]) -> Kept:
    """Add coded articles in the transaction that is open, each article once at most."""
    at = now()
    kept = Kept()
    _articles(connection, batch, at)
    gone = _deleted(connection, batch)
    kept.deleted = sum(one.key in gone for one in batch)
    batch = [one for one in batch if one.key not in gone]
    fresh = _fresh(connection, batch, at, kept)
    before = [r for r, s in states(connection, fresh.known).items() if s == "standing"]
    insert_new(connection, VERSIONS, fresh.versions)
    insert_new(connection, CODINGS, list(_coding_rows(fresh, at)))
    reports = _reports(connection, fresh.codings)
    kept.reports = len(reports)
    kept.uncoded = sum(one.not_coded is not None for one in fresh.codings)
    touched = [report.id for report in reports]
    if fresh.known:
        touched += inherit(connection, fresh.known, at)
        now_ = states(connection, fresh.known)
        kept.vanished = sum(now_[one] == "vanished" for one in before)
        kept.withdrawn = sum(now_[one] == "withdrawn" for one in before)
    link(connection, reports)
    derive(connection, touched)
    return kept


def known(connection: Connection, articles: Iterable[Article], coder: CoderInfo) -> list[bool]:
    """For each article, whether this version of it was coded by this coder, or it was deleted."""
    wanted = []
    for article in map(storable, articles):
        key = article_key(article)
        wanted.append((key, coding_id(version_id(key, version_digest(article)), coder)))
    query = select(CODINGS.c.id)
    codings = {
        row[0] for row in rows_among(connection, query, CODINGS.c.id, [c for _, c in wanted])
    }
    query = select(DELETIONS.c.article)
    keys = [key for key, _ in wanted]
    gone = {row[0] for row in rows_among(connection, query, DELETIONS.c.article, keys)}
    return [coding in codings or key in gone for key, coding in wanted]


def _articles(connection: Connection, batch: Sequence[Prepared], at: dt.datetime) -> None:
    """Add the articles that are new.

    On PostgreSQL the rows stay locked to the end, so that two writers number the versions of
    one article one after the other; in the order of their ids, so that none waits in a circle.
    """
    keys = sorted({one.key for one in batch})
    query = select(ARTICLES.c.id)
    had = {row[0] for row in rows_among(connection, query, ARTICLES.c.id, keys)}
    by_key = {one.key: one.article for one in reversed(batch)}
    insert_new(
        connection,
        ARTICLES,
        [
            {
                "id": key,
                "url": by_key[key].url,
                "site": by_key[key].site,
                "given": given_id(by_key[key]),
                "first_seen": at,
            }
            for key in keys
            if key not in had
        ],
    )
    if on_postgres(connection):
        list(rows_among(connection, query.order_by(ARTICLES.c.id).with_for_update(),
                        ARTICLES.c.id, keys))  # fmt: skip


def _deleted(connection: Connection, batch: Sequence[Prepared]) -> set[str]:
    query = select(DELETIONS.c.article)
    keys = {one.key for one in batch}
    return {row[0] for row in rows_among(connection, query, DELETIONS.c.article, keys)}


def _fresh(
    connection: Connection, batch: Sequence[Prepared], at: dt.datetime, kept: Kept
) -> _Fresh:
    """What of the batch is not there yet, with its numbers; counts the articles."""
    fresh = _Fresh()
    versions, last = _versions(connection, {one.key for one in batch})
    codings = _codings(connection, {one.version for one in batch} & versions)
    fresh.numbers = {version: max(numbers.values()) for version, numbers in codings.items()}
    counted: dict[str, str] = {}
    for one in batch:
        known = codings.get(one.version, {})
        if one.coding in known:
            counted.setdefault(one.key, "unchanged")
            continue
        if one.version not in versions:
            versions.add(one.version)
            last[one.key] = last.get(one.key, 0) + 1
            fresh.versions.append(_version_row(one, last[one.key], at))
            counted[one.key] = "changed" if last[one.key] > 1 else "new"
        elif one.version in codings:
            counted.setdefault(one.key, "recoded")
        fresh.codings.append(one)
        if last[one.key] > 1 or one.version in codings:
            fresh.known.setdefault(one.key, []).append(one.coding)
        codings.setdefault(one.version, {})[one.coding] = 0
    for how in counted.values():
        setattr(kept, how, getattr(kept, how) + 1)
    return fresh


def _versions(connection: Connection, keys: set[str]) -> tuple[set[str], dict[str, int]]:
    """The versions of these articles, and the number of each one's last."""
    ids: set[str] = set()
    last: dict[str, int] = {}
    query = select(VERSIONS.c.article, VERSIONS.c.id, VERSIONS.c.number)
    for article, version, number in rows_among(connection, query, VERSIONS.c.article, keys):
        ids.add(version)
        last[article] = max(number, last.get(article, 0))
    return ids, last


def _codings(connection: Connection, versions: set[str]) -> dict[str, dict[str, int]]:
    """The codings of these versions, each with its number."""
    out: dict[str, dict[str, int]] = {}
    query = select(CODINGS.c.version, CODINGS.c.id, CODINGS.c.number)
    for version, coding, number in rows_among(connection, query, CODINGS.c.version, versions):
        out.setdefault(version, {})[coding] = number
    return out


def _version_row(one: Prepared, number: int, at: dt.datetime) -> dict[str, Any]:
    return {
        "id": one.version,
        "article": one.key,
        "number": number,
        "digest": one.digest,
        "seen": at,
        **version_columns(one.article),
    }


def _coding_rows(fresh: _Fresh, at: dt.datetime) -> Iterator[dict[str, Any]]:
    for one in fresh.codings:
        number = fresh.numbers[one.version] = fresh.numbers.get(one.version, 0) + 1
        why = one.not_coded
        yield {
            "id": one.coding,
            "version": one.version,
            "number": number,
            "at": at,
            "coder": one.coder.version,
            "model": one.coder.model,
            "codebook": one.coder.codebook,
            "uncoded": why.reason if why else None,
            "uncoded_message": why.message if why else None,
        }


def _reports(connection: Connection, codings: Iterable[Prepared]) -> list[NewReport]:
    coding_of: list[str] = []
    reports: list[NewReport] = []
    bodies: list[str] = []
    for one in codings:
        found, written = new_reports(one.article, one.key, one.version, one.coding, one.events)
        coding_of += [one.coding] * len(found)
        reports += found
        bodies += written
    put(connection, coding_of, reports, bodies)
    return reports
