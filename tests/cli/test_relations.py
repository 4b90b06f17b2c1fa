from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dualtrack.output import RELATIONS_COLUMNS
from dualtrack.record import Store
from make_events import IRN, ISR, event
from make_record import keep_each


@pytest.fixture
def db(tmp_path: Path) -> Path:
    place = tmp_path / "dualtrack.db"
    with Store(str(place)) as store:
        keep_each(
            store,
            *(event("ASSAULT", on=f"2024-{m:02}-10") for m in range(1, 8)),
            *(event("ASSAULT", (IRN,), (ISR,), on=f"2024-07-{d}") for d in (11, 12, 13)),
        )
    return place


def test_pairs_by_activity(run, db: Path) -> None:
    done = run("relations", "--most", "1")
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    assert "ISR and USA" in text
    assert "and 1 more pairs" in text


def test_pairs_by_change(run, db: Path) -> None:
    text = run("relations", "--by-change").stdout.decode()
    assert text.index("IRN and ISR") < text.index("ISR and USA")


def test_machines_have_all_pairs(run, db: Path) -> None:
    found = json.loads(run("relations", "--format", "json", "--most", "1").stdout)
    assert len(found["pairs"]) == 2
    done = run("relations", "--format", "csv", "--since", "2024-07", "--until", "2024-07")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert list(rows[0]) == list(RELATIONS_COLUMNS)
    assert [row["pressure_count"] for row in rows] == ["3", "1"]


def test_too_little_past_is_one_sentence(run, db: Path) -> None:
    done = run("relations", "--by-change", "--since", "2024-02")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
