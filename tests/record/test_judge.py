"""Judging: what may be said, what it does, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack._errors import InputError
from dualtrack.record import Store
from judged_record import ARTICLE, OTHER, act, derived, fill, keep, say, second_events
from make_events import article_events


def only(store: Store, report: str, state: str | None = "standing") -> Any:
    (found,) = (e for e in store.events(state=state) if e.id == act(store, report))
    return found


def test_two_articles_tell_one_act(store: Store) -> None:
    ids = fill(store)
    assert act(store, ids["e2"]) == act(store, ids["e3"])
    assert only(store, ids["e2"]).reports == 2
    assert not only(store, ids["e2"]).judged


def test_a_rejected_event_stands_no_more(store: Store) -> None:
    ids = fill(store)
    head = say(store, "reject", act(store, ids["e2"]) or "", why="no act")
    assert (head.before, head.after, head.why, head.who) == (None, "rejected", "no act", "ann")
    assert only(store, ids["e2"], None).state == "rejected"
    assert only(store, ids["e3"], None).state == "rejected"


def test_one_report_alone_can_be_rejected(store: Store) -> None:
    ids = fill(store)
    say(store, "reject", act(store, ids["e2"]) or "", single=True)
    left = [e for e in store.events() if e.event.type == "ASSAULT"]
    assert [e.reports for e in left] == [1]


def test_a_changed_type_takes_mode_quad_track_and_score_along(store: Store) -> None:
    ids = fill(store)
    head = say(store, "change", ids["e1"], field="type", value="aid")
    assert (head.before, head.after) == ("SANCTION", "AID")
    event = only(store, ids["e1"]).event
    assert (event.type, event.mode, event.track) == ("AID", None, "support")
    assert event.quad == "material cooperation"
    assert event.intensity > 0
    assert event.confidence == 0.875


def test_a_change_of_type_holds_for_all_reports_of_the_act(store: Store) -> None:
    ids = fill(store)
    say(store, "change", act(store, ids["e2"]) or "", field="status", value="possible")
    event = only(store, ids["e3"])
    assert (event.event.status, event.reports, event.judged) == ("possible", 2, True)


def test_the_later_of_two_judges_wins(store: Store) -> None:
    ids = fill(store)
    say(store, "reject", ids["e1"], "ann")
    say(store, "accept", ids["e1"], "bob")
    assert only(store, ids["e1"]).state == "standing"


def test_mentions_are_found_and_known_by_the_tables(store: Store) -> None:
    ids = fill(store)
    value = [{"text": "France", "country": "FRA", "sector": "GOV"}, "Jordan"]
    say(store, "change", ids["e4"], field="actors", value=value)
    first, second = only(store, ids["e4"]).event.actors
    assert (first.country, second.country, second.sector) == ("FRA", "JOR", "GOV")
    assert second.span.text == "Jordan"


def test_a_change_that_does_not_fit_is_refused_and_leaves_nothing(store: Store) -> None:
    ids = fill(store)
    before = derived(store)
    cases: tuple[tuple[str, Any, str], ...] = (
        ("mode", "drone", "SANCTION has no mode 'drone'"),
        ("actors", "Spain", "'Spain' (actors) does not stand in the page"),
        ("actors", [{"text": "Iran", "start": 0}], "At 0 to 4 of the text stands 'Wash'"),
        ("colour", "red", "There is no field 'colour' to change"),
        ("type", "SANCTION", "is so already; accept it instead"),
    )
    for field, value, says in cases:
        with pytest.raises(InputError) as error:
            say(store, "change", ids["e1"], field=field, value=value)
        assert says in str(error.value)
    assert derived(store) == before


def test_a_missed_event_is_added_with_its_words(store: Store) -> None:
    fill(store)
    value = {"trigger": "closed", "type": "COERCE", "mode": "restrict", "actors": ["Jordan"]}
    head = say(store, "add", "a2", value=value)
    found = only(store, head.other or "")
    assert found.judged
    start, end = found.event.sentence
    assert OTHER.text[start:end] == "Jordan closed its airspace."
    assert found.event.trigger.text == "closed"
    assert found.event.actors[0].country == "JOR"
    assert found.event.coder.version == "judge"
    with pytest.raises(InputError, match="tells this act already"):
        say(store, "add", "a2", value=value)


def test_an_added_event_joins_the_act_that_others_tell(store: Store) -> None:
    first, missing = second_events()
    keep(store, ARTICLE, article_events())
    keep(store, OTHER, [missing])
    (report,) = (r.id for r in store.reports() if r.event.id == "e2")
    head = say(
        store,
        "add",
        "a2",
        value={
            "trigger": "launched",
            "type": "ASSAULT",
            "mode": "drone",
            "actors": [{"text": "Iran", "country": "IRN", "sector": "GOV"}],
            "recipients": [{"text": "Israel", "country": "ISR", "sector": "GOV"}],
            "date": "on Saturday",
        },
    )
    assert first.type == "ASSAULT"
    assert act(store, head.other or "") == act(store, report)


def test_what_is_no_event_is_not_added(store: Store) -> None:
    fill(store)
    before = derived(store)
    cases: tuple[tuple[Any, str], ...] = (
        ("closed", "must be an object"),
        ({"type": "COERCE"}, "An event needs a trigger"),
        ({"trigger": "closed"}, "There is no type"),
        ({"trigger": "closed", "type": "COERCE", "mode": "drone"}, "COERCE has no mode"),
        ({"trigger": "shut", "type": "COERCE"}, "does not stand in the text"),
        ({"trigger": "closed", "type": "COERCE", "id": "x"}, "An event has no field 'id'"),
        ({"trigger": "condemned", "type": "ACCUSE"}, "tells this act already"),
    )
    for value, says in cases:
        with pytest.raises(InputError) as error:
            say(store, "add", "a2", value=value)
        assert says in str(error.value)
    assert derived(store) == before


def test_split_and_merge(store: Store) -> None:
    ids = fill(store)
    whole = derived(store)
    say(store, "split", ids["e3"])
    assert act(store, ids["e2"]) != act(store, ids["e3"])
    with pytest.raises(InputError, match="nothing to split"):
        say(store, "split", ids["e3"])
    joined = say(store, "merge", ids["e2"], other=ids["e3"])
    assert act(store, ids["e2"]) == act(store, ids["e3"])
    with pytest.raises(InputError, match="are one event already"):
        say(store, "merge", ids["e2"], other=ids["e3"])
    say(store, "undo", joined.id)
    assert act(store, ids["e2"]) != act(store, ids["e3"])
    store.rebuild()
    assert act(store, ids["e2"]) != act(store, ids["e3"])
    assert derived(store) != whole


def test_merging_events_of_different_kinds_is_for_people_to_say(store: Store) -> None:
    ids = fill(store)
    say(store, "merge", ids["e1"], other=ids["e4"])
    assert act(store, ids["e1"]) == act(store, ids["e4"])


def test_undo_of_an_undo_holds_again(store: Store) -> None:
    ids = fill(store)
    before = derived(store)
    head = say(store, "reject", act(store, ids["e2"]) or "")
    rejected = derived(store)
    undo = say(store, "undo", head.id, "bob")
    assert derived(store) == before
    with pytest.raises(InputError, match="was taken back already"):
        say(store, "undo", head.id)
    say(store, "undo", undo.id)
    assert derived(store) == rejected


def test_an_event_whose_adding_is_undone_is_gone_and_can_come_back(store: Store) -> None:
    fill(store)
    before = derived(store)
    value = {"trigger": "closed", "type": "COERCE", "actors": ["Jordan"]}
    head = say(store, "add", "a2", value=value)
    added = derived(store)
    say(store, "undo", head.id)
    assert derived(store) == before
    with pytest.raises(InputError, match="taken back"):
        say(store, "accept", head.other or "")
    say(store, "add", "a2", value=value)
    assert derived(store) == added


def test_done_accepts_what_nobody_judged(store: Store) -> None:
    ids = fill(store)
    say(store, "reject", ids["e4"])
    head = say(store, "done", "a2")
    assert only(store, ids["e4"], None).state == "rejected"
    assert only(store, ids["e3"]).judged
    say(store, "undo", head.id)
    assert not only(store, ids["e3"]).judged


def test_what_is_not_there_is_not_judged(store: Store) -> None:
    ids = fill(store)
    cases = (
        ("praise", "abcd", "There is no judgement 'praise'"),
        ("accept", "abc", "is no id of a report or event"),
        ("accept", "x' OR 1=1", "is no id of a report or event"),
        ("accept", "0000000000000000", "has no report or event"),
        ("undo", "0000", "has no judgement"),
        ("done", "0000", "has no article"),
        ("merge", ids["e1"], "needs a second report"),
    )
    for action, target, says in cases:
        with pytest.raises(InputError) as error:
            say(store, action, target)
        assert says in str(error.value)
    for who in ("", " \n", "x" * 201):
        with pytest.raises(InputError, match="A judge needs a name"):
            say(store, "accept", ids["e1"], who)


def test_the_beginning_of_an_id_will_do(store: Store) -> None:
    ids = fill(store)
    assert say(store, "accept", ids["e1"][:10].upper()).target == ids["e1"]
