"""The outside form of an event is the design's."""

from __future__ import annotations

import datetime as dt
import json

from dualtrack.coding import CoderInfo, Condition, Event, Mention, Place, Quantity, Span, When


def event() -> Event:
    text = "Biden may cut aid if Israel does not change."
    span = Span("cut", 10, 13)
    return Event(
        id="e",
        article="a",
        published=dt.date(2024, 4, 14),
        type="SANCTION",
        mode="discontinue",
        quad="material conflict",
        track="pressure",
        status="possible",
        intensity=-6.0,
        confidence=0.812345,
        trigger=span,
        actors=(Mention(Span("Biden", 0, 5), "Joe Biden", "USA", "GOV"),),
        recipients=(Mention(Span("Israel", 21, 27), "Israel", "ISR", "GOV"),),
        speaker=None,
        condition=Condition(Span(text[18:43], 18, 43), "if"),
        location=Place(Span("Gaza", 0, 4, "title"), "PSE"),
        date=When(None, dt.date(2024, 4, 14), dt.date(2024, 4, 14), "day", "published"),
        quantities=(Quantity(Span("over 300 drones", 0, 15), 300, None, "drones", None, "over"),),
        sentence=(0, 44),
        coder=CoderInfo("0.1.0", "sha256:00", "1"),
    )


def test_fields_stand_in_the_order_of_the_design() -> None:
    out = event().to_dict()
    assert list(out) == [
        "id", "article", "published", "type", "mode", "quad", "track", "status", "intensity",
        "confidence", "trigger", "also", "actors", "recipients", "speaker", "condition", "location",
        "date", "quantities", "sentence", "coder",
    ]  # fmt: skip
    json.dumps(out)


def test_values_are_plain() -> None:
    out = event().to_dict()
    assert out["published"] == "2024-04-14"
    assert out["confidence"] == 0.8123
    assert out["trigger"] == {"text": "cut", "start": 10, "end": 13}
    assert out["actors"][0]["country"] == "USA"
    assert out["condition"]["kind"] == "if"
    assert out["date"] == {
        "text": None, "start": None, "end": None, "on": "2024-04-14", "until": "2024-04-14",
        "precision": "day", "from": "published",
    }  # fmt: skip
    assert out["sentence"] == {"start": 0, "end": 44}


def test_a_span_outside_the_text_says_where_it_stands() -> None:
    assert event().to_dict()["location"]["where"] == "title"
    assert "where" not in event().to_dict()["trigger"]
