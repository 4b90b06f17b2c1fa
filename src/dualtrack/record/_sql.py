"""Small helpers for statements that are the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def on_postgres(connection: Connection) -> bool:
    """Whether the record is kept in PostgreSQL."""
    return connection.dialect.name == "postgresql"


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert the rows that are not there yet; all rows have the same columns."""
    if not rows:
        return
    if on_postgres(connection):
        connection.execute(postgresql.insert(table).on_conflict_do_nothing(), rows)
    else:
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), rows)
