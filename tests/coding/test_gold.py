"""Labelled lines: what is read, and how a bad line is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dualtrack._errors import GoldError
from dualtrack.coding._gold import read_gold, read_predictions

EVENT: dict[str, Any] = {
    "trigger": "may cut",
    "type": "SANCTION",
    "mode": "discontinue",
    "actors": [{"text": "Washington", "country": "USA", "sector": "GOV"}],
    "recipients": [{"text": "Israel", "country": "ISR", "sector": "GOV"}],
    "status": "possible",
    "speaker": "officials",
    "condition": "if nothing changes",
    "location": None,
    "date": "on Tuesday",
}
LINE: dict[str, Any] = {
    "id": "a",
    "text": "Washington may cut aid if nothing changes, officials said on Tuesday.",
    "context": "Talks with Israel went on in Doha.",
    "events": [EVENT],
}
AID = {"type": "AID", "mode": None, "status": "actual", "trigger": "gave", "actors": []}


def write(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def changed(**changes: Any) -> dict[str, Any]:
    return {**LINE, "events": [{**EVENT, **changes}]}


def test_a_good_line(tmp_path: Path) -> None:
    (line,) = read_gold(write(tmp_path, LINE))
    assert (line.id, line.text, line.context) == (LINE["id"], LINE["text"], LINE["context"])
    assert line.events == (EVENT,)


def test_what_may_be_left_out(tmp_path: Path) -> None:
    short = {k: EVENT[k] for k in ("trigger", "type", "actors", "status")} | {"recipients": []}
    bare = {"id": "a", "text": LINE["text"], "events": [short], "source": "somewhere"}
    (line,) = read_gold(write(tmp_path, bare))
    assert line.context is None


def test_blank_lines_a_mark_and_odd_separators(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    second = {"id": "b", "text": "one\u2028two\x85three", "events": []}
    text = "\ufeff\n" + json.dumps(LINE) + "\r\n  \n" + json.dumps(second, ensure_ascii=False)
    path.write_bytes(text.encode())
    assert [line.id for line in read_gold(path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ([], "must be a JSON object"),
        ({**LINE, "id": 7}, "'id' must be a text"),
        ({**LINE, "text": " "}, "'text' must be a text"),
        ({**LINE, "context": 7}, "'context' must be a text"),
        ({**LINE, "events": None}, "'events' must be a list"),
        ({**LINE, "events": ["x"]}, "'events' must be a list of objects"),
        (changed(type="FIGHT"), 'the type \'FIGHT\' is unknown; known are AGREE, '),
        (changed(type=["AID"]), "is unknown; known are AGREE, "),
        (changed(mode="visit"), "SANCTION has no mode 'visit'; its modes are: convict, "),
        (changed(type="AID"), "AID has no mode 'discontinue'; its modes are: none"),
        (changed(status="future"), "the status 'future' is unknown"),
        (changed(trigger="slash"), "'slash' (trigger) does not stand in the text."),
        (changed(trigger="Doha"), "'Doha' (trigger) does not stand in the text."),
        (changed(trigger=None), "'trigger' must be a text"),
        (changed(condition="in Doha"), "(condition) does not stand in the text."),
        (changed(date="on Monday"), "(date) does not stand in the text."),
        (changed(speaker="Kirby"), "(speaker) does not stand in the text or context."),
        (changed(location=""), "'location' must be a text"),
        (changed(actors=None), "'actors' must be a list"),
        (changed(actors=[{"text": "Paris", "country": None, "sector": "GOV"}]), "'Paris' (actors)"),
        (changed(actors=[{"text": "Israel", "country": "il", "sector": "GOV"}]), "country 'il'"),
        (changed(actors=[{"text": "Israel", "sector": "OPP"}]), "the sector 'OPP' is unknown"),
        (changed(actors=[{"sector": "GOV"}]), "the text of one of the actors"),
        (changed(recipient=[]), "unknown field 'recipient'"),
        (changed(trigger="\x1b[31m"), r"'\x1b[31m' (trigger)"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named(tmp_path: Path, line: object, message: str) -> None:
    path = write(tmp_path, {**LINE, "id": "first"}, line)
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert f"{path}, line 2: " in str(caught.value)
    assert message in str(caught.value)


def test_context_holds_speakers_and_places_too(tmp_path: Path) -> None:
    assert read_gold(write(tmp_path, changed(speaker="Israel", location="Doha")))


def test_an_id_given_twice(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"line 3: the id 'a' stands twice\.$"):
        read_gold(write(tmp_path, LINE, {**LINE, "id": "b"}, LINE))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"\n{no json}\n", "line 2: this is not JSON."),
        (b'{"id": "\xff"}', "line 1: this is not UTF-8."),
        (b"[" * 100_000, "line 1: this is not JSON."),
        (b" \n\n", "holds no labelled line."),
    ],
)
def test_what_is_no_json(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(raw)
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert message in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.jsonl"):
        with pytest.raises(GoldError, match="cannot be read"):
            read_gold(path)
        with pytest.raises(GoldError, match="cannot be read"):
            read_predictions(path)


def test_predictions_in_both_forms(tmp_path: Path) -> None:
    one = {**EVENT, "article": "b", "trigger": {"text": "cut", "start": 0, "end": 3}, "id": "x1"}
    path = write(tmp_path, LINE, one, {**one, "id": "x2"}, {"id": "c", "events": []})
    found = read_predictions(path)
    assert {name: len(events) for name, events in found.items()} == {"a": 1, "b": 2, "c": 0}
    assert read_predictions(write(tmp_path)) == {}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (EVENT, "'article' must be a text"),
        ({**EVENT, "article": "b", "type": "FIGHT"}, "the type 'FIGHT' is unknown"),
        ({**EVENT, "article": "b", "trigger": {"text": None}}, "'trigger' must be a text"),
        ({**EVENT, "article": "b", "recipients": "x"}, "'recipients' must be a list"),
        ({**EVENT, "article": "a"}, "the events of 'a' were all given before"),
        ({"id": "b", "events": [AID]}, "'recipients' must be a list"),
        (LINE, "the id 'a' stands twice"),
    ],
)
def test_a_bad_prediction_is_named(tmp_path: Path, line: object, message: str) -> None:
    path = write(tmp_path, LINE, line)
    with pytest.raises(GoldError) as caught:
        read_predictions(path)
    assert f"{path}, line 2: " in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.shared
@pytest.mark.parametrize(("name", "lines", "events"), [("dev", 196, 251), ("train", 5226, 8381)])
def test_the_labelled_data_are_in_form(shared: Path, name: str, lines: int, events: int) -> None:
    gold = read_gold(shared / "data" / "gold" / f"{name}.jsonl")
    assert (len(gold), sum(len(line.events) for line in gold)) == (lines, events)
