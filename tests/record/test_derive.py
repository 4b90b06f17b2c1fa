"""The derived tables: what follows from reports, links and judgements, after any history."""

from __future__ import annotations

import itertools
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from dualtrack._errors import InputError
from dualtrack.record import Store
from dualtrack.record._derive import derive, rebuild
from dualtrack.record._engine import reading, writing
from dualtrack.record._judge import judge
from dualtrack.record._judgements import read_all
from dualtrack.record._overlay import pairs
from dualtrack.record._tables import EVENTS, MEMBERS, PARTIES
from judged_record import say
from told_acts import AGAIN, DAY, OTHER, STORM, THIRD, act, derived, keep, memory, report, told

A, B, C = told("a", STORM), told("b", AGAIN, day=1), told("c", THIRD, day=1)
D, E = told("d", OTHER, day=1), told("e", OTHER.replace("bus", "bus full of people"), day=2)
ARTICLES = [A, B, C, D, E]
NAMES = "abcde"


def rows(store: Store) -> list[Any]:
    with reading(store.engine) as connection:
        return derived(connection)


def test_an_act_is_that_of_its_first_report(store: Store) -> None:
    store.keep([B, A])
    with reading(store.engine) as connection:
        (row,) = connection.execute(select(EVENTS))
        assert row.id == report(connection, "a") == act(connection, "b")
        assert (row.state, row.judged, row.reports, row.articles) == ("standing", False, 2, 2)
        assert (row.type, row.reported, row.on) == ("ASSAULT", DAY, DAY)
        assert json.loads(row.body)["id"] == "a-attack"
        who = connection.execute(select(PARTIES).order_by(PARTIES.c.side)).all()
        assert [(p.side, p.place, p.country, p.written) for p in who] == [
            ("a", 0, "SOM", "al shabaab gunmen"),
            ("r", 0, "KEN", "kenya"),
        ]


def test_an_earlier_report_that_comes_later_becomes_the_first(store: Store) -> None:
    store.keep([B])
    store.keep([A])
    with reading(store.engine) as connection:
        assert connection.scalars(select(EVENTS.c.id)).all() == [report(connection, "a")]
        assert len(connection.execute(select(MEMBERS)).all()) == 2


def test_a_split_stays_split_when_a_third_matches_both(store: Store) -> None:
    store.keep([A, B])
    with reading(store.engine) as connection:
        first, second = report(connection, "a"), report(connection, "b")
        assert act(connection, "a") == act(connection, "b")
    say(store, "split", second)
    store.keep([C])
    with reading(store.engine) as connection:
        one, other, third = (act(connection, name) for name in "abc")
        assert one != other
        assert third in (one, other)
        assert {one, other} == {first, second}


def test_a_merge_by_people_and_its_undoing(store: Store) -> None:
    store.keep([A, D])
    before = rows(store)
    with reading(store.engine) as connection:
        first, second = report(connection, "a"), report(connection, "d")
    done = say(store, "merge", first, other=second)
    with reading(store.engine) as connection:
        assert act(connection, "a") == act(connection, "d") == first
        assert connection.execute(select(EVENTS.c.judged)).scalar_one()
    say(store, "undo", done.id)
    assert rows(store) == before


def test_what_a_judge_changed_shows_in_the_act_also_in_a_later_report(store: Store) -> None:
    store.keep([A, B])
    with reading(store.engine) as connection:
        later = report(connection, "b")
    say(store, "change", later, field="mode", value="firearms", single=True)
    with reading(store.engine) as connection:
        (row,) = connection.execute(select(EVENTS))
        assert (row.mode, row.judged, row.reported) == ("firearms", True, DAY)
        assert json.loads(row.body)["mode"] == "firearms"


def test_a_changed_status_parts_what_the_machine_joined(store: Store) -> None:
    store.keep([A, B])
    with reading(store.engine) as connection:
        later = report(connection, "b")
    say(store, "change", later, field="status", value="negated", single=True)
    with reading(store.engine) as connection:
        assert act(connection, "a") != act(connection, "b")


def test_rejected_reports_do_not_count_and_do_not_join(store: Store) -> None:
    store.keep([A, B])
    with reading(store.engine) as connection:
        first = report(connection, "a")
    say(store, "reject", first, single=True)
    with reading(store.engine) as connection:
        (row,) = connection.execute(select(EVENTS))
        assert (row.id, row.state, row.reports) == (first, "standing", 1)
        assert json.loads(row.body)["id"] == "b-attack"
    say(store, "reject", first)
    with reading(store.engine) as connection:
        assert connection.execute(select(EVENTS.c.state)).scalar_one() == "rejected"


def test_nothing_touched_is_nothing_done(store: Store) -> None:
    store.keep(ARTICLES)
    before = rows(store)
    with writing(store.engine) as connection:
        derive(connection, [])
        derive(connection, ["nobody"])
        rebuild(connection)
    assert rows(store) == before


names = st.sampled_from(NAMES)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), names, names),
        st.tuples(st.just("split"), names, names),
        st.tuples(st.sampled_from(("reject", "accept")), names, names),
        st.tuples(st.just("undo"), names, names),
        st.tuples(st.just("keep"), names, names),
    ),
    max_size=10,
)


def run(connection: Connection, history: list[tuple[str, str, str]]) -> None:
    """Judge and keep as the history says; what cannot be said is passed over."""
    said: list[str] = []
    kept: set[str] = set()
    for what, one, other in [("keep", "a", "b"), *history, *(("keep", n, n) for n in NAMES)]:
        for name in (one, other):
            if name not in kept and what == "keep":
                keep(connection, [ARTICLES[NAMES.index(name)]])
                kept.add(name)
        if what == "keep" or not {one, other} <= kept:
            continue
        try:
            if what == "undo":
                said and judge(connection, "ann", "undo", said.pop())
            else:
                second = report(connection, other) if what == "merge" else None
                target = report(connection, one)
                said.append(judge(connection, "ann", what, target, other=second).id)
        except InputError:
            continue


@settings(max_examples=20, deadline=None)
@given(steps)
def test_the_tables_are_those_that_are_made_anew_and_people_have_their_way(history) -> None:
    engine = memory()
    with writing(engine) as connection:
        run(connection, history)
        before = derived(connection)
        rebuild(connection)
        assert derived(connection) == before
        ids = [report(connection, name) for name in NAMES]
        acts = {id: act(connection, name) for id, name in zip(ids, NAMES, strict=True)}
        people = pairs(connection, ids)
        for one, other in itertools.combinations(ids, 2):
            if frozenset((one, other)) in people.apart:
                assert acts[one] != acts[other]
            elif frozenset((one, other)) in people.together and not people.apart:
                assert acts[one] == acts[other]
    engine.dispose()


@settings(max_examples=10, deadline=None)
@given(steps)
def test_when_all_is_undone_it_is_as_if_nobody_had_spoken(history) -> None:
    found = []
    for said in (history, []):
        engine = memory()
        with writing(engine) as connection:
            run(connection, said)
            undo_all(connection)
            found.append(derived(connection))
        engine.dispose()
    assert found[0] == found[1]


def undo_all(connection: Connection) -> None:
    for one in reversed(read_all(connection)):
        if one.action != "undo":
            try:
                judge(connection, "ben", "undo", one.id)
            except InputError:
                continue
