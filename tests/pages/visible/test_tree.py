from __future__ import annotations

import pytest

from dualtrack._errors import NoStory, TooLarge
from dualtrack.pages.visible._tree import (
    MOST_CHARACTERS,
    MOST_TAGS,
    check_size,
    marked_tree,
    whole_tree,
)


def test_large_pages_are_refused_with_a_sentence() -> None:
    check_size("<p>words")
    with pytest.raises(TooLarge, match="HTML tags; at most"):
        check_size("<td>1" * (MOST_TAGS + 1))
    with pytest.raises(TooLarge, match="characters; at most"):
        check_size("a" * (MOST_CHARACTERS + 1))


def test_both_trees_hold_the_words() -> None:
    source = "<?xml version='1.0' encoding='x'?><p>One\x00<script type=a>{}</script><p>two"
    tree, marks = marked_tree(source)
    assert len(marks.runs) == 2
    assert tree.findall(".//script") == []
    assert [e.text.strip() for e in whole_tree(source).iter("p")] == ["One", "two"]
    assert whole_tree(source).find(".//script") is not None


def test_levels_can_be_left_out() -> None:
    source = "<div><p>One</p></div>"
    assert whole_tree(source, flat=True).find(".//div") is None
    assert whole_tree("<a x=1>b</a>", [(0, 7, "<a>")]).find(".//a").attrib == {}
    assert "words" in whole_tree("<b>" * 100_000 + "words").text_content()


def test_nothing_is_no_page() -> None:
    with pytest.raises(NoStory):
        marked_tree("<!-- -->")
