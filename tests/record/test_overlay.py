"""What people say of current reports, also by way of older ones."""

from __future__ import annotations

import dataclasses

import pytest

from dualtrack.coding import CoderInfo
from dualtrack.record import Store, Verdict
from dualtrack.record._engine import reading
from dualtrack.record._overlay import Pairs, pairs
from judged_record import ARTICLE, OTHER, act, fill, keep, say, second_events
from make_events import article_events

NEWER = CoderInfo("0.2.0", "sha256:1", "1")


def recode(store: Store) -> dict[str, str]:
    """Code all again, with the same result; the new reports by event."""
    old = {r.id for r in store.reports()}
    keep(store, ARTICLE, [dataclasses.replace(e, coder=NEWER) for e in article_events()])
    keep(store, OTHER, [dataclasses.replace(e, coder=NEWER) for e in second_events()])
    return {r.event.id: r.id for r in store.reports() if r.id not in old}


def reread(store: Store, lead: str) -> dict[str, str]:
    """The first page again, with a lead before it; its new reports by event."""
    old = {r.id for r in store.reports()}
    shift = len(lead)

    def moved(span: object) -> object:
        return dataclasses.replace(span, start=span.start + shift, end=span.end + shift)  # type: ignore

    events = []
    for event in article_events():
        sides = {
            side: tuple(dataclasses.replace(m, span=moved(m.span)) for m in getattr(event, side))
            for side in ("actors", "recipients")
        }
        start, end = event.sentence
        events.append(
            dataclasses.replace(
                event,
                trigger=moved(event.trigger),
                speaker=None,
                condition=None,
                location=None,
                quantities=(),
                date=dataclasses.replace(event.date, span=None),
                sentence=(start + shift, end + shift),
                **sides,
            )
        )
    text = lead + ARTICLE.text
    paragraph = dataclasses.replace(ARTICLE.paragraphs[0], end=len(text))
    keep(store, dataclasses.replace(ARTICLE, text=text, paragraphs=(paragraph,)), events)
    return {r.event.id: r.id for r in store.reports() if r.id not in old}


def pairs_of(store: Store, *reports: str) -> Pairs:
    with reading(store.engine) as connection:
        return pairs(connection, reports)


def verdict(store: Store, report: str) -> Verdict | None:
    return store.verdicts([report]).get(report)


def test_nobody_spoke(store: Store) -> None:
    ids = fill(store)
    assert store.verdicts(ids.values()) == {}
    assert pairs_of(store, *ids.values()) == Pairs()


def test_the_later_judge_wins_and_the_difference_stays_visible(store: Store) -> None:
    ids = fill(store)
    say(store, "reject", ids["e1"], "ann")
    say(store, "accept", ids["e1"], "bob")
    found = verdict(store, ids["e1"])
    assert found is not None
    assert (found.state, found.who, found.disputed) == ("accepted", ("ann", "bob"), ("state",))
    say(store, "accept", ids["e1"], "ann")
    again = verdict(store, ids["e1"])
    assert again is not None
    assert (again.who, again.disputed) == (("bob", "ann"), ())
    assert len(store.history(ids["e1"])) == 3


def test_a_change_accepts_and_differs_from_who_left_the_field(store: Store) -> None:
    ids = fill(store)
    say(store, "accept", ids["e4"], "ann")
    say(store, "change", ids["e4"], "bob", field="mode", value="allege")
    found = verdict(store, ids["e4"])
    assert found is not None
    assert (found.state, dict(found.changes)) == ("accepted", {"mode": "allege"})
    assert found.disputed == ("mode",)
    say(store, "accept", ids["e4"], "ann")
    assert verdict(store, ids["e4"]).disputed == ()  # type: ignore[union-attr]


def test_judgements_hold_for_what_a_newer_coder_finds_again(store: Store) -> None:
    ids = fill(store)
    say(store, "change", ids["e4"], field="actors", value=["Jordan"])
    say(store, "reject", ids["e1"])
    newer = recode(store)
    found = verdict(store, newer["e4"])
    assert found is not None
    assert found.changes["actors"][0]["country"] == "JOR"
    assert verdict(store, newer["e1"]).state == "rejected"  # type: ignore[union-attr]
    (event,) = (e for e in store.events() if e.event.type == "ACCUSE")
    assert event.event.actors[0].country == "JOR"


def test_words_of_a_change_are_found_again_in_a_changed_page(store: Store) -> None:
    ids = fill(store)
    say(store, "change", ids["e2"], field="speaker", value="officials", single=True)
    newer = reread(store, "Israel braced. ")
    found = verdict(store, newer["e2"])
    assert found is not None
    assert found.changes["speaker"]["start"] == ARTICLE.text.index("officials") + 15
    assert found.lost == ()


def test_a_change_whose_words_are_gone_is_said_to_be_lost(store: Store) -> None:
    ids = fill(store)
    say(
        store, "change", ids["e2"], field="location",
        value={"text": "Aid in doubt", "where": "title", "start": 0, "country": None},
        single=True,
    )  # fmt: skip
    old = {r.id for r in store.reports()}
    again = [dataclasses.replace(e, location=None) for e in article_events()]
    keep(store, dataclasses.replace(ARTICLE, title="No doubt"), again)
    newer = {r.event.id: r.id for r in store.reports() if r.id not in old}
    found = verdict(store, newer["e2"])
    assert found is not None
    assert (dict(found.changes), found.lost, found.state) == ({}, ("location",), "accepted")


def test_a_split_holds_for_newer_reports(store: Store) -> None:
    ids = fill(store)
    say(store, "split", ids["e3"])
    newer = recode(store)
    assert act(store, newer["e2"]) != act(store, newer["e3"])
    assert pairs_of(store, newer["e2"]).apart == {frozenset((newer["e2"], newer["e3"]))}


def test_a_merge_holds_for_newer_reports(store: Store) -> None:
    ids = fill(store)
    say(store, "merge", ids["e1"], other=ids["e4"])
    newer = recode(store)
    assert act(store, newer["e1"]) == act(store, newer["e4"])


def test_a_merge_lifts_an_older_split(store: Store) -> None:
    ids = fill(store)
    say(store, "split", ids["e2"])
    say(store, "merge", ids["e3"], other=ids["e1"])
    say(store, "merge", ids["e2"], other=ids["e1"])
    assert len({act(store, ids[e]) for e in ("e1", "e2", "e3")}) == 1
    assert pairs_of(store, ids["e2"]).apart == set()


def test_what_was_added_by_hand_lives_on_and_is_gone_with_its_undo(store: Store) -> None:
    fill(store)
    head = say(store, "add", "a2", value={"trigger": "closed", "type": "COERCE"})
    assert verdict(store, head.other or "").state == "accepted"  # type: ignore[union-attr]
    say(store, "undo", head.id)
    assert verdict(store, head.other or "").state == "withdrawn"  # type: ignore[union-attr]
    assert {r.id for r in store.reports() if r.state == "withdrawn"} == {head.other}


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_undone_words_count_no_more(store: Store, action: str) -> None:
    ids = fill(store)
    head = say(store, action, ids["e1"])
    say(store, "undo", head.id, "bob")
    assert verdict(store, ids["e1"]) is None
