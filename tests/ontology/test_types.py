"""The words in the code are the words in the data."""

from __future__ import annotations

from typing import get_args

from dualtrack.ontology import ontology
from dualtrack.ontology._types import EventType, Quad, Status, Track


def test_code_and_data_have_the_same_words_in_the_same_order() -> None:
    tables = ontology()
    assert tuple(tables.types) == get_args(EventType)
    assert tuple(tables.statuses) == get_args(Status)
    assert tuple(tables.quads) == get_args(Quad)
    assert tuple(tables.tracks) == get_args(Track)


def test_each_row_carries_its_own_name() -> None:
    tables = ontology()
    for rows in (tables.types, tables.statuses, tables.quads, tables.sectors):
        assert [info.name for info in rows.values()] == list(rows)
    for info in tables.types.values():
        assert [mode.name for mode in info.modes.values()] == list(info.modes)
