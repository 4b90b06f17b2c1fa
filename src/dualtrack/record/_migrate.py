"""A record's tables: made for a new one, brought up to date for an older one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from dualtrack._errors import NewerRecord, NoRecord, NotARecord
from dualtrack.record._buckets import BUCKETS
from dualtrack.record._engine import reading, write
from dualtrack.record._sql import on_postgres

METADATA = BUCKETS.metadata  # with all tables in it
HEAD = "0002"  # the last step; asked for here, so that Alembic is loaded only when it has work
VERSION_TABLE = "dualtrack_version"
_LOCK = 0x6475616D  # any number, the same for every process that makes tables


def migrate(engine: Engine, *, create: bool = True) -> None:
    """Make the tables of a new record, or bring an older one up to date.

    Raises NewerRecord for one that a newer version made, NotARecord for a database of something
    else, and NoRecord where there is none and `create` is False.
    """
    path = engine.url.database
    if not create and engine.dialect.name == "sqlite" and not (path and Path(path).exists()):
        raise NoRecord(f"There is no record at {path}: `dualtrack add` makes one.")
    with reading(engine) as connection:
        found = version(connection)
        if found is None and not create:
            raise NoRecord("The database holds no record yet: `dualtrack add` makes one.")
    if found != HEAD:
        write(engine, _upgrade)


def version(connection: Connection) -> str | None:
    """The step that a record has come to; None for an empty database.

    Raises NewerRecord or NotARecord where it is none that can be used.
    """
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        other = tables & METADATA.tables.keys() if on_postgres(connection) else tables
        if other:
            raise NotARecord(
                f"The database holds something else than a record (a table {min(other)!r}): "
                "give the record a database of its own."
            )
        return None
    row = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).first()
    found = str(row[0]) if row else None
    if found is not None and not "0001" <= found <= HEAD:
        raise NewerRecord(
            f"A newer Dualtrack made this record (tables of step {found}; this one knows them up "
            f"to {HEAD}): update Dualtrack to use it."
        )
    return found


def _upgrade(connection: Connection) -> None:
    upgrade(connection, HEAD)


def upgrade(connection: Connection, to: str) -> None:
    """Go step by step from where the record is, in the transaction that is open."""
    from alembic import command  # noqa: PLC0415  (slow to load, seldom needed)
    from alembic.config import Config  # noqa: PLC0415

    if on_postgres(connection):
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK:d})"))
    version(connection)  # another process may have come before us
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    command.upgrade(config, to)
