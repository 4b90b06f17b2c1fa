"""Events added by hand. What is refused: tests/record/test_judge.py."""

from __future__ import annotations

import pytest

from dualtrack.coding import Event
from dualtrack.record._judge_add import _event, _sentence
from judged_record import OTHER, SECOND
from make_events import day


def test_all_that_is_not_said_is_as_the_coder_would_have_it() -> None:
    made = _event(OTHER, {"trigger": "closed", "type": "coerce", "actors": ["Jordan"]})
    assert isinstance(made, Event)
    assert (made.status, made.mode, made.track, made.confidence) == (
        "actual", None, "pressure", 1.0,
    )  # fmt: skip
    assert (made.published, made.date.on) == (day("2024-04-14"), day("2024-04-14"))
    assert SECOND[slice(*made.sentence)] == "Jordan closed its airspace."
    assert made.id == _event(OTHER, {"trigger": "closed", "type": "COERCE", "actors": "Jordan"}).id


def test_the_same_act_told_otherwise_is_another_event() -> None:
    plain = {"trigger": "closed", "type": "COERCE"}
    assert _event(OTHER, plain).id != _event(OTHER, {**plain, "mode": "restrict"}).id


@pytest.mark.parametrize(("words", "sentence"), [("Iran", 0), ("condemned", 1)])
def test_the_sentence_is_that_of_the_trigger(words: str, sentence: int) -> None:
    start = SECOND.index(words)
    begin, end = _sentence(OTHER, (start, start + len(words)))
    assert begin <= start < end
    assert SECOND[begin:end].startswith(("Iran launched", "France")[sentence])
