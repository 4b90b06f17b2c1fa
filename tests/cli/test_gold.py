"""`dualtrack gold export`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from dualtrack.cli._gold import command
from dualtrack.coding import read_gold
from dualtrack.record import Store
from judged_record import fill, say


def test_lines_go_to_the_file_and_counts_to_standard_error(tmp_path: Path) -> None:
    db, out = str(tmp_path / "record.db"), tmp_path / "gold.jsonl"
    with Store(db) as store:
        fill(store)
        say(store, "done", "a1")
    result = CliRunner().invoke(command, ["export", "--db", db, "-o", str(out)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 articles: 1 lines, 2 events.\n"
    assert len(read_gold(out)) == 1
    result = CliRunner().invoke(command, ["export", "--db", db, "--judged"])
    assert result.stdout.count("\n") == 1
