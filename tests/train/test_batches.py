"""Rows and batches: labels on the first piece of each word, padding ignored."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("torch", reason="needs the extra `train`")
pytest.importorskip("transformers", reason="needs the extra `train`")

from dualtrack.coding._labels import begin_tag
from dualtrack.train._batches import batches, collate, role_row, trigger_row
from dualtrack.train._examples import IGNORE, RoleLabels
from gold_lines import build, event, who

pytestmark = pytest.mark.train


def test_a_trigger_row_labels_the_texts_words_only() -> None:
    row = trigger_row(build("Troops fled.", event("fled", "RETREAT"), context="It rained."))
    assert len(row.tags) == len(row.ids)
    labelled = [t for t in row.tags if t != IGNORE]
    assert labelled == [0, begin_tag("RETREAT"), 0]


def test_a_role_row_labels_every_head() -> None:
    made = build("Iran struck.", event("struck", actors=[who("Iran", "IRN")], status="possible"))
    row = role_row(made, made.triggers[0])
    assert row.kind == 16
    assert row.status == 2
    assert row.roles is not None
    assert len(row.roles) == 6
    assert [t for t in row.roles[0] if t != IGNORE] == [1, 0, 0]


def test_a_trigger_that_is_none_teaches_its_type_only() -> None:
    made = build("It rained.")
    row = role_row(made, RoleLabels(1, 1, ""))
    assert row.kind == 0
    assert (row.status, row.mode) == (IGNORE, IGNORE)
    assert row.roles is not None
    assert all(t == IGNORE for tags in row.roles for t in tags)


def test_batches_hold_every_row_once_and_are_padded() -> None:
    rows = [trigger_row(build("War " * n)) for n in range(1, 30)]
    made = list(batches(rows, 4, random.Random(1)))
    assert sorted(len(r.ids) for b in made for r in b) == sorted(len(r.ids) for r in rows)
    batch = collate(made[0])
    assert batch["ids"].shape == batch["tags"].shape
    assert batch["ids"].shape[1] % 16 == 0
    assert bool((batch["tags"][batch["mask"] == 0] == IGNORE).all())
