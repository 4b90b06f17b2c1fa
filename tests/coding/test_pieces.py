"""Word pieces: quotes made plain, offsets kept, windows assembled, triggers marked."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack._errors import ModelError
from dualtrack.coding._pieces import (
    CLS,
    MARK_CLOSE,
    MARK_OPEN,
    SEP,
    Pieces,
    assemble,
    load_pieces,
    mark,
    plain,
)

TOKENIZER = Path(str(files("dualtrack.coding") / "model" / "tokenizer.json"))


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return load_pieces(TOKENIZER)


def test_quotes_become_ascii_one_for_one() -> None:
    text = "The army didn’t say “we hit it” – not then…"
    assert plain(text) == 'The army didn\'t say "we hit it" - not then…'
    assert len(plain(text)) == len(text)


def test_a_curly_negation_is_read_like_a_straight_one(pieces: Pieces) -> None:
    curly = [ids for _, _, ids in pieces.words("It didn’t attack.")]
    straight = [ids for _, _, ids in pieces.words("It didn't attack.")]
    assert curly == straight


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for start, stop, ids in load_pieces(TOKENIZER).words(text):
        assert end <= start < stop <= len(text)
        assert ids
        end = stop


def test_a_long_word_stays_one_word(pieces: Pieces) -> None:
    text = "Erdoğan met Zelenskyy"
    assert [text[a:b] for a, b, _ in pieces.words(text)] == ["Erdoğan", "met", "Zelenskyy"]


def test_a_window_is_context_then_text(pieces: Pieces) -> None:
    encoded = assemble(
        [pieces.words("Talks in Paris"), pieces.words("He left.")], pieces.words("He met her.")
    )
    assert encoded.ids[0] == CLS
    assert encoded.ids.count(SEP) == 2
    assert encoded.word_segment == [1, 1, 1, 2, 2, 2, 0, 0, 0, 0]
    first_of_text = encoded.word_piece[6]
    assert encoded.types[first_of_text] == 1
    assert encoded.types[encoded.word_piece[0]] == 0


def test_marks_stand_around_the_trigger_and_words_move_along(pieces: Pieces) -> None:
    encoded = assemble([], pieces.words("Troops opened fire today"))
    marked = mark(encoded, 1, 2)
    assert marked.ids[marked.opened] == MARK_OPEN
    assert marked.ids[marked.closed] == MARK_CLOSE
    for word, piece in enumerate(marked.word_piece):
        assert marked.ids[piece] == encoded.ids[encoded.word_piece[word]]
    assert marked.opened < marked.word_piece[1] <= marked.word_piece[2] < marked.closed
    assert len(marked.ids) == len(marked.types) == len(encoded.ids) + 2


def test_the_last_word_can_be_marked(pieces: Pieces) -> None:
    encoded = assemble([], pieces.words("They fled"))
    marked = mark(encoded, 1, 1)
    assert marked.ids[-1] == SEP
    assert marked.ids[-2] == MARK_CLOSE


def test_a_missing_tokenizer_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        Pieces(tmp_path / "tokenizer.json")
