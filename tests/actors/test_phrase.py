"""Mentions taken apart."""

from __future__ import annotations

import pytest

from dualtrack.actors._phrase import bare, for_others, name_words, split, titled, words


@pytest.mark.parametrize(
    ("mention", "plain"),
    [
        ("the ministry", "ministry"),
        ("more than 300 soldiers", "soldiers"),
        ("hundreds of protesters", "protesters"),
        ("Israel's", "Israel"),
        ("Houthis'", "Houthis"),
        ("the", "the"),
        ("", ""),
    ],
)
def test_articles_counts_and_possessives_fall_away(mention: str, plain: str) -> None:
    assert bare(mention) == plain


def test_the_head_ends_at_a_preposition() -> None:
    phrase = split("ambassador to Iran")
    assert (phrase.head, phrase.link, phrase.tail) == ("ambassador", "to", "Iran")
    assert split("foreign ministry").tail == ""


def test_known_names_are_not_cut() -> None:
    assert split("Bank of England officials", [(0, 15)]).head == "Bank of England officials"


def test_a_backer_is_not_the_thing() -> None:
    assert for_others("US-backed rebels", 0, 2)
    assert for_others("pro-Russian rebels", 4, 11)
    assert not for_others("Saudi-led coalition", 0, 5)


def test_titles_and_names() -> None:
    assert name_words("Mr. Ban Ki-moon") == ["Ban", "Ki", "moon"]
    assert titled("Mr Brown")
    assert not titled("Brown")
    assert words("Tehran's nuclear agency") == ["tehran", "nuclear", "agency"]
