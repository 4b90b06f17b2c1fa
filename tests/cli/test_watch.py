"""What changes when somebody watches: colours, a bar, no binary files."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")
OnTerminal = Callable[..., tuple[int, str]]


@pytest.fixture
def on_terminal(program: list[str], tmp_path: Path) -> OnTerminal:
    """Run it with all its streams on a terminal; exit status and what was shown."""

    def go(*args: object) -> tuple[int, str]:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
        environment.pop("NO_COLOR", None)
        process = subprocess.Popen(
            [*program, *map(str, args)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=tmp_path,
            env=environment,
        )
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # the other side is gone
            while chunk := os.read(ours, 65_536):
                shown += chunk
        os.close(ours)
        return process.wait(60), shown.decode("utf-8", "replace")

    return go


def test_events_are_marked_in_colour(on_terminal: OnTerminal) -> None:
    status, shown = on_terminal("explain", "Washington struck Israel.")
    assert status == 0
    assert "\x1b[" in shown
    assert "[1 trigger ASSAULT: " in shown


def test_parquet_is_refused_with_a_sentence(on_terminal: OnTerminal, lines) -> None:
    pytest.importorskip("pyarrow")
    status, shown = on_terminal("code", lines("They struck."), "--format", "parquet")
    assert status == 2
    assert "Parquet is not for a terminal" in shown


def test_a_bar_comes_when_it_takes_long(on_terminal: OnTerminal, lines) -> None:
    quick = on_terminal("code", lines("They struck."), "-o", "out")
    slow = on_terminal("code", lines(*["slow"] * 20), "-o", "out", "--jobs", "1")
    assert quick[0] == slow[0] == 0
    assert "coding" not in quick[1]
    assert "coding" in slow[1]


def test_no_bar_among_results_on_the_same_terminal(on_terminal: OnTerminal, lines) -> None:
    status, shown = on_terminal("code", lines(*["slow struck"] * 20), "--jobs", "1")
    assert status == 0
    assert "coding" not in shown
