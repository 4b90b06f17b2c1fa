"""`dualtrack agreement`."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from dualtrack.cli._agreement import command
from dualtrack.record import Store
from judged_record import fill, say


def test_a_table_with_words_or_json(tmp_path: Path) -> None:
    db = str(tmp_path / "record.db")
    with Store(db) as store:
        ids = fill(store)
        say(store, "accept", ids["e1"], "ann")
        say(store, "reject", ids["e1"], "bob")
    result = CliRunner().invoke(command, ["--db", db])
    assert result.exit_code == 0
    assert "accepted" in result.stdout
    assert "does not say that they are right" in " ".join(result.stdout.split())
    found = json.loads(CliRunner().invoke(command, ["--db", db, "--json"]).stdout)
    assert found["fields"][0]["same"] == 0.0
    assert found["notes"]
