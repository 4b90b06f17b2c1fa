"""Many ids at once, and families of reports."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from dualtrack.record import Store
from dualtrack.record._ask import ancestors, descendants, portions, rows_among
from dualtrack.record._engine import reading, writing
from dualtrack.record._tables import LINEAGE, REPORTS
from judged_record import fill


def test_portions_hold_each_id_once_in_order() -> None:
    assert list(portions(["b", "a", "b"])) == [["b", "a"]]
    assert [len(one) for one in portions(str(n) for n in range(2_500))] == [1000, 1000, 500]
    assert list(portions([])) == []


def test_more_ids_than_one_statement_takes(store: Store) -> None:
    ids = fill(store)
    asked = [*(f"{n:016x}" for n in range(70_000)), *ids.values()]
    with reading(store.engine) as connection:
        rows = list(rows_among(connection, select(REPORTS.c.id), REPORTS.c.id, asked))
    assert sorted(row[0] for row in rows) == sorted(ids.values())


def test_families(store: Store) -> None:
    """e1 → e2 → e3 and e1 → e4: only who has no heir is newest."""
    ids = fill(store)
    one, two, three, four = (ids[name] for name in ("e1", "e2", "e3", "e4"))
    at = dt.datetime(2024, 1, 1)
    with writing(store.engine) as connection:
        connection.execute(
            LINEAGE.insert(),
            [
                {"old": old, "new": new, "kind": "recoded", "at": at}
                for old, new in ((one, two), (two, three), (one, four))
            ],
        )
    with reading(store.engine) as connection:
        assert ancestors(connection, [three, four]) == {
            three: {one, two, three},
            four: {one, four},
        }
        assert descendants(connection, [one, three, "unknown"]) == {
            one: {three, four},
            three: {three},
            "unknown": {"unknown"},
        }
