"""Folding and keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.actors._words import compose, fold, gap, key_of


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_composing_keeps_the_way_back(text: str) -> None:
    clean, places = compose(text)
    if places is not None:
        assert len(places) == len(clean) + 1
        assert "".join(text[i] for i in places[:-1]) == clean


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Erdoğan", "Erdogan"), ("Israel’s", "Israel's"), ("Łódź", "Lodz"), ("“a–b”", '"a-b"')],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_loose_accents_fall_away() -> None:
    assert compose("Erdog\u0306an")[0] == "Erdogan"


@pytest.mark.parametrize(
    ("between", "one"),
    [(" ", " "), ("-", " "), ("\n", " "), ("\n\n", None), (". ", " "), (", ", ", "), ("; ", None)],
)
def test_what_may_stand_inside_a_name(between: str, one: str | None) -> None:
    assert gap(between) == one


def test_keys_of_names_meet() -> None:
    assert key_of("Khan Younis") == key_of("Khan-Younis")
    assert key_of("Côte d’Ivoire") == key_of("Cote d'Ivoire")
    assert key_of("U.S.") != key_of("US")
    assert key_of("...") == ()
