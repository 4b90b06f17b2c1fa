"""Which country a bare mention belongs to."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dualtrack._errors import TableError
from dualtrack.actors._context import Cue, Scene, Weights, group


def _scene(text: str, *named: tuple[str, str]) -> Scene:
    cues = [Cue(text.index(w), text.index(w) + len(w), c, "country") for w, c in named]
    bounds = [0, *(i + 2 for i, char in enumerate(text) if char == "." and i + 2 < len(text))]
    return Scene(text, cues, bounds, Counter())


def test_signs_of_a_country() -> None:
    text = "In Kenya police fled. Uganda laughed."
    signs = _scene(text, ("Kenya", "KEN"), ("Uganda", "UGA")).features(text.index("police"))
    assert {"before", "in, before", "nearest before", "only in sentence"} <= signs["KEN"]
    assert "sentence after" in signs["UGA"]


def test_the_only_country_is_taken() -> None:
    text = "Kenya's police fled."
    assert Weights.load().choose(_scene(text, ("Kenya", "KEN")), 8, "COP") == "KEN"


def test_without_countries_there_is_none() -> None:
    assert Weights.load().choose(_scene("Police fled."), 0, "COP") is None


def test_words_that_seldom_have_a_country() -> None:
    text = "Kenya spoke. Uganda spoke. Many countries did."
    scene = _scene(text, ("Kenya", "KEN"), ("Uganda", "UGA"))
    assert Weights.load().choose(scene, text.index("countries"), "GOV", "countries") is None


def test_groups() -> None:
    assert group("GOV") == group("LEG") == "gov"
    assert group("CVL") == "civ"
    assert group(None) == "name"


def test_a_bad_weight_is_named(tmp_path: Path) -> None:
    (tmp_path / "context_weights.tsv").write_text("feature\tgroup\tweight\nx\tall\tmuch\n")
    with pytest.raises(TableError, match="much"):
        Weights(tmp_path)
