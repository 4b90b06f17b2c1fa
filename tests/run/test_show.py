from __future__ import annotations

from pathlib import Path

import pytest

from dualtrack._errors import InputError, NoRecord
from dualtrack.run import show, show_all
from dualtrack.tracks import Record
from make_events import event, party
from make_record import SENTENCE, keep, page


@pytest.fixture
def db(tmp_path: Path) -> str:
    place = str(tmp_path / "news.db")
    with Record(place) as record:
        keep(record, page(event("AID"), event("AID", (party("London", "GBR"),), id="2")))
    return place


def test_one_relation(db: str) -> None:
    found = show(db, "USA", "ISR", since="2024-04", by="day")
    assert found.by == "day"
    assert [w.sentence for w in found.evidence.values()] == [SENTENCE]


def test_groups_of_a_file(db: str, tmp_path: Path) -> None:
    groups = tmp_path / "groups.tsv"
    groups.write_text("Allies\tUSA|GBR\n", "utf-8")
    assert len(show(db, "Allies", "ISR", groups=groups).newest) == 2


def test_all_relations(db: str) -> None:
    found = show_all(db)
    assert [(p.a, p.b, p.count) for p in found.pairs] == [("GBR", "ISR", 1), ("ISR", "USA", 1)]
    with pytest.raises(InputError):
        show_all(db, order="change")


def test_a_record_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    with pytest.raises(NoRecord):
        show(str(missing), "USA", "ISR")
    assert not missing.exists()
