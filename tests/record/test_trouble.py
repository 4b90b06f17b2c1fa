"""A database that cannot: a clear sentence, and nothing written by halves."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from dualtrack._errors import InputError, NoRecord, NotARecord, RecordError, RecordNotWritten
from dualtrack.record import Store, _add
from dualtrack.record._trouble import passing, told
from kept_pages import AGAIN, CALM, STRUCK, coded, page, rows
from postgres_server import Server

PAGES = [coded(page(f"p{n}", f"{STRUCK} {AGAIN} {CALM * 20}")) for n in range(40)]


def test_a_full_disk(tmp_path: Path) -> None:
    with Store(str(tmp_path / "r.db")) as store:
        store.keep(PAGES[:5])
        before = rows(store)
        with store.engine.connect() as connection:
            (pages,) = connection.execute(text("PRAGMA page_count")).one()
            connection.execute(text(f"PRAGMA max_page_count={pages + 10}"))
        with pytest.raises(RecordNotWritten, match="no room left"):
            store.keep(PAGES)
        assert rows(store) == before
        with store.engine.connect() as connection:
            connection.execute(text("PRAGMA max_page_count=100000"))
        assert store.keep(PAGES).new == 35
        assert store.keep(PAGES).unchanged == 40


@pytest.fixture
def nobody() -> Iterator[None]:
    """Not root, who may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that everybody can reach."""
    everybody = stat.S_IXOTH | stat.S_IROTH | stat.S_IXGRP | stat.S_IRGRP
    for folder in (tmp_path, *tmp_path.parents):
        mode = folder.stat().st_mode
        if mode & everybody != everybody and folder.stat().st_uid != os.geteuid():
            break
        if mode & everybody != everybody:
            folder.chmod(mode | everybody)
    return tmp_path


def test_a_file_that_may_only_be_read(open_folder: Path, request: pytest.FixtureRequest) -> None:
    path = open_folder / "r.db"
    with Store(str(path)) as store:
        store.keep(PAGES[:2])
    path.chmod(0o444)
    open_folder.chmod(0o555)
    request.getfixturevalue("nobody")
    with Store(str(path)) as store:
        assert len(list(store.articles())) == 2
        assert len(list(store.events())) > 0
        with pytest.raises(RecordNotWritten, match="may only be read"):
            store.keep(PAGES)


def test_a_folder_that_may_only_be_read(open_folder: Path, request: pytest.FixtureRequest) -> None:
    open_folder.chmod(0o555)
    request.getfixturevalue("nobody")
    with pytest.raises(NoRecord, match="cannot be opened"):
        Store(str(open_folder / "r.db"))


def test_what_is_no_record(tmp_path: Path) -> None:
    page_ = tmp_path / "page.html"
    page_.write_text("<p>This is no record." * 200)
    with pytest.raises(NotARecord, match="something else"):
        Store(str(page_))
    assert page_.read_text().startswith("<p>")
    with pytest.raises(NoRecord, match="folder"):
        Store(str(tmp_path / "missing" / "r.db"))
    with pytest.raises(NoRecord, match="cannot be opened"):
        Store(str(tmp_path))


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store(str(path)) as store:
        store.keep(PAGES)
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(NotARecord, match="damaged"), Store(str(path)) as store:
        list(store.articles())


def test_addresses_that_are_none() -> None:
    for url, what in (("mysql://x/y", "mysql"), ("://", "no address")):
        with pytest.raises(InputError, match=what):
            Store(url)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoRecord, match="cannot be reached"):
        Store(f"postgresql://somebody@/r?host={tmp_path}")


def test_a_database_that_is_not_there(server: Server) -> None:
    with pytest.raises(NoRecord, match="create it first"):
        Store(server.url("no_such"))


def broken_at(
    monkeypatch: pytest.MonkeyPatch, server: Server, first: int
) -> Callable[[], list[int]]:
    """From the `first`th batch on the server ends the connection in its middle, twice."""
    calls: list[int] = []
    whole = _add.derive

    def derive(connection: Connection, reports: Iterable[str]) -> None:
        calls.append(1)
        whole(connection, reports)
        if len(calls) == first:
            (pid,) = connection.execute(text("SELECT pg_backend_pid()")).one()
            with server.admin() as admin:
                admin.execute("SELECT pg_terminate_backend(%s)", (pid,))
            connection.execute(text("SELECT 1"))

    monkeypatch.setattr(_add, "derive", derive)
    return lambda: calls


def test_a_connection_that_is_lost(
    server: Server, empty_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server.database(empty_database) as url, Store(url) as store, Store(url) as other:
        calls = broken_at(monkeypatch, server, 3)
        with pytest.raises(NoRecord, match="Nothing was written by halves"):
            store.keep(PAGES, batch=10)
        assert len(calls()) == 3
        assert len(list(other.articles())) == 20
        assert store.keep(PAGES, batch=10).new == 20
        with Store("sqlite://") as plain:
            plain.keep(PAGES)
            assert rows(plain) == rows(store)


def test_a_server_that_may_only_be_read(server: Server, empty_database: str) -> None:
    with server.database(empty_database) as url:
        name = url.partition("@/")[2].partition("?")[0]
        with server.admin() as admin:
            admin.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        with Store(url) as store, pytest.raises(RecordNotWritten, match="only be read"):
            store.keep(PAGES)


class Said(Exception):
    """What a driver says."""

    sqlstate: str | None = None


def wrapped(error: Exception) -> OperationalError:
    return OperationalError("SELECT 1", {}, error)


@pytest.mark.parametrize(
    ("state", "kind", "again"),
    [("40P01", NoRecord, True), ("40001", NoRecord, True), ("53100", RecordNotWritten, False),
     ("57P01", NoRecord, False), ("42501", RecordNotWritten, False), ("XX000", RecordError, False)],
)  # fmt: skip
def test_what_postgresql_says(state: str, kind: type[Any], again: bool) -> None:
    said = Said("something")
    said.sqlstate = state
    assert type(told(wrapped(said))) is kind
    assert passing(wrapped(said)) is again
