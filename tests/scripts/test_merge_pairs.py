"""Proposing pairs to be labelled."""

from __future__ import annotations

import random
from typing import Any

from merge_pairs import alike, comparable, neighbours, sample, weights


def one(item: str, day: int = 1, who: str = "KEN", type_: str = "AID") -> dict[str, Any]:
    return {
        "item": {"id": item, "day": day},
        "type": type_,
        "status": "actual",
        "who": {who} if who else set(),
    }


def test_likeness_is_the_weight_shared_of_the_lighter() -> None:
    weight = weights([{"a", "b"}, {"a", "c"}, {"a", "d"}])
    assert weight["a"] == 0 < weight["b"]
    assert alike({"b", "c"}, {"c", "d"}, weight) == 0.5
    assert alike({"b"}, {"b", "c"}, weight) == 1
    assert alike(set(), {"b"}, weight) == 0


def test_reports_are_comparable_with_someone_in_common_or_no_one_at_all() -> None:
    assert comparable(one("x"), one("y"))
    assert comparable(one("x", who=""), one("y", who=""))
    assert not comparable(one("x"), one("y", who=""))
    assert not comparable(one("x"), one("y", type_="ASSAULT"))


def test_neighbours_are_of_two_items_and_three_days() -> None:
    reports = [one("x"), one("x"), one("y", 4), one("z", 5)]
    found = [(a["item"]["id"], b["item"]["id"]) for a, b in neighbours(reports)]
    assert found == [("x", "y"), ("x", "y"), ("y", "z")]


def test_a_sample_takes_two_items_once_and_one_thrice_at_most() -> None:
    pairs = [(one("x"), one(f"y{n}")) for n in range(5) for _ in range(3)]
    drawn = sample(pairs, 10, random.Random(1))
    others = [b["item"]["id"] for _, b in drawn]
    assert len(others) == len(set(others)) == 3
