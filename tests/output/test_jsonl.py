from __future__ import annotations

import io
import json

from dualtrack.output import JsonlWriter, json_line
from make_events import article_events


def test_one_event_a_line_as_it_is_outside() -> None:
    out = io.BytesIO()
    events = article_events()
    JsonlWriter(out).write(events)
    lines = out.getvalue().decode().splitlines()
    assert [json.loads(line) for line in lines] == [e.to_dict() for e in events]


def test_any_text_is_one_line_and_comes_back() -> None:
    text = 'a\nb\u2028c\u2029d\x85e "q" \U0001f600 \ud800'
    for value in (text, text[:-1]):
        line = json_line({"text": value})
        assert line.endswith(b"\n")
        assert len(line.decode("utf-8").splitlines()) == 1
        assert json.loads(line) == {"text": value}


def test_nothing_is_no_line() -> None:
    out = io.BytesIO()
    JsonlWriter(out).write([])
    assert out.getvalue() == b""
