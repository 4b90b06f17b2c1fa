from __future__ import annotations

import json
from pathlib import Path

import pytest

from dualtrack._errors import TableError
from dualtrack.pages.html import _model
from dualtrack.pages.html._features import features
from dualtrack.pages.html._model import BlockModel, block_model, in_context, scores, share, weighed
from html_pages import OTHER, OWN, TITLE, page, paragraphs


def test_the_shipped_model_tells_a_story_from_its_page() -> None:
    html = (
        f"<nav><ul><li><a>Home</a><li><a>World news</a></ul></nav><main><h1>{TITLE}</h1>"
        f"{paragraphs(OWN)}</main><aside><h3>Most read</h3>{paragraphs(OTHER)}</aside>"
        "<footer>All rights reserved</footer>"
    )
    found = scores(page(html, anchor=OWN))
    assert [score > 0 for score in found] == [False] * 3 + [True] * 4 + [False] * 4


def test_weights_are_those_of_known_features() -> None:
    model = block_model()
    found = page(f"<h1>{TITLE}</h1>{paragraphs(OWN)}", anchor=OWN)
    own = features(found)
    assert {"constant", "prose", "trafilatura keeps it"} <= model.first.keys() & own[1].keys()
    again = in_context(found, own, [0.0] * len(own))
    assert {"constant", "itself", "alike"} <= model.second.keys()
    assert "alike" in again[1]


def test_sums_and_shares() -> None:
    assert weighed({"a": 2.0, "b": 1.0}, {"a": 0.5, "c": 9.0}) == 1.0
    assert share(0.0) == 0.5
    assert share(-1e9) < 1e-9 < share(1e9) <= 1


def test_no_model_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "block_weights.json"
    file.write_text(json.dumps({"first": {"a": "x"}}))
    monkeypatch.setattr(_model, "_FILE", file)
    with pytest.raises(TableError):
        block_model.__wrapped__()


def test_neighbours_count() -> None:
    found = page(paragraphs(OWN))
    own = features(found)
    lone = in_context(found, own, [-5.0, 5.0, -5.0, -5.0])
    among = in_context(found, own, [5.0, 5.0, 5.0, 5.0])
    assert among[1]["alike"] > 0.9
    assert lone[1]["alike"] < 0.1
    assert among[1]["between"] > lone[1]["between"]
    assert isinstance(block_model(), BlockModel)
