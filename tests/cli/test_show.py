from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dualtrack.output import RELATION_COLUMNS
from dualtrack.record import Store
from make_events import event, party
from make_record import SENTENCE, keep, page


@pytest.fixture
def db(tmp_path: Path) -> Path:
    place = tmp_path / "dualtrack.db"
    evil = party("\x1b[31mIsrael\x07", "ISR")
    with Store(str(place)) as store:
        keep(
            store,
            page(event("AID"), event("THREATEN", (party("London", "GBR"),), (evil,), id="2")),
        )
    return place


def test_the_picture_is_drawn_from_the_record_in_the_folder(run, db: Path) -> None:
    done = run("show", "USA", "ISR", "--since", "2024-04-01", "--by", "week")
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    assert "USA and ISR, by week" in text
    assert "2024-W15" in text
    assert f"“{SENTENCE}”" in text


def test_words_of_a_page_cannot_steer_the_terminal(run, db: Path) -> None:
    done = run("show", "GBR", "ISR")
    assert done.returncode == 0
    assert not {0x1B, 0x07} & set(done.stdout)


def test_json_has_every_act_with_its_words_and_csv_the_series(run, db: Path) -> None:
    found = json.loads(run("show", "NATO", "ISR", "--format", "json").stdout)
    assert len(found["acts"]) == 2
    assert all(act["evidence"]["sentence"] == SENTENCE for act in found["acts"].values())
    done = run("show", "NATO", "ISR", "--format", "csv", "--by", "year")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert list(rows[0]) == list(RELATION_COLUMNS)
    assert sum(int(row["count"]) for row in rows if not row["target"]) == 2


def test_groups_of_ones_own(run, db: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_text("Allies\tUSA|GBR\n", "utf-8")
    text = run("show", "Allies", "ISR", "--groups", "mine.tsv").stdout.decode()
    assert "Newest (2)" in text


@pytest.mark.parametrize(
    "wrong",
    [
        ("USA", "USA"),
        ("USA", "ISR", "--since", "soon"),
        ("USA", "ISR", "--since", "2024", "--until", "2023"),
        ("USA", "ISR", "--groups", "none.tsv"),
        ("USA", "ISR", "--by", "decade"),
        ("USA", "ISR", "--db", "none.db"),
    ],
)
def test_what_cannot_be_shown_is_one_sentence(run, db: Path, wrong: tuple[str, ...]) -> None:
    done = run("show", *wrong)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert done.stderr
