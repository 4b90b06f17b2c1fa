"""The tables agree with one another, and `check` says where they do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dualtrack._errors import TableError
from dualtrack.ontology import check

Damage = Callable[[str, str, str], Path]


def test_the_shipped_tables_agree() -> None:
    check()


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("types.yaml", "score: 9.5\n", "score: 95\n", "95 is not between -10 and 10"),
        ("types.yaml", "score: 9.5\n", "score: -9.5\n", "-9.5 is against the track support"),
        ("types.yaml", "riot: {score: -7", "riot: {score: 7", "PROTEST/riot: the score 7"),
        ("types.yaml", "change: {score: -1,", "change: {score: -1, track: support,",
         "the score -1 is against"),
        ("types.yaml", "meet: {score: 0, track: null", "meet: {score: 0, track: support",
         "a mode keeps its type's track"),
        ("types.yaml", "track: support\n    score: 10\n", "track: pressure\n    score: -10\n",
         "the track pressure does not fit the quad material cooperation"),
        ("quads.yaml", "code: 2", "code: 1", "must be 1 to 4"),
        ("plover_to_cameo.tsv", "\nAID\t\tactual\t070\t", "\nAID\t\tactual\t170\t",
         "170 is on the other track"),
        ("plover_to_cameo.tsv", "\nAID\t\tactual\t070\t", "\nAID\t\tactual\t060\t",
         "reads back otherwise"),
        ("plover_to_cameo.tsv", "\nAID\t\tactual\t070\t", "\nAID\t\tactual\t010\t",
         "010 is of no type"),
        ("plover_to_cameo.tsv", "\nAID\t\tactual\t070\t\n", "\n", "lacks AID/-, actual"),
        ("cameo.tsv", "\n112\tACCUSE\tallege\t", "\n112\tACCUSE\tdisapprove\t",
         "reads back otherwise"),
    ],
)  # fmt: skip
def test_a_contradiction_is_named(
    damage: Damage, name: str, old: str, new: str, message: str
) -> None:
    folder = damage(name, old, new)
    with pytest.raises(TableError) as caught:
        check(folder)
    assert message in str(caught.value)
