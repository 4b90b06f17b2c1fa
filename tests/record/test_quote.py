"""Words that a person quotes, found in a page."""

from __future__ import annotations

from dualtrack.coding import Span
from dualtrack.record._quote import Words, nearest, occurrences, quote, shown


def test_whole_words_come_before_parts_of_words() -> None:
    assert occurrences("Iranian Iran", "Iran") == [(8, 12)]
    assert occurrences("Iranian", "Iran") == [(0, 4)]
    assert occurrences("a.b aXb", "a.b") == [(0, 3)]


def test_the_nearest_occurrence_is_taken() -> None:
    words = Words("Iran met Iraq. Iran left.")
    assert nearest(words, "Iran", (20, 24), True) == Span("Iran", 15, 19)
    assert nearest(words, "Iran", None, True) == Span("Iran", 0, 4)


def test_the_text_comes_before_title_and_context() -> None:
    words = Words("They met.", "Iran and Iraq", "Iran spoke.")
    assert nearest(words, "Iran", None, True) == Span("Iran", 0, 4, "title")
    assert nearest(words, "spoke", None, True) == Span("spoke", 5, 10, "context")
    assert nearest(words, "Iran", None, False) is None


def test_offsets_count_code_points() -> None:
    words = Words("😀 Iran")
    assert quote(words, {"text": "Iran", "start": 2, "end": 6}, what="actors").start == 2


def test_long_values_are_shortened_in_messages() -> None:
    assert shown("\n") == "'\\n'"
    assert len(shown("x" * 200)) == 80
