from __future__ import annotations

import pytest

from dualtrack._errors import IndexPage, NoStory
from dualtrack.pages._article import Dropped, article_id
from dualtrack.pages._draft import Draft, finish, join


def test_paragraphs_are_joined_by_a_blank_line_and_placed() -> None:
    text, placed = join([("One.", (5, 9)), ("Two, too.", None)])
    assert text == "One.\n\nTwo, too."
    assert [text[p.start : p.end] for p in placed] == ["One.", "Two, too."]
    assert placed[0].source == (5, 9)


def test_no_paragraphs_make_an_empty_text() -> None:
    assert join([]) == ("", ())


def test_an_article_is_made_of_a_draft() -> None:
    draft = Draft([("One.", (0, 4))], dropped=[Dropped("Home", "navigation")], title="T")
    note = Dropped("1 character stands as U+FFFD", "bad bytes")
    article = finish(draft, origin="a.html", notes=(note,))
    assert (article.text, article.title, article.origin) == ("One.", "T", "a.html")
    assert article.id == article_id(None, "One.")
    assert [d.reason for d in article.dropped] == ["navigation", "bad bytes"]


def test_a_draft_without_words_is_no_article() -> None:
    with pytest.raises(NoStory):
        finish(Draft([("12 34", None)]), origin=None)


def test_a_page_that_lists_stories_is_no_article() -> None:
    draft = Draft([("One.", None)], kind="index", kind_sign="the address is that of a section")
    with pytest.raises(IndexPage, match=r"lists stories .*the address"):
        finish(draft, origin=None)


def test_what_the_words_of_a_story_tell() -> None:
    draft = Draft([("HOLLVIK (Reuters) - The talks go on.", None), ("They will…", None)])
    article = finish(draft, origin=None)
    assert (article.agency, article.access) == ("Reuters", "cut")
    assert article.access_sign
    byline = Dropped("By Eva Lund | AFP", "byline")
    assert finish(Draft([("One.", None)], dropped=[byline]), origin=None).agency == "AFP"


def test_what_is_declared_stands() -> None:
    draft = Draft([("They will…", None)], access="paywalled", access_sign="said", agency="dpa")
    article = finish(draft, origin=None)
    assert (article.access, article.access_sign, article.agency) == ("paywalled", "said", "dpa")


def test_a_text_may_be_a_live_blog_by_its_title() -> None:
    assert finish(Draft([("One.", None)], title="LIVE: Talks"), origin=None).kind == "live"
    assert finish(Draft([("One.", None)], title="Talks"), origin=None).kind == "unknown"


def test_a_wall_may_stand_among_the_dropped_lines() -> None:
    wall = "Subscribe to continue reading"
    for reason, access in (("membership prompt", "paywalled"), ("teaser", None)):
        draft = Draft([("One.", None)], dropped=[Dropped(wall, reason)])
        assert finish(draft, origin=None).access == access
