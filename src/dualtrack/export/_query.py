"""Which acts and reports are exported, read from the record some at a time, in order of ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select

from dualtrack._errors import InputError
from dualtrack.coding import Event
from dualtrack.export._act import Act, Report
from dualtrack.export._read import act_of_row, report_pages, with_reports
from dualtrack.ontology import STATUSES, TYPES
from dualtrack.record._tables import ARTICLES, EVENTS, PARTIES
from dualtrack.tracks._act import Act as Summed
from dualtrack.tracks._asked import within
from dualtrack.tracks._between import between, twos
from dualtrack.tracks._groups import groups_of
from dualtrack.tracks._party import Party, Who

_PAGE = 500  # rows read at a time


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. Days are those the acts stand on, first and last; None is open.

    `types` and `statuses` are words of the ontology; empty means all of them. `actor` must be
    an actor of the act; of `pair` one must act on the other or both together. Parties are
    written as for relations: `USA`, `USA/MIL`, a name, a group.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    actor: str | None = None
    pair: tuple[str, str] | None = None
    groups: str | None = None

    def checked(self) -> Query:
        """The query itself; InputError where it asks for what cannot be."""
        for word, known in ((self.types, TYPES), (self.statuses, STATUSES)):
            for one in word:
                if one not in known:
                    raise InputError(f"There is no {one!r}; there are {', '.join(known)}.")
        if self.since and self.until and self.since > self.until:
            raise InputError(f"The first day {self.since} comes after the last day {self.until}.")
        return self

    def to_dict(self) -> dict[str, Any]:
        """What was asked, as JSON values; what was not asked is left out."""
        out: dict[str, Any] = {
            "since": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
            "types": list(self.types),
            "statuses": list(self.statuses),
            "actor": self.actor,
            "pair": list(self.pair) if self.pair else None,
            "groups": self.groups,
        }
        return {name: value for name, value in out.items() if value}


class Asked:
    """A query against one record: its conditions in SQL, and what SQL cannot say."""

    def __init__(self, connection: Connection, query: Query) -> None:
        self._connection = connection
        self.query = query.checked()
        groups = groups_of(query.groups)
        specs = query.pair or ((query.actor,) if query.actor else ())
        if query.pair and query.actor:
            raise InputError("Ask either for an actor or for a pair.")
        self._parties = [Party.parse(spec, groups) for spec in specs]

    def count(self) -> int:
        """How many acts will be read, at most."""
        counted = select(func.count()).select_from(EVENTS).where(*self._where())
        return int(self._connection.execute(counted).scalar_one())

    def acts(self, *, told: bool = False, texts: bool = False) -> Iterator[Act]:
        """All acts in the order of their ids, whatever their state and status.

        `told` asks for the reports themselves, `texts` for the texts of the pages.
        """
        query = select(EVENTS).where(*self._where()).order_by(EVENTS.c.id)
        found = self._connection.execute(query.execution_options(yield_per=_PAGE))
        for rows in found.partitions():
            stored = [e for e in map(act_of_row, rows) if self._fits(e.event)]
            yield from with_reports(self._connection, stored, told=told, texts=texts)

    def _where(self) -> Iterator[ColumnElement[bool]]:
        yield from within(self.query.since, self.query.until)
        if self.query.types:
            yield EVENTS.c.type.in_(self.query.types)
        for party in self._parties:
            # A list made once: asked event by event, SQLite goes by the country every time.
            acting = () if self.query.pair else (PARTIES.c.side == "a",)
            yield EVENTS.c.id.in_(select(PARTIES.c.event).where(_is(party), *acting))

    def count_articles(self) -> int:
        """How many articles `reports` will go through."""
        return int(
            self._connection.execute(select(func.count()).select_from(ARTICLES)).scalar_one()
        )

    def reports(self) -> Iterator[tuple[int, list[Report]]]:
        """All reports that fit, whatever became of them; with how many articles they come from."""
        for articles, found in report_pages(self._connection, _PAGE):
            yield articles, [r for r in found if self._within(r.stored.event)]

    def _fits(self, event: Event) -> bool:
        """What SQL has not asked: a group's members by day, who does it to whom."""
        if not self._parties:
            return True
        act = Summed.of(event)
        if self.query.pair:
            a, b = self._parties
            found = between(act, twos(event), a, b, has_recipients=bool(event.recipients))
            return found is not None
        return any(self._parties[0].matches(Who.of(m), act.day) for m in event.actors)

    def _within(self, event: Event) -> bool:
        """The whole query, asked of a report's own event."""
        query, day = self.query, Summed.of(event).day
        if day and ((query.since and day < query.since) or (query.until and day > query.until)):
            return False
        return (not query.types or event.type in query.types) and self._fits(event)


def _is(party: Party) -> ColumnElement[bool]:
    parts: list[ColumnElement[bool]] = []
    for member in party.members:
        if member.country:
            sector = (PARTIES.c.sector == member.sector,) if member.sector else ()
            parts.append(and_(PARTIES.c.country == member.country, *sector))
        if member.name:
            parts += [PARTIES.c.name == member.name, PARTIES.c.written == member.name]
    return or_(*parts) if parts else false()
