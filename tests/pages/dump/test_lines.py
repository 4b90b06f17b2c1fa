from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.pages.dump._lines import cut_blocks

WRAPPED = """\
The ministers of the two countries met on Monday in the port of Hollvik and
talked for six hours about the fishing banks. They will meet again on Friday,
an aide said.

A second paragraph starts here and is wrapped at the same width as the first
one was. It ends here.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    blocks = cut_blocks(WRAPPED)
    assert len(blocks) == 2
    assert WRAPPED[blocks[0].start : blocks[0].end].endswith("an aide said.")
    assert "\n" in WRAPPED[blocks[0].start : blocks[0].end]
    assert "\n" not in blocks[0].plain


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "The first paragraph is here.\nThe second one follows it.\nAnd a third."
    assert len(cut_blocks(text)) == 3


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028"])
def test_line_ends_of_all_kinds(end: str) -> None:
    text = f"One.{end}{end}Two.{end}Three."
    blocks = cut_blocks(text)
    assert [text[b.start : b.end] for b in blocks] == ["One.", "Two.", "Three."]
    assert [b.after_blank for b in blocks] == [True, True, False]


@given(st.text())
def test_blocks_slice_the_text_and_miss_nothing(text: str) -> None:
    blocks = cut_blocks(text)
    at = 0
    for block in blocks:
        assert not text[at : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        assert block.plain == " ".join(text[block.start : block.end].split())
        at = block.end
    assert not text[at:].strip()
