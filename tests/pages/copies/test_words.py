from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.pages.copies._words import (
    RUN,
    WINDOW,
    among,
    covered,
    digits,
    distinct,
    runs_of,
    sampled,
    spelled_words,
    words_of,
)


def test_case_marks_and_white_space_are_passed_over() -> None:
    one = words_of("“Israel’s army,” he said — on  Monday.")
    other = words_of('"ISRAEL\'S ARMY", he said\n\non monday')
    assert one.tolist() == other.tolist()
    assert one.size == 7


def test_different_words_have_different_numbers() -> None:
    words = [f"{a}{b}{c}" for a in "abcdefgh" for b in "abcdefgh" for c in "abcdefgh"]
    assert len(set(words_of(" ".join(words)).tolist())) == 512
    assert words_of("ab ba")[0] != words_of("ab ba")[1]
    assert words_of("a" * 64)[0] != words_of("a" * 128)[0]


def test_numbers_are_the_same_on_every_machine() -> None:
    assert words_of("Peace talks, 12").tolist() == [2148945888, 2160378350, 1741624505]


def test_words_that_begin_with_a_digit_are_known() -> None:
    assert digits(words_of("On 12 May 3rd a10 ١٢")).size == 2


def test_scripts_without_spaces_give_a_word_a_character() -> None:
    assert words_of("日本語です").size == 5
    assert words_of("Ελλάδα и Россия").size == 3


@given(st.text())
def test_any_text_has_as_many_numbers_as_words(text: str) -> None:
    assert words_of(text).size == len(spelled_words(text))


def test_surrogates_do_no_harm() -> None:
    assert words_of("a \ud800 b").size >= 2


def test_runs_depend_on_the_order_of_their_words() -> None:
    assert runs_of(words_of("a b c d"), 3).size == 2
    assert runs_of(words_of("a b"), 3).size == 0
    assert runs_of(words_of("a b c"), 3)[0] != runs_of(words_of("a c b"), 3)[0]
    assert runs_of(words_of("x a b c"), 3)[1] == runs_of(words_of("a b c"), 3)[0]


@pytest.mark.parametrize("before", range(12))
def test_a_common_passage_has_a_sampled_run_in_common(before: int) -> None:
    passage = " ".join(f"common{i}" for i in range(RUN + WINDOW - 1))
    kept = []
    for name, size in (("one", before), ("two", 30 - before)):
        text = " ".join(f"{name}{i}" for i in range(size)) + " " + passage
        runs = runs_of(words_of(f"{text} {name} ends here"), RUN)
        kept.append(set(runs[sampled(runs)].tolist()))
    assert kept[0] & kept[1]


def test_the_sample_lies_edge_to_edge_over_the_text() -> None:
    runs = runs_of(words_of(" ".join(f"w{i}" for i in range(500))), RUN)
    places = sampled(runs)
    assert 0.15 < places.size / runs.size < 0.3
    assert np.diff(places).max() <= RUN
    assert sampled(runs[:0]).size == 0
    assert sampled(runs[:3]).size == 1


def test_covered_words() -> None:
    found = np.array([False, True, False, False, False, True])
    assert covered(found, 3).tolist() == [0, 1, 1, 1, 0, 1, 1, 1]


def test_sets_of_runs() -> None:
    some = np.array([5, 3, 5, 9], np.uint32)
    assert distinct(some).tolist() == [3, 5, 9]
    assert among(some, np.array([9, 5], np.uint32)).tolist() == [True, False, True, True]
    assert among(some, some[:0]).tolist() == [False] * 4
    assert distinct(some[:0]).size == 0
