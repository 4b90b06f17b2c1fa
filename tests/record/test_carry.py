"""Changes carried over to newer reports. Whole records: tests/record/test_overlay.py."""

from __future__ import annotations

import pytest

from dualtrack.record._carry import Page, _moved
from dualtrack.record._quote import Words

PAGE = Page("v2", Words("Then Iran met Iraq. Iran left.", "Iran"), (25, 29))


def test_words_move_to_where_they_stand_nearest() -> None:
    value = [{"text": "Iran", "start": 0, "end": 4, "where": "title", "country": "IRN"}]
    assert _moved("actors", value, PAGE) == [
        {"text": "Iran", "start": 20, "end": 24, "country": "IRN"}
    ]


def test_values_without_words_stay() -> None:
    assert _moved("speaker", None, PAGE) is None
    date = {"text": None, "start": None, "end": None, "on": "2024-04-14"}
    assert _moved("date", date, PAGE) == date


def test_words_that_are_gone_are_missing() -> None:
    with pytest.raises(LookupError):
        _moved("actors", [{"text": "Syria", "start": 0, "end": 5}], PAGE)
    with pytest.raises(LookupError):
        _moved("date", {"text": "Iran", "start": 0, "end": 4}, Page("v", Words("", "Iran"), (0, 1)))
