"""From a database's address to connections that behave the same on SQLite and PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from dualtrack._errors import InputError

DEFAULT = "dualtrack.db"
_BUSY_MS = 600_000  # writers queue for each other; nobody is told that a file is locked


def address(given: str | None = None) -> URL:
    """The address of a database from what a user gives: a URL, a file, or nothing.

    Nothing means `$DUALTRACK_DB`, else `dualtrack.db` in the working folder. Raises InputError
    where it is neither a file nor a database that can be used.
    """
    given = given or os.environ.get("DUALTRACK_DB") or DEFAULT
    if "://" not in given:
        return URL.create("sqlite", database=str(Path(given)))
    try:
        url = make_url(given)
    except ArgumentError:
        raise InputError(f"{given!r} is no address of a database.") from None
    kind = url.get_backend_name()
    if kind == "postgres":
        kind = "postgresql"
    if kind not in ("sqlite", "postgresql"):
        raise InputError(f"The record can be kept in SQLite or PostgreSQL, not in {kind!r}.")
    return url.set(drivername="postgresql+psycopg" if kind == "postgresql" else "sqlite")


def connect(url: URL) -> Engine:
    """An engine for a checked address; nothing is opened yet."""
    if url.get_backend_name() == "postgresql":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": _BUSY_MS / 1000})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:
    """SQLite: WAL, keys that are checked, and transactions that we begin ourselves."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    how = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {how}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that writes: all of the block or nothing of it."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that sees one state of the record throughout."""
    with engine.connect() as connection, connection.begin():
        yield connection
