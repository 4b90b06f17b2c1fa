"""Sentences end where they end, and not after abbreviations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.coding._sentences import sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One fell. Two rose.", 2),
        ("Mr. Kirby spoke in the U.S. on Tuesday.", 1),
        ("Gen. Ali met Sen. Brown. They agreed.", 2),
        ("It was sent to the U.S. The ship sank.", 2),
        ("“We will act.” He left.", 2),
        ("Is it war? No! Not yet…", 3),
        ("A line\nAnother line", 2),
        ("He won 3.5 million votes.", 1),
        ("J. Smith and K. Jones met.", 1),
        ("", 0),
        ("   ", 0),
    ],
)
def test_count(text: str, count: int) -> None:
    assert len(cut(text)) == count


@given(st.text())
def test_sentences_lie_in_order_and_are_trimmed(text: str) -> None:
    end = 0
    for a, b in sentences(text):
        assert end <= a < b <= len(text)
        assert text[a:b].strip()
        end = b


@given(st.text(alphabet="ab. \n?!"))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(text[a:b] for a, b in sentences(text))
    assert kept.count("a") == text.count("a")
    assert kept.count("b") == text.count("b")
