"""`dualtrack add` as a program."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from dualtrack.record import Store

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_adding_twice(run: Run, lines: Callable[..., Path], tmp_path: Path) -> None:
    path = lines("Washington struck Israel.", "Calm.")
    first = run("add", path, "--report", "r.json")
    assert first.returncode == 0, first.stderr
    assert first.stdout == b""
    assert b"Kept 2 articles (new 2): 1 report of events" in first.stderr
    assert json.loads((tmp_path / "r.json").read_text())["record"]["new"] == 2
    again = run("add", path)
    assert b"Kept 2 articles (unchanged 2): 0 reports" in again.stderr
    with Store(str(tmp_path / "dualtrack.db")) as store:
        assert len(list(store.events())) == 1


def test_coded_events_and_another_place(run: Run, lines: Callable[..., Path]) -> None:
    path = lines("Washington struck Israel.", "Calm.")
    assert run("code", path, "-o", "events.jsonl").returncode == 0
    done = run("add", path, "--events", "events.jsonl", "--db", "other.db")
    assert done.returncode == 0, done.stderr
    assert b"1 report of events" in done.stderr


def test_what_goes_wrong_is_a_sentence(run: Run, lines: Callable[..., Path]) -> None:
    path = lines("Calm.")
    for db, what in (
        ("mysql://x/y", b"SQLite or PostgreSQL"),
        ("no/such/folder/r.db", b"cannot be opened"),
        (path, b"no record"),
    ):
        done = run("add", path, "--db", db)
        assert done.returncode == 2
        assert what in done.stderr
        assert b"Traceback" not in done.stderr
