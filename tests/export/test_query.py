from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import Connection

from dualtrack._errors import InputError
from dualtrack.export import _query
from dualtrack.export._query import Asked, Query
from dualtrack.record import Store
from dualtrack.record._engine import reading
from dualtrack.run import Coded
from make_events import ARTICLE, IRN, ISR, USA, day, event, party, when


def ids(connection: Connection, query: Query) -> set[str]:
    return {act.event.id for act in Asked(connection, query).acts()}


def test_each_condition_holds(connection: Connection) -> None:
    assert ids(connection, Query()) == {"e1", "e2"}
    assert ids(connection, Query(types=("ASSAULT",))) == {"e2"}
    assert ids(connection, Query(actor="USA")) == {"e1"}
    assert ids(connection, Query(actor="ISR")) == set()
    assert ids(connection, Query(pair=("ISR", "IRN"))) == {"e2"}
    assert ids(connection, Query(pair=("USA", "IRN"))) == set()
    assert ids(connection, Query(actor="IRN/GOV")) == {"e2"}
    assert ids(connection, Query(actor="IRN/MIL")) == set()
    assert ids(connection, Query(actor="united  states")) == {"e1"}


def test_days_are_those_the_acts_stand_on(connection: Connection) -> None:
    # e2 took place on the 13th; e1 is possible still, and was told on the 14th.
    assert ids(connection, Query(until=day("2024-04-13"))) == {"e2"}
    assert ids(connection, Query(since=day("2024-04-14"))) == {"e1"}


def test_reports_are_asked_for_in_the_same_way(connection: Connection) -> None:
    def found(query: Query) -> list[str]:
        pages = list(Asked(connection, query).reports())
        assert sum(n for n, _ in pages) == 2
        return [r.stored.event.id for _, some in pages for r in some]

    assert sorted(found(Query())) == ["e1", "e1", "e2", "e2"]
    assert found(Query(actor="IRN")) == ["e2", "e2"]
    assert found(Query(until=day("2024-04-13"))) == ["e2", "e2"]
    assert found(Query(types=("SANCTION",), pair=("USA", "ISR"))) == ["e1", "e1"]


def test_pages_end_where_the_next_begins(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [a.stored.id for a in Asked(connection, Query()).acts()]
    monkeypatch.setattr(_query, "_PAGE", 1)
    assert [a.stored.id for a in Asked(connection, Query()).acts()] == whole == sorted(whole)
    assert sum(n for n, _ in Asked(connection, Query()).reports()) == 2


def test_a_member_of_a_group_counts_on_its_days(store: Store) -> None:
    gbr = party("London", "GBR", name="United Kingdom")
    told = [
        event("AID", (gbr,), (USA,), on=on, id=f"e{n}", date=when(on))
        for n, on in enumerate(("2010-05-01", "2022-05-01"))
    ]
    store.keep([Coded(dataclasses.replace(ARTICLE, id="x"), tuple(told))])
    with reading(store.engine) as connection:
        assert ids(connection, Query(actor="EU")) == {"e0"}
        assert ids(connection, Query(actor="GBR")) == {"e0", "e1"}


def test_what_two_did_together_is_between_them(store: Store) -> None:
    met = event("CONSULT", (ISR, IRN), (), id="met")
    store.keep([Coded(ARTICLE, (met,))])
    with reading(store.engine) as connection:
        assert ids(connection, Query(pair=("IRN", "ISR"))) == {"met"}


CANNOT = [
    (Query(types=("ATTACK",)), "no 'ATTACK'"),
    (Query(statuses=("likely",)), "no 'likely'"),
    (Query(since=day("2024-02-01"), until=day("2024-01-01")), "comes after"),
    (Query(actor="USA", pair=("USA", "ISR")), "either"),
    (Query(actor="USA/XXX"), "no sector"),
]


def test_what_cannot_be_asked_is_said(connection: Connection) -> None:
    for query, why in CANNOT:
        with pytest.raises(InputError, match=why):
            Asked(connection, query)


def test_a_query_as_json_has_what_was_asked() -> None:
    assert Query().to_dict() == {}
    assert Query(since=day("2024-01-01"), pair=("USA", "ISR")).to_dict() == {
        "since": "2024-01-01",
        "pair": ["USA", "ISR"],
    }
