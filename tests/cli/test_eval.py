from __future__ import annotations

import json
from pathlib import Path


def test_figures_are_printed_and_given_as_json(run, tmp_path: Path) -> None:
    row = {"id": "1", "text": "Nothing happened in Paris.", "events": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n")
    table = run("eval", "gold.jsonl")
    assert table.returncode == 0
    assert "silence" in table.stdout.decode()
    figures = json.loads(run("eval", "gold.jsonl", "--json").stdout)
    assert figures["silence"] == 1.0
    assert figures["lines"] == 1


def test_lines_that_are_no_gold_are_two(run, lines) -> None:
    done = run("eval", lines("They struck."))
    assert done.returncode == 2
    assert b"in.jsonl, line 1" in done.stderr
    assert run("eval", "missing.jsonl").returncode == 2
