from __future__ import annotations

import lxml.html
import pytest

from dualtrack.pages.meta._page_kind import find_kind
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import walk

PROSE = "<p>The ministers met in Hollvik on Monday and agreed to meet again in May.</p>"
LINKS = "".join(
    f"<h3><a>Ministers meet again for the {n}th time</a></h3><p>They met in Hollvik and will…</p>"
    for n in range(9)
)
POSTS = f"<article><time datetime='2024-04-14T10:00Z'>x</time>{PROSE}</article>" * 6


def found(html: str, title: str | None, url: str | None = None) -> tuple[str, str | None]:
    root = lxml.html.document_fromstring(html)
    return find_kind(root, read_declared(root), walk(root).blocks, title, url)


def ld(kind: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "{kind}", "name": "World"}}</script>'


@pytest.mark.parametrize(
    ("html", "title", "url", "kind"),
    [
        (ld("NewsArticle") + PROSE, "Talks resume", None, "article"),
        ("<meta property='og:type' content='article'>" + PROSE, "Talks resume", None, "article"),
        (PROSE * 4, "Talks resume", None, "article"),
        (PROSE, "Talks resume", None, "unknown"),
        (ld("LiveBlogPosting") + PROSE, "Talks resume", None, "live"),
        (POSTS, "Talks resume in port", "https://a.example/news/live/talks-1", "live"),
        (POSTS, "LIVE: Talks resume in port", None, "live"),
        (ld("CollectionPage") + LINKS, "World", None, "index"),
        (LINKS, "World", "https://a.example/world", "index"),
        (LINKS, "Dale Post and all the news of the valley", "https://a.example/", "index"),
    ],
)
def test_kinds(html: str, title: str, url: str | None, kind: str) -> None:
    said, sign = found(html, title, url)
    assert said == kind
    assert bool(sign) == (kind != "unknown")


@pytest.mark.parametrize(
    ("html", "title", "url"),
    [
        (PROSE + LINKS, "Ministers agree to go on with talks", "https://a.example/world/talks"),
        (ld("NewsArticle") + PROSE + LINKS, "World", "https://a.example/world"),
        (PROSE * 4 + LINKS, "World", "https://a.example/world"),
        (LINKS, "World", None),
    ],
)
def test_a_page_that_may_be_a_story_is_no_index(html: str, title: str, url: str | None) -> None:
    assert found(html, title, url)[0] != "index"
