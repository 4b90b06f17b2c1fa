"""Reports as a judge has them before them, and which can be judged."""

from __future__ import annotations

import dataclasses

import pytest

from dualtrack._errors import InputError
from dualtrack.coding import CoderInfo
from dualtrack.record import Store
from dualtrack.record._case import Case, cases
from dualtrack.record._engine import reading
from judged_record import ARTICLE, fill, keep, say
from make_events import article_events


def case(store: Store, report: str) -> Case:
    with reading(store.engine) as connection:
        return cases(connection, [report])[report]


def test_a_case_has_the_words_and_the_event_as_judged(store: Store) -> None:
    ids = fill(store)
    before = case(store, ids["e1"])
    assert (before.said, before.state, before.words.title) == (None, "standing", "Aid in doubt")
    say(store, "change", ids["e1"], field="status", value="announced")
    after = case(store, ids["e1"])
    assert (after.event.status, after.said, after.setting.status) == (
        "announced", "accepted", "announced",
    )  # fmt: skip


def test_what_was_coded_again_is_judged_in_its_newer_report(store: Store) -> None:
    ids = fill(store)
    newer = CoderInfo("0.2.0", "sha256:1", "1")
    keep(store, ARTICLE, [dataclasses.replace(e, coder=newer) for e in article_events()])
    with pytest.raises(InputError, match=r"is now told by .*: judge that one"):
        say(store, "accept", ids["e1"])


def test_what_the_newest_coder_does_not_find_can_be_accepted(store: Store) -> None:
    ids = fill(store)
    newer = CoderInfo("0.2.0", "sha256:1", "1")
    keep(store, ARTICLE, [dataclasses.replace(article_events()[1], coder=newer)])
    assert case(store, ids["e1"]).state == "withdrawn"
    say(store, "accept", ids["e1"])
    assert case(store, ids["e1"]).state == "standing"
    assert ids["e1"] in {e.id for e in store.events()}


def test_what_the_page_no_longer_says_cannot_be_judged(store: Store) -> None:
    ids = fill(store)
    keep(store, dataclasses.replace(ARTICLE, text="Nothing happened."), [])
    with pytest.raises(InputError, match="can no longer be judged"):
        say(store, "accept", ids["e1"])


def test_a_deleted_article_cannot_be_judged(store: Store) -> None:
    ids = fill(store)
    say(store, "change", ids["e1"], field="speaker", value="none")
    store.delete("a1", who="ann")
    with pytest.raises(InputError, match="its article was deleted"):
        say(store, "accept", ids["e1"])
    with pytest.raises(InputError, match="was deleted: there is nothing to judge"):
        say(store, "done", "a1")
    assert dict(store.gold().skipped) == {"deleted": 1}
    assert store.history(ids["e1"])
