"""Words cut to stems, and what they weigh."""

from __future__ import annotations

from dualtrack.record._stems import IGNORED, listed, stem, stems, weigh, weight


def test_forms_of_a_word_have_one_stem():
    assert len({stem(w) for w in ("bomb", "bombs", "bombed", "bombing", "Bombings")}) == 1
    assert stem("killing") == stem("killed") != stem("kidnapped")


def test_short_words_stay_whole():
    assert stem("the") == "the"
    assert stem("red") == "red"


def test_numbers_are_digits_without_commas():
    assert stems("Seven of 3,800 and twelve") >= {"7", "3800", "12"}


def test_rare_words_weigh_more_than_frequent_ones():
    assert weight(stem("president")) < weight(stem("Aleppo")) < weight(stem("Qzwxyv"))
    assert weight(stem("the")) < 0.5


def test_some_weigh_the_sum_in_whatever_order():
    assert weigh(frozenset()) == 0
    both = weigh(stems("Aleppo president"))
    assert both == weight(stem("Aleppo")) + weight(stem("president"))


def test_lists_come_from_the_data_file():
    assert stem("the") in IGNORED
    assert stem("another") in listed("again")
