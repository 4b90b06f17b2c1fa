from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.coding._numbers import FIGURES, number, spelt


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("3,000", 3000),
        ("3 000", 3000),
        ("1,250,000", 1_250_000),
        ("1.5", 1.5),
        ("1.5 million", 1_500_000),
        ("three", 3),
        ("Twenty-four", 24),
        ("a hundred", 100),
        ("two hundred and six", 206),
        ("three hundred thousand", 300_000),
        ("one million two hundred thousand", 1_200_000),
        ("six thousand and five", 6005),
        ("soldiers", None),
        ("and", None),
        ("", None),
        ("٣", None),
    ],
)
def test_number(text: str, value: float | None) -> None:
    assert number(text) == value


def test_words_are_found_whole() -> None:
    form = re.compile(spelt(), re.IGNORECASE)
    for text in ("twenty-four", "two hundred and six", "a thousand", "ninety nine"):
        assert form.fullmatch(text)
    assert form.match("three and five").group() == "three"  # type: ignore[union-attr]


@given(st.text(max_size=40))
def test_never_raises(text: str) -> None:
    number(text)


@given(st.integers(0, 10**9))
def test_figures_with_commas(value: int) -> None:
    written = f"{value:,}"
    assert re.fullmatch(FIGURES, written)
    assert number(written) == value
