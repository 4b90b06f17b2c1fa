"""The record with its relations: what is kept, and what it adds up to."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from dualtrack.record import Store
from dualtrack.record._coverage import coverage
from dualtrack.record._engine import reading
from dualtrack.tracks._act import Act
from dualtrack.tracks._asked import acts_between
from dualtrack.tracks._days import check_days, first_of, last_of
from dualtrack.tracks._evidence import evidence
from dualtrack.tracks._groups import groups_of
from dualtrack.tracks._pairs import Order, Relations
from dualtrack.tracks._pairs_asked import compare
from dualtrack.tracks._periods import By
from dualtrack.tracks._relation import Evidence, Relation
from dualtrack.tracks._sum import parties, sum_up

if TYPE_CHECKING:
    from dualtrack.coding import Coder  # loads slowly

Day = dt.date | str | None


class Record(Store):
    """A record that tells of relations: all that `Store` does, and what it adds up to.

    `groups` are sets of parties that may be asked for by name: a table as the one that comes
    with Dualtrack, or a mapping from a name to its members. The rest is as for `Store`.
    """

    def __init__(
        self,
        url: str | None = None,
        *,
        coder: Coder | None = None,
        create: bool = True,
        groups: Path | str | Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.groups = groups_of(groups)
        super().__init__(url, coder=coder, create=create)

    def __enter__(self) -> Record:
        """The record itself."""
        return self

    def relation(
        self,
        a: str,
        b: str,
        *,
        since: Day = None,
        until: Day = None,
        by: By = "month",
        listed: int | None = 10,
    ) -> Relation:
        """The two tracks of a pair, each way and both, and what stands between the two.

        `a` and `b` are a country (`USA`), one sector of it (`USA/LEG`), a named organisation or
        a group (`EU`), which stands for its members on the day of each act. `since` and `until`
        are the first and the last day, as dates or as `2024`, `2024-04`, `2024-04-14`. Words
        come along for the first `listed` acts of each list, None meaning all acts; `evidence`
        gives those of any other. Raises InputError for a party or a day that is none.
        """
        first, last = first_of(since), last_of(until)
        check_days(first, last)
        one, other = parties(a, b, self.groups)
        with reading(self.engine) as connection:
            found = acts_between(connection, one, other, first, last)
            read = coverage(connection, first, last)
            made = sum_up(found, one, other, by=by, since=first, until=last, coverage=read)
            return dataclasses.replace(made, evidence=_words(connection, made, listed))

    def relations(
        self, *, since: Day = None, until: Day = None, order: Order = "activity"
    ) -> Relations:
        """All pairs that did something to each other, by activity or by change.

        `since` and `until` bound the acts. By "change", pairs are compared with their own past
        in windows of the same length before; where `since` is None, the last thirty days are.
        See docs/relations.md. Raises InputError where there is too little past to compare with.
        """
        first, last = first_of(since), last_of(until)
        check_days(first, last)
        with reading(self.engine) as connection:
            return compare(connection, first, last, order)

    def evidence(self, acts: Iterable[Act]) -> dict[str, tuple[Evidence, ...]]:
        """The sentences of all reports of these acts, by the act's id: what a number rests on."""
        with reading(self.engine) as connection:
            return evidence(connection, acts)


def _words(connection: Connection, made: Relation, listed: int | None) -> dict[str, Evidence]:
    """The words behind what is listed, the first report's of each act."""
    both = made.both
    acts: list[Act] = []
    for some in (made.standing, made.disagreements, made.predictions, made.newest, made.left_out):
        acts += some[:listed]
    for due in made.due[:listed]:
        acts += [due.act, due.outcome] if due.outcome else [due.act]
    for rest in (both.negated, both.historical, both.off_track, both.unplaced):
        acts += rest if listed is None else ()
    return {id_: told[0] for id_, told in evidence(connection, acts).items()}
