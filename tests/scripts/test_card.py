"""Figures in documents."""

from __future__ import annotations

import pytest

import card


def test_only_the_place_for_figures_changes() -> None:
    text = "before\n<!-- figures -->\nold\n<!-- end -->\nafter\n"
    assert card.filled(text, "new") == "before\n<!-- figures -->\nnew\n<!-- end -->\nafter\n"


def test_a_document_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="0 places"):
        card.filled("nothing here", "new")


def test_a_table_has_a_head() -> None:
    assert card.table([["a", "b"], ["1", "2"]]) == "| a | b |\n|---|---|\n| 1 | 2 |"


def test_the_readmes_rows_give_both_sets_and_the_peer() -> None:
    figures = dict.fromkeys(card.MEANING, 0.5)
    text = card.readme({"dev": figures, "articles": {**figures, "event": 0.25}})
    assert "| `event` | 0.50 | 0.25 | 0.16 |" in text
