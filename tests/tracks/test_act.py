from __future__ import annotations

import dataclasses
import json

from dualtrack.coding import Span
from dualtrack.tracks import Act
from make_events import article_events, event, when


def packed(act: Act, **how: object) -> Act:
    body = json.dumps(act.event.to_dict(), **how)  # type: ignore[arg-type]
    return dataclasses.replace(act, body=body)


def test_the_whole_event_is_behind_it() -> None:
    for made in article_events():
        assert packed(Act.of(made)).event == made


def test_the_speaker_is_found_without_reading_the_rest() -> None:
    tricky = Span('he, "speaker":{"text":"x"} {', 3, 9)
    spoken = Act.of(event("AID", trigger=tricky, speaker=Span('a "man"', 0, 7)))
    silent = Act.of(event("AID", trigger=tricky))
    for how in ({}, {"separators": (",", ":")}, {"indent": 1}):
        assert packed(spoken, **how).speaker == spoken.speaker == 'a "man"'
        assert packed(silent, **how).speaker is silent.speaker is None


def test_what_is_still_open_stands_on_the_day_it_was_told() -> None:
    later = when("2024-06-01", source="text")
    assert str(Act.of(event("AGREE", status="announced", date=later)).day) == "2024-04-14"
    assert str(Act.of(event("AGREE", date=later)).day) == "2024-06-01"
    undated = event("AGREE", on=None, date=later)
    assert str(Act.of(undated).told) == "2024-06-01"
