"""Who said what, and what of it stands."""

from __future__ import annotations

import pytest

from dualtrack._errors import InputError
from dualtrack.record import Store
from judged_record import act, fill, say


def test_everything_about_an_event_with_what_was_taken_back(store: Store) -> None:
    ids = fill(store)
    event = act(store, ids["e2"]) or ""
    head = say(store, "reject", event, "ann")
    undo = say(store, "undo", head.id, "bob")
    say(store, "accept", ids["e1"], "ann")
    found = store.history(event)
    assert [(s.judgement.action, s.judgement.who, s.stands) for s in found] == [
        ("reject", "ann", False),
        ("reject", "ann", False),
        ("undo", "bob", True),
    ]
    assert [s.judgement.id for s in store.history(undo.id)] == [undo.id]
    assert found[0].to_dict()["stands"] is False
    assert {s.judgement.id for s in store.history(head.id)} >= {head.id, undo.id}


def test_an_article_has_the_history_of_its_reports(store: Store) -> None:
    ids = fill(store)
    say(store, "reject", ids["e4"])
    say(store, "done", "a2")
    (article,) = {r.article for r in store.reports() if r.id == ids["e4"]}
    said = store.history(article)
    assert [s.judgement.action for s in said] == ["reject", "done", "accept"]
    assert store.history() == said


def test_an_unknown_id_is_said_to_be_unknown(store: Store) -> None:
    fill(store)
    with pytest.raises(InputError, match="has nothing whose id begins with 0000"):
        store.history("0000")
