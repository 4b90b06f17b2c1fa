"""Windows: what the model reads of an article, and spans back to the article's own offsets."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from dualtrack.coding._pieces import TEXT, Pieces, load_pieces
from dualtrack.coding._windows import MAX_TEXT, Window, field_of, text_words, windows
from dualtrack.pages import Article, article_of


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return load_pieces(Path(str(files("dualtrack.coding") / "model" / "tokenizer.json")))


def article(text: str, **more: str) -> Article:
    return article_of({"text": text, **more}, "test", origin=None)


def text_of(art: Article, window: Window) -> str:
    words = text_words(window)
    return window.span(art, words[0], words[-1]).text


def test_a_paragraph_a_window(pieces: Pieces) -> None:
    art = article("First one here.\n\nSecond one there.", title="A title")
    made = list(windows(art, pieces))
    assert [text_of(art, w) for w in made] == ["First one here.", "Second one there."]


def test_the_title_and_the_paragraph_before_are_context(pieces: Pieces) -> None:
    art = article("First one.\n\nSecond one.", title="A title")
    second = list(windows(art, pieces))[1]
    assert [p.where for p in second.parts] == ["text", "title", "text"]
    words = [i for i, s in enumerate(second.encoded.word_segment) if s == 2]
    span = second.span(art, words[0], words[-1])
    assert (span.text, span.where) == ("First one.", "text")
    assert art.text[span.start : span.end] == span.text


def test_a_given_context_stands_for_the_title(pieces: Pieces) -> None:
    art = article("He left.", title="Unused", context="Kirby spoke.")
    (window,) = windows(art, pieces)
    assert [p.where for p in window.parts] == ["text", "context"]
    words = [i for i, s in enumerate(window.encoded.word_segment) if s == 1]
    span = window.span(art, words[0], words[0])
    assert (span.text, span.where) == ("Kirby", "context")
    assert field_of(art, "context")[span.start : span.end] == "Kirby"


def test_a_long_paragraph_is_cut_between_sentences_and_nothing_is_lost(pieces: Pieces) -> None:
    sentence = "The minister met the envoy in the capital on Tuesday. "
    art = article((sentence * 60).strip())
    made = list(windows(art, pieces))
    assert len(made) > 1
    covered = sum(len(text_words(w)) for w in made)
    assert covered == len(pieces.words(art.text))
    for window in made:
        assert len(window.encoded.ids) <= 512
        assert text_of(art, window).startswith("The minister")


def test_a_paragraph_without_sentences_is_cut_all_the_same(pieces: Pieces) -> None:
    art = article("word " * 2000)
    made = list(windows(art, pieces))
    assert sum(len(text_words(w)) for w in made) == 2000
    assert all(sum(s == TEXT for s in w.encoded.word_segment) <= MAX_TEXT for w in made)


@pytest.mark.parametrize(("first", "last"), [(0, 2), (1, 3), (3, 3), (0, 0)])
def test_a_dotted_abbreviation_is_never_cut(pieces: Pieces, first: int, last: int) -> None:
    art = article("The U.S. left.")
    (window,) = windows(art, pieces)
    start = next(i for i in text_words(window) if window.encoded.word_start[i] == 4)
    assert window.span(art, start + first, start + last).text == "U.S."


def test_an_initial_is_no_abbreviation(pieces: Pieces) -> None:
    art = article("J. Smith left.")
    (window,) = windows(art, pieces)
    assert window.span(art, 2, 2).text == "Smith"


def test_an_empty_paragraph_list_has_no_window(pieces: Pieces) -> None:
    assert list(windows(Article("x", ""), pieces)) == []


def test_no_window_is_longer_than_the_encoder_takes(pieces: Pieces) -> None:
    long = "The ministry of defence said so. " * 200
    art = article(f"{long}\n{long}", title=long, context=long)
    assert max(len(w.encoded.ids) for w in windows(art, pieces)) <= 500
    bare = article(f"{long}\n{long}", title=long)
    assert max(len(w.encoded.ids) for w in windows(bare, pieces)) <= 500


def test_a_subhead_is_no_window_of_its_own(pieces: Pieces) -> None:
    record = {
        "text": "Talks in Doha\nIran met Oman.",
        "paragraphs": [
            {"start": 0, "end": 13, "kind": "subhead"},
            {"start": 14, "end": 28, "kind": "paragraph"},
        ],
    }
    art = article_of(record, "t", origin=None)
    (window,) = windows(art, pieces)
    assert window.span(art, 0, 1).text == "Iran met"
