from __future__ import annotations

import json
from pathlib import Path


def test_articles_come_out_one_a_line(run, lines, tmp_path: Path) -> None:
    done = run("read", lines("They struck.", "Le monde."), "-o", "out.jsonl")
    assert done.returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["text"] for row in rows] == ["They struck.", "Le monde."]
    assert b"Read 2 articles in" in done.stderr


def test_failures_are_told(run, lines) -> None:
    done = run("read", lines("They struck."), "missing.html")
    assert done.returncode == 1
    assert b"Rejected: 1 page" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_what_is_read_can_be_coded(run, lines) -> None:
    read = run("read", lines("They struck."))
    coded = run("code", "-", stdin=read.stdout)
    assert json.loads(coded.stdout)["article"] == "0"
