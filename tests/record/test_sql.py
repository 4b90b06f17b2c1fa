"""Statements that are the same on both databases."""

from __future__ import annotations

from sqlalchemy import select

from dualtrack.record import Store
from dualtrack.record._engine import writing
from dualtrack.record._ids import now
from dualtrack.record._sql import insert_new, on_postgres
from dualtrack.record._tables import ARTICLES


def test_rows_that_are_there_stay_as_they_are(store: Store, kind: str) -> None:
    with writing(store.engine) as connection:
        rows = [{"id": id_, "url": f"u{id_}", "first_seen": now()} for id_ in "ab"]
        insert_new(connection, ARTICLES, rows[:1])
        insert_new(connection, ARTICLES, [{**rows[0], "url": "other"}, rows[1]])
        insert_new(connection, ARTICLES, [])
        query = select(ARTICLES.c.id, ARTICLES.c.url).order_by(ARTICLES.c.id)
        assert [tuple(r) for r in connection.execute(query)] == [("a", "ua"), ("b", "ub")]
        assert on_postgres(connection) is (kind == "postgresql")
