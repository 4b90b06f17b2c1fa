"""Events back from their outside form."""

from __future__ import annotations

import json

import pytest

from dualtrack._errors import InputError
from dualtrack.coding import event_of
from make_events import article_events, event


def test_what_was_written_comes_back() -> None:
    for one in (*article_events(), event("ACCUSE", on=None)):
        assert event_of(json.loads(json.dumps(one.to_dict()))) == one


def test_what_is_no_event_is_said_to_be_none() -> None:
    whole = article_events()[0].to_dict()
    for broken in (
        {},
        {**whole, "trigger": None},
        {**whole, "published": "yesterday"},
        {**whole, "actors": 3},
        {**whole, "coder": {"name": "x"}},
        {**whole, "sentence": []},
    ):
        with pytest.raises(InputError, match="no event"):
            event_of(broken)
