"""What is looked at beside a new report: the same bucket, a few days, another article."""

from __future__ import annotations

from dualtrack.record import Store
from dualtrack.record._candidates import candidates, neighbours
from dualtrack.record._engine import reading
from dualtrack.record._look import Look, look
from told_acts import AGAIN, STORM, told


def seen(id: str, day: int = 0, **more) -> Look:
    coded = told(id, STORM, day=day, **more)
    return look(id, id, coded.events[0], STORM)


def test_candidates_are_near_and_share_a_bucket(store: Store) -> None:
    store.keep(
        [
            told("near", AGAIN, day=2),
            told("far", AGAIN, day=4),
            told("other", AGAIN, kind="COERCE"),
        ]
    )
    with reading(store.engine) as connection:
        found = candidates(connection, [seen("new")], 3)
        assert len(found) == 1
        assert found[0].words == look("x", "near", told("near", AGAIN).events[0], AGAIN).words
        assert not candidates(connection, found, 0)  # not itself
        assert not candidates(connection, [], 3)


def test_many_buckets_are_asked_for_in_portions(store: Store) -> None:
    store.keep([told("near", AGAIN)])
    with reading(store.engine) as connection:
        looks = [seen(f"{day}", day) for day in range(-1_200, 1_200)]
        assert len(candidates(connection, looks, 1)) == 1


def test_neighbours_are_pairs_once_and_one_of_them_is_fresh() -> None:
    looks = [seen("a"), seen("b", 1), seen("c", 5), seen("d", 5)]
    pairs = {(one.id, other.id) for one, other in neighbours(looks, {"a", "c"}, 3)}
    assert pairs == {("a", "b"), ("c", "d")}
    assert not list(neighbours(looks, set(), 3))


def test_two_reports_of_one_article_are_no_neighbours() -> None:
    one = seen("a")
    other = look("b", "a", told("b", STORM).events[0], STORM)
    assert not list(neighbours([one, other], {"a", "b"}, 3))
