"""`dualtrack judge`, as a program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dualtrack.cli._judge import command
from dualtrack.record import Store
from judged_record import fill

Call = Callable[..., Any]


@pytest.fixture
def ids(tmp_path: Path) -> dict[str, str]:
    with Store(str(tmp_path / "record.db")) as store:
        return fill(store)


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """The command in this process; what it printed."""

    def go(*args: str) -> str:
        words = [args[0], "--db", str(tmp_path / "record.db"), *args[1:]]
        result = CliRunner().invoke(command, words, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    return go


def test_every_judgement_has_its_command(call: Call, ids: dict[str, str], tmp_path: Path) -> None:
    ann = ("--as", "ann")
    assert "accepted (clear)" in call("accept", ids["e1"][:8], *ann, "--why", "clear")
    rejected = call("reject", ids["e2"], "--single", *ann)
    assert "rejected" in rejected
    assert "took back" in call("undo", rejected.split()[0], *ann)
    changed = call("change", ids["e4"], "type=THREATEN", "actors=France", "actors=Jordan", *ann)
    assert "type: ACCUSE → THREATEN" in changed
    assert "'France' (FRA/GOV), 'Jordan' (JOR/GOV)" in changed
    assert "COERCE 'closed'" in call("add", "a2", "trigger=closed", "type=COERCE", *ann)
    assert "are one" in call("merge", ids["e1"], ids["e4"], *ann)
    assert "are two" in call("split", ids["e1"], *ann)
    assert "is done" in call("done", "a2", *ann)
    log = call("log")
    assert len(log.splitlines()) > 8
    assert all(" ann: " in line for line in log.splitlines())
    assert len(call("log", ids["e2"]).splitlines()) >= 2
    rows = [json.loads(line) for line in call("log", "--jsonl").splitlines()]
    assert len(rows) == len(log.splitlines())
    call("log", "-o", str(tmp_path / "log.jsonl"))
    assert len((tmp_path / "log.jsonl").read_text().splitlines()) == len(rows)


def test_a_bad_judgement_is_one_sentence(
    run: Callable[..., Any], ids: dict[str, str], tmp_path: Path
) -> None:
    done = run("judge", "change", ids["e1"], "type=WAR", "--db", tmp_path / "record.db")
    assert done.returncode == 2
    assert done.stderr.startswith(b"dualtrack: There is no type 'WAR'")
    assert done.stderr.count(b"\n") == 1
