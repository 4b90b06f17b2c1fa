"""Judgements on one line, and agreement as a table."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from typing import Any

import pytest
from rich.console import Console

from dualtrack.output import agreement_table, agreement_words, said_line
from dualtrack.record import FieldAgreement, Judgement, Said

ONE = Judgement(1, "j1", dt.datetime(2024, 4, 14, 9, 5), "ann", "accept", "r1", after="accepted")


def line(stands: bool = True, **more: Any) -> str:
    return said_line(Said(dataclasses.replace(ONE, **more), stands))


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, "r1 accepted"),
        ({"action": "change", "field": "type", "before": "AID", "after": "AGREE"},
         "r1 type: AID → AGREE"),
        ({"action": "change", "field": "actors", "before": [],
          "after": [{"text": "Iran", "country": "IRN", "sector": "GOV"}]},
         "r1 actors: nobody → 'Iran' (IRN/GOV)"),
        ({"action": "change", "field": "date", "after": {"text": None, "on": "2024-04-13"}},
         "r1 date: none → '2024-04-13'"),
        ({"action": "add", "other": "r2", "target": "a1",
          "after": {"type": "AID", "trigger": {"text": "sent"}}}, "added r2 to a1: AID 'sent'"),
        ({"action": "merge", "other": "r2"}, "r1 and r2 are one"),
        ({"action": "split", "other": "r2"}, "r1 and r2 are two"),
        ({"action": "undo", "target": "j0"}, "took back j0"),
        ({"action": "done", "target": "a1"}, "a1 is done"),
    ],
)  # fmt: skip
def test_what_was_said(more: dict[str, Any], says: str) -> None:
    assert line(**more) == f"j1 2024-04-14 09:05 ann: {says}"


def test_why_and_what_became_of_it() -> None:
    assert line(why="clear").endswith("r1 accepted (clear)")
    assert line(False, head="j0").endswith("[with j0] [taken back]")


def test_words_of_strangers_move_no_cursor() -> None:
    assert "\x1b" not in line(why="\x1b[2Jgone\nnext")


def test_agreement_is_a_table_with_words_beside_it() -> None:
    stream = io.StringIO()
    found = [
        FieldAgreement("type", 0.5, 0.75, 4, 2),
        FieldAgreement("mode", None, None, 0, 0),
    ]
    Console(file=stream, width=80).print(agreement_table(found))
    rows = [row.split() for row in stream.getvalue().splitlines()]
    assert rows[1:] == [["type", "0.500", "0.750", "4", "2"], ["mode", "–", "–", "0", "0"]]
    assert any("does not say that they are right" in words for words in agreement_words(found))
    assert agreement_words(found[1:]) == [
        "No report was judged by two people yet, so that there is nothing to compare."
    ]
