from __future__ import annotations

from dualtrack.pages import Article, Failure
from dualtrack.run import Coded, code_chunk
from fake_coders import FakeCoder


def test_every_item_has_its_outcome_in_order() -> None:
    bad = Failure("b", "empty", "The page is empty.")
    items = [Article("a", "struck"), bad, Article("c", "Le monde"), Article("d", "calm")]
    one, two, three, four = code_chunk(FakeCoder(), items)
    assert isinstance(one, Coded) and [e.article for e in one.events] == ["a"]
    assert two is bad
    assert isinstance(three, Coded) and three.not_coded is not None
    assert three.not_coded.reason == "language" and three.events == ()
    assert isinstance(four, Coded) and four.events == () and four.not_coded is None


def test_an_article_that_breaks_the_coder_is_named_and_the_others_are_coded() -> None:
    items = [Article("a", "struck"), Article("b", "bug"), Article("c", "struck")]
    one, two, three = code_chunk(FakeCoder(), items)
    assert isinstance(one, Coded) and len(one.events) == 1
    assert isinstance(two, Coded) and two.not_coded is not None
    assert two.not_coded.reason == "fault"
    assert "ZeroDivisionError" in two.not_coded.message
    assert isinstance(three, Coded) and len(three.events) == 1
