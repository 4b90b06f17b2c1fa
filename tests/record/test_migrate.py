"""From nothing, and from every earlier version, to the tables of this one."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select, text

from dualtrack._errors import NewerRecord, NoRecord, NotARecord
from dualtrack.record import Store, _migrate
from dualtrack.record._engine import address, connect, reading, write, writing
from dualtrack.record._migrate import HEAD, METADATA, VERSION_TABLE, upgrade
from kept_pages import rows
from store_old_record import FOLDER, fill

FOLDER_OF_STEPS = Path(_migrate.__file__).parent / "migrations"
SOURCES = ("articles", "versions", "codings", "reports", "judgements", "evidence")
OLD = sorted(path.name.removesuffix(".db.gz") for path in FOLDER.glob("*.db.gz"))


def steps() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(FOLDER_OF_STEPS))
    config.set_main_option("path_separator", "os")
    return sorted(step.revision for step in ScriptDirectory.from_config(config).walk_revisions())


def test_the_last_step_is_named_and_each_has_its_stored_record() -> None:
    assert steps()[-1] == HEAD
    assert steps() == OLD


def test_the_steps_make_the_tables(no_record: str) -> None:
    with Store(no_record) as store, reading(store.engine) as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": VERSION_TABLE,
                "compare_type": True,
                "include_name": lambda name, kind, parent: not str(name).startswith("search_"),
            },
        )
        assert compare_metadata(context, METADATA) == []


def old_file(step: str, path: Path) -> None:
    path.write_bytes(gzip.decompress((FOLDER / f"{step}.db.gz").read_bytes()))


@pytest.mark.parametrize("step", OLD)
def test_a_record_of_every_earlier_version_is_brought_up_to_date(
    step: str, no_record: str, tmp_path: Path
) -> None:
    stored = tmp_path / "stored.db"
    old_file(step, stored)
    url = no_record
    if url.startswith("sqlite"):
        url = f"sqlite:///{stored}"
    else:
        to_postgres(step, stored, url)
    with Store(url) as store, Store("sqlite://") as fresh:
        fill(fresh)
        found, wanted = rows(store), rows(fresh)
        for table in SOURCES:
            if table != "judgements":  # their ids say when
                assert found[table] == wanted[table]
        assert len(found["judgements"]) == 1
        assert {hit.article for hit in store.search("harbour")}
        assert store.search("struck", within="evidence")
        with reading(store.engine) as connection:
            assert _migrate.version(connection) == HEAD


def to_postgres(step: str, stored: Path, url: str) -> None:
    """The same rows in tables of the same step."""
    source, target = connect(address(str(stored))), connect(address(url))
    write(target, lambda connection: upgrade(connection, step))
    with reading(source) as old, writing(target) as new:
        for table in METADATA.sorted_tables:
            found = [dict(row._mapping) for row in old.execute(select(table))]
            if found:
                new.execute(insert(table), found)
    source.dispose()
    target.dispose()


def test_a_record_of_a_newer_version_is_refused(url: str) -> None:
    with Store(url) as store, writing(store.engine) as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0099'"))
    with pytest.raises(NewerRecord, match="update Dualtrack"):
        Store(url)


def test_a_database_of_something_else_is_refused_and_left_alone(no_record: str) -> None:
    engine = connect(address(no_record))
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE events (id INTEGER)"))
    with pytest.raises(NotARecord, match="of its own"):
        Store(no_record)
    assert inspect(engine).get_table_names() == ["events"]
    engine.dispose()


def test_no_record_is_made_where_none_is_wanted(no_record: str, tmp_path: Path) -> None:
    with pytest.raises(NoRecord, match="dualtrack add"):
        Store(no_record, create=False)
    assert not list(tmp_path.glob("*.db"))


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with Store(str(path)) as store:
        assert list(store.articles()) == []
    sqlite3.connect(path).execute("SELECT * FROM articles")


def test_opening_again_writes_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> Callable[[], None]:
        raise AssertionError("it was to be opened only")

    monkeypatch.setattr(_migrate, "write", never)
    Store(url).close()
