"""Processes killed at random instants while they add: a rerun ends where no kill would have.

100 kills on SQLite and 20 on PostgreSQL; $DUALTRACK_KILLS says another number for both.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualtrack.record import Store
from dualtrack.run import Coded
from kept_pages import AGAIN, CALM, NEWER, STRUCK, coded, page, rows
from postgres_server import Server

TEXTS = (STRUCK, f"{STRUCK} {AGAIN}", CALM, f"{CALM} {AGAIN}")
PAGES = [coded(page(f"p{n % 7}", TEXTS[n % 4], f"2024-04-{14 + n % 3}")) for n in range(14)]
PAGES += [Coded(PAGES[3].article, ()), coded(PAGES[13].article, NEWER)]


def add(url: str) -> None:
    with Store(url) as store:
        store.keep(PAGES, coder=NEWER, batch=3)


def killed(work: Callable[[], None], after: float) -> bool:
    """Do some work in a process that is killed after some seconds; whether it was."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            work()
            os._exit(0)
        os._exit(1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def undisturbed(url: str) -> tuple[dict[str, list[tuple[Any, ...]]], float]:
    begun = time.monotonic()
    add(url)
    took = time.monotonic() - begun
    with Store(url) as store:
        return rows(store), took


def check(wanted: dict[str, list[tuple[Any, ...]]], url: str) -> None:
    add(url)
    with Store(url) as store:
        assert rows(store) == wanted


def runs(usual: int) -> int:
    return int(os.environ.get("DUALTRACK_KILLS", usual))


@pytest.mark.slow
def test_sqlite(tmp_path: Path, empty_file: Path) -> None:
    draw = random.Random(5)
    first = tmp_path / "first.db"
    shutil.copy(empty_file, first)
    wanted, took = undisturbed(str(first))
    hit = 0
    for n in range(runs(100)):
        path = tmp_path / f"{n}.db"
        if n % 10:  # the tenth is killed while it makes the tables
            shutil.copy(empty_file, path)
        hit += killed(lambda path=path: add(str(path)), draw.uniform(0, 1.2 * took))  # type: ignore[misc]
        check(wanted, str(path))
        for left in tmp_path.glob(f"{n}.db*"):
            left.unlink()
    assert hit > runs(100) / 4  # or the kills came too late to mean anything


@pytest.mark.slow
def test_postgresql(server: Server, empty_database: str) -> None:
    draw = random.Random(6)
    with server.database(empty_database) as url:
        wanted, took = undisturbed(url)
    hit = 0
    for n in range(runs(20)):
        with server.database(empty_database if n % 10 else "template0") as url:
            hit += killed(lambda url=url: add(url), draw.uniform(0, 1.2 * took))  # type: ignore[misc]
            check(wanted, url)
    assert hit > runs(20) / 4
