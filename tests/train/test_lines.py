"""The labelled lines written for this project keep the codebook's form."""

from __future__ import annotations

import gzip
import json
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from dualtrack.coding import GoldLine, read_gold
from dualtrack.ontology import MODES, SECTORS, STATUSES
from dualtrack.train import _lines
from gold_lines import event, who

FILES = sorted(
    f.name for f in (files("dualtrack.train") / "lines").iterdir() if f.name.endswith(".jsonl")
)


def read(name: str) -> list[GoldLine]:
    with as_file(files("dualtrack.train") / "lines" / name) as path:
        return read_gold(path)


@pytest.mark.parametrize("name", FILES)
def test_form(name: str) -> None:
    lines = read(name)
    assert len(lines) > 100
    assert any(not line.events for line in lines)
    assert all(line.id.startswith("own-") for line in lines)


def test_ids_are_unique_over_all_files() -> None:
    ids = [line.id for name in FILES for line in read(name)]
    ids += [label["id"] for label in _lines.news_labels()]
    assert len(ids) == len(set(ids))


def test_news_labels_hold_places_and_no_text() -> None:
    labels = _lines.news_labels()
    assert len(labels) > 4000
    for label in labels:
        assert set(label) == {"id", "sha256", "events"}
        for made in label["events"]:
            assert made["status"] in STATUSES
            assert made["mode"] is None or made["mode"] in MODES[made["type"]]
            for field in _lines.WORDS:
                assert made[field] is None or [type(n) for n in made[field]] == [int, int]
            for side in _lines.SIDES:
                assert all(len(m) == 4 and m[3] in SECTORS for m in made[side])


def test_places_become_words_and_back() -> None:
    text = "Iran met Oman. Then Iran struck Israel on Sunday."
    events = [
        event("met", "CONSULT", actors=[who("Iran", "IRN"), who("Oman", "OMN")]),
        event("struck", actors=[who("Iran", "IRN")], recipients=[who("Israel", "ISR")]),
    ]
    events[1]["date"] = "on Sunday"
    placed = _lines.locate(text, events)
    assert placed[1]["trigger"] == [25, 31]
    assert placed[1]["actors"][0][:2] == [20, 24]
    assert [_lines.spell(text, e) for e in placed] == events


def test_words_that_do_not_stand_there_are_refused() -> None:
    with pytest.raises(ValueError, match="stand"):
        _lines.locate("Rain fell.", [event("fell", actors=[who("Iran", "IRN")])])


def test_items_that_changed_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    label = {"id": "a", "sha256": _lines.digest("Rain fell."), "events": []}
    monkeypatch.setattr(_lines, "news_labels", lambda: [label, {**label, "id": "b"}])
    items = tmp_path / "items.jsonl.gz"
    content = [{"id": "a", "text": "Rain fell."}, {"id": "b", "text": "Rain falls."}]
    items.write_bytes(gzip.compress("\n".join(json.dumps(c) for c in content).encode()))
    assert _lines.news_lines(items) == [{"id": "a", "text": "Rain fell.", "events": []}]


@pytest.mark.shared
def test_no_line_is_one_of_the_shared_ones(shared: Path) -> None:
    folder = shared / "data" / "gold"
    known = {g.text for part in ("train", "dev") for g in read_gold(folder / f"{part}.jsonl")}
    lines = [(g.id, g.text) for name in FILES for g in read(name)]
    items = shared / "data" / "current_events" / "items.jsonl.gz"
    news = _lines.news_lines(items)
    assert len(news) == len(_lines.news_labels())
    lines += [(line["id"], line["text"]) for line in news]
    assert not [name for name, text in lines if text in known]
