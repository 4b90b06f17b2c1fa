from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack._printable import one_line, plain, printable


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain “text” – naïve 中文", "plain “text” – naïve 中文"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("a\x00b\x08c\x7fd\x85e", "abcde"),
        ("one\r\ntwo\tthree", "one\ntwo\tthree"),
        ("\u202egnp.exe", "gnp.exe"),
        ("half \ud800", "half "),
        ("\x1b", ""),
    ],
)
def test_nothing_that_steers_is_left(text: str, safe: str) -> None:
    assert printable(text) == safe


@given(st.text())
def test_no_text_keeps_a_control_character(text: str) -> None:
    assert not [
        c for c in printable(text) if not c.isprintable() and c < "\xa0" and c not in "\n\t"
    ]


def test_one_line_is_one_line_and_says_that_it_was_cut() -> None:
    assert one_line(" a\n b\tc ") == "a b c"
    assert one_line("a long line of words", 8) == "a long…"


def test_brackets_mean_nothing() -> None:
    assert plain("[red]x[/red] [/]").plain == "[red]x[/red] [/]"
