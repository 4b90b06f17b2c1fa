from __future__ import annotations

import json
from pathlib import Path

import pytest

from dualtrack._errors import GoldError
from dualtrack.run import evaluate
from fake_coders import fake

USA = {"text": "Washington", "country": "USA", "sector": "GOV"}
ISR = {"text": "Israel", "country": "ISR", "sector": "GOV"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    event = {
        "trigger": "struck",
        "type": "ASSAULT",
        "mode": None,
        "actors": [USA],
        "recipients": [ISR],
        "status": "actual",
        "speaker": None,
        "condition": None,
        "location": None,
        "date": None,
    }
    rows = [
        {"id": "1", "text": "Washington struck Israel.", "context": "Before.", "events": [event]},
        {"id": "2", "text": "Nothing happened in Paris.", "events": []},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_lines_are_coded_and_compared(gold: Path) -> None:
    found = evaluate(gold, jobs=1, make_coder=fake)
    assert (found.lines, found.gold_events, found.predicted_events) == (2, 1, 1)
    assert (found.event, found.dyad, found.silence) == (1.0, 1.0, 1.0)


def test_predictions_are_compared_without_coding(gold: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.jsonl"
    nothing.touch()
    assert evaluate(gold, nothing).event == 0.0
    assert evaluate(gold, gold).event == 1.0


def test_a_line_that_is_no_gold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{}\n")
    with pytest.raises(GoldError, match="line 1"):
        evaluate(path, make_coder=fake)
