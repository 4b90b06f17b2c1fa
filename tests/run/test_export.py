from __future__ import annotations

import json
from pathlib import Path

import pytest

from dualtrack._errors import DualtrackError
from dualtrack.export import Query
from dualtrack.record import Store
from dualtrack.run import Coded, export_to, told
from make_events import ARTICLE, article_events


def test_a_record_is_exported_and_it_is_said_what_came_of_it(tmp_path: Path) -> None:
    db = str(tmp_path / "record.db")
    with Store(db) as store:
        store.keep([Coded(ARTICLE, tuple(article_events()))])
    done = export_to(db, "gdelt", tmp_path / "x", Query())
    assert done.path == tmp_path / "x.manifest.json"
    assert json.loads(done.path.read_text("utf-8")) == done.manifest
    assert told(done) == [
        "1 of 2 events written.",
        "  left out, for its status is possible: 1",
        "  x.export.CSV: 1 rows",
        "  x.mentions.CSV: 1 rows",
        "  x.manifest.json: what it is, counted and checked",
    ]


def test_the_record_itself_is_never_overwritten(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    Store(str(db)).close()
    with pytest.raises(DualtrackError, match="also an input"):
        export_to(str(db), "csv", db, Query())


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DualtrackError):
        export_to(str(tmp_path / "none.db"), "csv", tmp_path / "x.csv", Query())
    assert list(tmp_path.iterdir()) == []
