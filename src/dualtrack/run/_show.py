"""Relations out of a record: one pair, or all of them."""

from __future__ import annotations

from pathlib import Path

from dualtrack.tracks import By, Order, Record, Relation, Relations


def show(
    db: str | None,
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    by: By = "month",
    groups: Path | None = None,
    listed: int | None = 5,
) -> Relation:
    """The relation of a and b in the record at `db`, as `Record.relation` gives it.

    Raises InputError for a party, a day or a file of groups that is none, and RecordError where
    the record cannot be read.
    """
    with Record(db, create=False, groups=groups) as record:
        return record.relation(a, b, since=since, until=until, by=by, listed=listed)


def show_all(
    db: str | None,
    *,
    since: str | None = None,
    until: str | None = None,
    order: Order = "activity",
) -> Relations:
    """All pairs of the record at `db`, as `Record.relations` gives them; raises as `show`."""
    with Record(db, create=False) as record:
        return record.relations(since=since, until=until, order=order)
