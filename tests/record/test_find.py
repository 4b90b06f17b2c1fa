"""Beginnings of ids."""

from __future__ import annotations

import datetime as dt

import pytest

from dualtrack._errors import InputError
from dualtrack.record import Store
from dualtrack.record import _find as find
from dualtrack.record._engine import reading, writing
from dualtrack.record._tables import ARTICLES
from judged_record import act, fill, say


def test_an_id_is_found_by_its_beginning(store: Store) -> None:
    ids = fill(store)
    head = say(store, "accept", ids["e1"])
    with reading(store.engine) as connection:
        assert find.report_id(connection, f" {ids['e1'][:6].upper()} ") == ids["e1"]
        assert find.judgement_id(connection, head.id[:5]) == head.id
        key = find.articles_of(connection, [ids["e1"]])[ids["e1"]]
        assert find.article_id(connection, "a1") == key
        assert find.article_id(connection, key[:8]) == key
        assert find.anything(connection, key[:8]) == [key]


def test_two_that_begin_alike_are_both_named(store: Store) -> None:
    with writing(store.engine) as connection:
        at = dt.datetime(2024, 1, 1)
        rows = [{"id": f"abcd{n:012x}", "first_seen": at} for n in range(5)]
        connection.execute(ARTICLES.insert(), rows)
    with reading(store.engine) as connection:
        with pytest.raises(InputError, match=r"More than one article begins with abcd: abcd0.*…"):
            find.article_id(connection, "abcd")
        assert find.article_id(connection, "abcd000000000003") == "abcd000000000003"


@pytest.mark.parametrize("given", ["abc", "", "xyzw", "%%%%", "0" * 17])
def test_what_cannot_be_an_id_is_refused(store: Store, given: str) -> None:
    with reading(store.engine) as connection, pytest.raises(InputError, match="is no id of a"):
        find.anything(connection, given)


def test_the_reports_of_an_event(store: Store) -> None:
    ids = fill(store)
    first = act(store, ids["e2"]) or ""
    (second,) = {ids["e2"], ids["e3"]} - {first}
    with reading(store.engine) as connection:
        assert find.members(connection, first) == [first, second]
        assert find.members(connection, second) == [second]
        assert find.whole_event(connection, second) == [second, first]
        assert find.whole_event(connection, ids["e1"]) == [ids["e1"]]
