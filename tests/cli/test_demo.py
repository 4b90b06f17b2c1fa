from __future__ import annotations

import json
from pathlib import Path

TEXT = "Washington struck Israel. The story goes on for a while after that."


def test_both_ways_are_drawn_with_what_to_try_next(run) -> None:
    done = run("demo")
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    for words in (
        "USA → ISR",
        "ISR → USA",
        "2023-10",
        "Standing conditions",
        "Due",
        "Pairs by activity",
        "What to try next:",
    ):
        assert words in text
    assert "\x1b" not in text


def test_a_corpus_and_a_pair_of_ones_own_in_a_record_that_stays(run, tmp_path: Path) -> None:
    line = {"id": "a", "text": TEXT, "published": "2024-04-14"}
    (tmp_path / "mine.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    done = run("demo", "--corpus", "mine.jsonl", "--pair", "ISR", "USA", "--db", "mine.db")
    assert done.returncode == 0, done.stderr
    assert "ISR and USA, by month" in done.stdout.decode()
    shown = run("show", "USA", "ISR", "--db", "mine.db")
    assert "Washington struck Israel." in shown.stdout.decode()


def test_a_missing_corpus_is_told(run) -> None:
    done = run("demo", "--corpus", "none.jsonl")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
