"""Addresses, transactions, and several processes at once."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from dualtrack._errors import InputError
from dualtrack.record import Store
from dualtrack.record._engine import address, connect, forget, reading, write, writing
from dualtrack.run import Coded
from kept_pages import AGAIN, CALM, STRUCK, coded, page, rows

TEXTS = (STRUCK, f"{STRUCK} {AGAIN}", CALM)
PAGES = [coded(page(f"p{n}", TEXTS[n % 3], f"2024-04-{14 + n % 2}")) for n in range(24)]


def test_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DUALTRACK_DB", raising=False)
    assert address().database == "dualtrack.db"
    monkeypatch.setenv("DUALTRACK_DB", "other.db")
    assert address().database == "other.db"
    assert address("sqlite:///a.db").drivername == "sqlite"
    for given in ("postgresql://h/d", "postgres://h/d", "postgresql+asyncpg://h/d"):
        assert address(given).drivername == "postgresql+psycopg"
    with pytest.raises(InputError, match="mysql"):
        address("mysql://h/d")


def in_processes(works: list[Callable[[], None]]) -> list[int]:
    """Do each in a process of its own, at once; their exit statuses."""
    children = []
    for work in works:
        child = os.fork()
        if child == 0:
            try:
                work()
                os._exit(0)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def adder(url: str, pages: list[Coded]) -> Callable[[], None]:
    def work() -> None:
        with Store(url) as store:
            store.keep(pages, batch=3)

    return work


@pytest.mark.slow
def test_several_processes_add_at_once(no_record: str) -> None:
    """They also make the record at once; each page comes from two of them."""
    shares = [PAGES[:12], PAGES[6:18][::-1], PAGES[12:], PAGES[:6] + PAGES[18:]]
    assert in_processes([adder(no_record, share) for share in shares]) == [0] * 4
    with Store(no_record) as store, Store("sqlite://") as plain:
        plain.keep(PAGES)
        assert rows(store) == rows(plain)


@pytest.mark.slow
def test_versions_from_several_processes_are_numbered_one_after_the_other(no_record: str) -> None:
    shares = [[coded(page(f"p{n}", f"{STRUCK} {number}")) for n in range(4)] for number in range(4)]
    assert in_processes([adder(no_record, share) for share in shares]) == [0] * 4
    with Store(no_record) as store:
        for n in range(4):
            versions = store.versions(f"https://news.example/p{n}")
            assert [v.number for v in versions] == [1, 2, 3, 4]
        before = rows(store)
        store.rebuild()
        assert rows(store) == before
        assert sum(r.state == "standing" for r in store.reports()) == 4


def test_writers_to_a_file_queue_and_readers_do_not_wait(tmp_path: Path) -> None:
    url = str(tmp_path / "r.db")
    Store(url).close()
    wait, go = os.pipe()
    child = os.fork()  # before the file is open: SQLite must not be carried over a fork
    if child == 0:
        try:
            os.read(wait, 1)
            adder(url, PAGES)()
            os._exit(0)
        finally:
            os._exit(1)
    with Store(url) as store:
        store.keep(PAGES[:3])
        with writing(store.engine) as connection:
            connection.execute(text("UPDATE versions SET title = 'changed'"))
            os.write(go, b"!")
            assert "changed" not in {v.article.title for v in store.articles()}
            time.sleep(0.5)
            assert os.waitpid(child, os.WNOHANG) == (0, 0)  # it waits
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert len(list(store.articles())) == len(PAGES)
    os.close(wait)
    os.close(go)


def test_an_error_undoes_the_block(store: Store) -> None:
    def work(connection: Connection) -> None:
        connection.execute(text("INSERT INTO articles (id, first_seen) VALUES ('x', :at)"),
                           {"at": "2024-01-01 00:00:00"})  # fmt: skip
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(store.engine, work)
    with reading(store.engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM articles")).scalar() == 0


def test_forgetting_empties_the_log(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store(str(path)) as store:
        store.keep(PAGES[:3])
        assert Path(f"{path}-wal").stat().st_size > 0
        forget(store.engine)
        assert Path(f"{path}-wal").stat().st_size == 0


def test_connecting_opens_nothing(tmp_path: Path) -> None:
    connect(address(str(tmp_path / "r.db")))
    assert not list(tmp_path.iterdir())
