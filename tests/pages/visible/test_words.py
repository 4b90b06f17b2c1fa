from __future__ import annotations

from dualtrack.pages.visible._words import (
    block_names,
    call_words,
    name_list,
    offer_words,
    said_words,
    teaser_words,
)


def test_names_of_elements() -> None:
    assert block_names()["article-body"] == "body"
    assert block_names()["standfirst"] == "standfirst"
    assert set(block_names().values()) == set(name_list())


def test_lists_are_folded() -> None:
    for words in (call_words(), offer_words(), said_words(), teaser_words()):
        assert words
        assert all(word == word.casefold() for word in words)
