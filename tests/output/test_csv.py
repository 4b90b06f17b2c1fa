from __future__ import annotations

import csv
import dataclasses
import io
import json

import pytest

from dualtrack.coding import Event, Span
from dualtrack.output import COLUMNS
from dualtrack.output._csv import CsvWriter
from make_events import article_events, event


def rows(*events: Event) -> list[dict[str, str]]:
    out = io.BytesIO()
    CsvWriter(out).write(events)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))


def test_the_header_stands_even_over_nothing() -> None:
    out = io.BytesIO()
    CsvWriter(out).finish()
    assert out.getvalue().decode() == ",".join(COLUMNS) + "\n"


def test_fields_are_flat_and_lists_are_whole() -> None:
    cut, launched = article_events()
    first, second = rows(cut, launched)
    assert first["type"], first["mode"] == ("SANCTION", "discontinue")
    assert first["condition"] == "if Israel does not protect civilians"
    assert first["recipient_countries"] == "ISR"
    assert second["date_on"] == "2024-04-13"
    assert json.loads(second["quantities"]) == [q.to_dict() for q in launched.quantities]
    assert json.loads(second["actors"]) == [m.to_dict() for m in launched.actors]
    spans = json.loads(first["spans"])
    assert spans["condition"]["start"] == cut.condition.span.start  # type: ignore[union-attr]


def test_an_unknown_country_keeps_its_place() -> None:
    from make_events import USA, party

    (row,) = rows(event("AID", (party("them"), USA)))
    assert row["actor_countries"] == "?;USA"
    assert row["actor_names"] == "them; United States"


@pytest.mark.parametrize(
    "word", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'x", "plain", "a;b", 'q"']
)
def test_formulas_are_text_and_can_be_had_back(word: str) -> None:
    made = dataclasses.replace(event("AID"), trigger=Span(word, 0, len(word)))
    (row,) = rows(made)
    cell = row["trigger"]
    assert cell[0] not in "=+-@\t\r"
    assert cell.removeprefix("'") == word or (word == "'x" and cell == "''x")


def test_half_a_surrogate_does_not_stop_the_run() -> None:
    made = dataclasses.replace(event("AID"), trigger=Span("x\ud800", 0, 2))
    assert rows(made)[0]["trigger"] == "x?"
