"""From a database's address to connections that behave the same on SQLite and PostgreSQL."""

from __future__ import annotations

import functools
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from dualtrack._errors import InputError, MissingExtra
from dualtrack.record._trouble import passing, told

T = TypeVar("T")

DEFAULT = "dualtrack.db"
_BUSY_MS = 600_000  # writers queue for each other; nobody is told that a file is locked
_ATTEMPTS = 8  # at a transaction that another one got in the way of


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
        try:
            return create_engine(url, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise MissingExtra("A record in PostgreSQL", "postgres") from error
    if url.database in (None, "", ":memory:"):
        engine = create_engine(url)
    else:
        engine = create_engine(url, creator=functools.partial(_open, str(url.database)))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _open(path: str) -> sqlite3.Connection:
    """The file; one that may only be read, in a folder that may only be read, as it lies there."""
    connection = _file(path)
    try:
        connection.execute("PRAGMA schema_version")
        return connection
    except sqlite3.DatabaseError as error:
        connection.close()
        told = str(error)
        # With a log beside it somebody is writing, or did not end well: then it cannot be read so.
        alone = Path(path).is_file() and not Path(f"{path}-wal").exists()
        if alone and ("readonly" in told or "unable to open" in told):
            return _file(f"file:{quote(str(Path(path).absolute()))}?mode=ro&immutable=1", uri=True)
        raise


def _file(name: str, *, uri: bool = False) -> sqlite3.Connection:
    return sqlite3.connect(name, timeout=_BUSY_MS / 1000, check_same_thread=False, uri=uri)


def _prepare(connection: Any, _: object) -> None:
    """SQLite: WAL, keys that are checked, and transactions that we begin ourselves."""
    connection.isolation_level = None
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _to_wal(connection)


def _to_wal(connection: Any) -> None:
    """A new file's first step; SQLite does not queue for it, so that we do."""
    end = time.monotonic() + _BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except Exception as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    how = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {how}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that writes: all of the block or nothing of it.

    Raises RecordError, with a sentence, where the database cannot do it.
    """
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise told(error) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that sees one state of the record throughout.

    Raises RecordError, with a sentence, where the database cannot do it.
    """
    try:
        with _repeatable(engine) as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise told(error) from error


def _repeatable(engine: Engine) -> Connection:
    if engine.dialect.name == "postgresql":
        return engine.connect().execution_options(isolation_level="REPEATABLE READ")
    return engine.connect()


def write(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Do some work in a transaction that writes; once more where another writer got in its way."""
    for attempt in range(_ATTEMPTS):
        try:
            with engine.connect().execution_options(writes=True) as connection, connection.begin():
                return work(connection)
        except DBAPIError as error:
            if not passing(error) or attempt + 1 == _ATTEMPTS:
                raise told(error) from error
        time.sleep(0.02 * 2**attempt)
    raise AssertionError("unreachable")


def forget(engine: Engine) -> None:
    """SQLite: write the log back into the file now, so that words deleted are in neither."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
