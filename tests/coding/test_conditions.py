from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.coding._conditions import condition_kind

KINDS = {"if", "unless", "until", "in return", "other"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("if the army withdraws", "if"),
        ("If elected", "if"),
        ("only if both sides sign", "if"),
        ("even if it costs votes", "if"),
        ("provided that the court agrees", "if"),
        ("Provided the money comes", "if"),
        ("as long as the truce holds", "if"),
        ("should it lose the vote", "if"),
        ("on condition that inspectors may enter", "if"),
        ("in the event of an invasion", "if"),
        ("once the last captive is home", "if"),
        ("conditional on reform", "if"),
        ("“if something happens”", "if"),
        ("unless Tehran stops", "unless"),
        ("but only unless asked", "unless"),
        ("without an apology", "unless"),
        ("failing a deal", "unless"),
        ("otherwise", "unless"),
        ("until elections are held", "until"),
        ("not until the guns fall silent", "until"),
        ("pending a ruling", "until"),
        ("in return for sanctions relief", "in return"),
        ("in exchange", "in return"),
        ("the prisoners, in exchange for the bodies", "in return"),
        ("any such attack", "other"),
        ("aiffel", "other"),
        ("iffy", "other"),
        ("", "other"),
    ],
)
def test_kind(words: str, kind: str) -> None:
    assert condition_kind(words) == kind


@given(st.text(max_size=80))
def test_never_raises(words: str) -> None:
    assert condition_kind(words) in KINDS


@pytest.mark.shared
def test_labelled_conditions(shared: Path) -> None:
    """No condition that opens with one of the plain words is told as another kind."""
    kinds: Counter[str] = Counter()
    with (shared / "data" / "gold" / "train.jsonl").open(encoding="utf-8") as lines:
        for event in (e for line in lines for e in json.loads(line)["events"]):
            if event["condition"]:
                kind = condition_kind(event["condition"])
                kinds[kind] += 1
                first = event["condition"].casefold().split()[0]
                if first in ("if", "unless", "until"):
                    assert kind == first
    assert set(kinds) == KINDS
    assert kinds["other"] / kinds.total() < 0.10
