"""Role scores to spans of the article."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from dualtrack.coding._labels import BEGIN, INSIDE, ROLES
from dualtrack.coding._model import RoleScores, Settings
from dualtrack.coding._pieces import load_pieces
from dualtrack.coding._roles import roles_of, segments
from dualtrack.coding._windows import Window, windows
from dualtrack.ontology import SECTORS
from dualtrack.pages import Article, article_of

SETTINGS = Settings(0.0, 0.1, 0.5, dict.fromkeys(ROLES, 0.5), 0.5, ((0.0, 0.0), (1.0, 1.0)))


@pytest.fixture(scope="module")
def made() -> tuple[Article, Window]:
    pieces = load_pieces(Path(str(files("dualtrack.coding") / "model" / "tokenizer.json")))
    art = article_of({"text": "Iran hit Israel and Iran", "context": "The army"}, "t", origin=None)
    (window,) = windows(art, pieces)
    return art, window


def scores(marks: dict[str, dict[int, int]], size: int) -> RoleScores:
    roles = np.zeros((size, len(ROLES), 3), np.float32)
    roles[:, :, 0] = 1
    for role, tags in marks.items():
        for word, tag in tags.items():
            roles[word, ROLES.index(role)] = 0
            roles[word, ROLES.index(role), tag] = 0.9
    sectors = np.full((size, len(SECTORS)), 0.01, np.float32)
    sectors[:, SECTORS.index("MIL")] = 0.8
    nothing = np.zeros(1, np.float32)
    return RoleScores(roles, sectors, np.zeros((size, 2), np.float32), nothing, nothing, nothing)


def test_segments_part_context_from_text(made: tuple[Article, Window]) -> None:
    assert segments(made[1]) == [(0, 2), (2, 7)]


def test_no_span_crosses_from_context_into_text(made: tuple[Article, Window]) -> None:
    art, window = made
    found = roles_of(art, window, scores({"actor": {1: BEGIN, 2: INSIDE}}, 7), SETTINGS)
    assert [(f.span.text, f.span.where) for f in found["actor"]] == [
        ("army", "context"),
        ("Iran", "text"),
    ]
    assert found["actor"][0].sector == "MIL"


def test_weak_names_of_a_side_are_given_each_time(made: tuple[Article, Window]) -> None:
    art, window = made
    weak = scores({"actor": {2: BEGIN, 6: BEGIN}}, 7)
    weak.roles[6, ROLES.index("actor"), BEGIN] = 0.2
    found = roles_of(art, window, weak, SETTINGS)
    assert [(f.span.text, round(f.chance, 1)) for f in found["actor"]] == [
        ("Iran", 0.9),
        ("Iran", 0.2),
    ]


def test_a_single_role_has_one_span(made: tuple[Article, Window]) -> None:
    art, window = made
    found = roles_of(art, window, scores({"speaker": {0: BEGIN, 4: BEGIN}}, 7), SETTINGS)
    assert len(found["speaker"]) == 1
    assert found["recipient"] == []


def test_a_lone_sign_is_nobody() -> None:
    pieces = load_pieces(Path(str(files("dualtrack.coding") / "model" / "tokenizer.json")))
    art = article_of({"text": "Iran, it fell"}, "t", origin=None)
    (window,) = windows(art, pieces)
    assert roles_of(art, window, scores({"actor": {1: BEGIN}}, 4), SETTINGS)["actor"] == []


def test_two_pieces_of_one_word_are_one_span() -> None:
    pieces = load_pieces(Path(str(files("dualtrack.coding") / "model" / "tokenizer.json")))
    art = article_of({"text": "People's Front and U.S.-Israel"}, "t", origin=None)
    (window,) = windows(art, pieces)
    texts = [
        art.text[a:b]
        for a, b in zip(window.encoded.word_start, window.encoded.word_end, strict=True)
    ]
    size = len(texts)
    marks = {0: BEGIN, texts.index("s"): BEGIN, texts.index("Front"): INSIDE}
    marks |= {texts.index("U"): BEGIN, texts.index("Israel"): BEGIN}
    found = roles_of(art, window, scores({"actor": marks}, size), SETTINGS)["actor"]
    assert [f.span.text for f in found] == ["People's Front", "U.S.", "Israel"]


def test_words_at_the_edge_are_no_part_of_a_mention(made: tuple[Article, Window]) -> None:
    art, window = made
    tags = {4: BEGIN, 5: INSIDE, 0: BEGIN}  # "Israel and", "The"
    found = roles_of(art, window, scores({"recipient": tags}, 7), SETTINGS)
    assert [f.span.text for f in found["recipient"]] == ["Israel"]
