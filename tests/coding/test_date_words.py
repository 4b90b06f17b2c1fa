from __future__ import annotations

import pytest

from dualtrack.coding._date_words import pattern, plain, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On  Tuesday", "on tuesday"),
        ("last year’s", "last year"),
        ("from 5–8 March", "from 5-8 march"),
        ("in mid-August", "in middle of august"),
        ("Sept.11", "sept 11"),
        ("(Oct. 7),", "oct 7"),
        ("year's end", "year's end"),
        ("the upcoming week", "the coming week"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_a_clause_is_no_date() -> None:
    assert plain("a " * 200) is None


def test_times_leave_the_day() -> None:
    for text in ("at dawn on friday", "friday night", "before noon on friday", "9 a.m. friday"):
        assert " ".join(words().times.sub(" ", text).split()) == "friday"


def test_pattern_fills_in_the_parts() -> None:
    form = pattern("{D} {M} {Y}", words().parts)
    assert form.fullmatch("14 april 2024")
    assert not form.fullmatch("32 april 2024")
    assert not form.fullmatch("14 april 3024")
