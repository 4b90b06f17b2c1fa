from __future__ import annotations

from dualtrack.pages._draft import join


def test_paragraphs_are_joined_by_a_blank_line_and_placed() -> None:
    text, placed = join([("One.", (5, 9)), ("Two, too.", None)])
    assert text == "One.\n\nTwo, too."
    assert [text[p.start : p.end] for p in placed] == ["One.", "Two, too."]
    assert placed[0].source == (5, 9)


def test_no_paragraphs_make_an_empty_text() -> None:
    assert join([]) == ("", ())
