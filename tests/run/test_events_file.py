"""Events that were coded before, from a file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dualtrack._errors import InputError, UnreadablePage
from dualtrack.coding import Span
from dualtrack.pages import Failure
from dualtrack.run import Coded
from dualtrack.run._events_file import EventsFile, fault_of
from make_events import ARTICLE, CODER, article_events


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{x if isinstance(x, str) else json.dumps(x)}\n" for x in lines))
    return path


def test_each_article_has_its_events_in_their_order(tmp_path: Path) -> None:
    cut, launched = (e.to_dict() for e in article_events())
    other = {**launched, "article": "elsewhere"}
    file = EventsFile(write(tmp_path / "e.jsonl", cut, other, "", launched))
    failure = Failure("x.html", "empty", "It is empty.")
    bare = replace(ARTICLE, id="bare")
    outcomes = list(file.coded(iter([ARTICLE, failure, bare])))
    assert outcomes == [Coded(ARTICLE, tuple(article_events())), failure, Coded(bare, ())]
    assert (file.strays, file.bad, file.coder) == (1, [], CODER)
    file.close()


def test_what_cannot_be_taken_is_said_with_its_line(tmp_path: Path) -> None:
    cut, launched = (e.to_dict() for e in article_events())
    path = write(
        tmp_path / "e.jsonl", cut, "{", [], {"article": "a1"}, {**launched, "type": "DANCE"},
        {**launched, "date": None}, "[" * 100_000,
    )  # fmt: skip
    file = EventsFile(path)
    (outcome,) = file.coded(iter([ARTICLE]))
    assert isinstance(outcome, Coded)
    assert len(outcome.events) == 1
    assert sorted((b["origin"], b["reason"]) for b in file.bad) == [
        (f"{path}:{n}", reason)
        for n, reason in ((2, "no event"), (3, "no event"), (4, "no event"), (5, "does not fit"),
                          (6, "no event"), (7, "no event"))
    ]  # fmt: skip
    file.close()


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePage, match="cannot be read"):
        EventsFile(tmp_path / "missing.jsonl")
    with pytest.raises(InputError, match="no event"):
        EventsFile(write(tmp_path / "e.jsonl", "{}"))


def test_what_does_not_fit() -> None:
    cut, launched = article_events()
    assert fault_of(cut, ARTICLE) is fault_of(launched, ARTICLE) is None
    who = cut.actors[0]
    for broken, what in (
        (replace(cut, mode="drone"), "no mode"),
        (replace(cut, status="maybe"), "no status"),
        (replace(cut, trigger=Span("cut", 0, 3)), "does not say"),
        (replace(cut, also=(Span("x", -5, 1),)), "does not say"),
        (replace(cut, speaker=Span("Aid", 0, 3, "context")), "does not say"),
        (replace(cut, actors=(replace(who, country="United States"),)), "no country"),
        (replace(cut, actors=(replace(who, sector="ABC"),)), "no country and sector"),
    ):
        assert what in (fault_of(broken, ARTICLE) or "")
    assert fault_of(replace(cut, speaker=Span("Aid", 0, 3, "title")), ARTICLE) is None
