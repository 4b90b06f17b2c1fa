from __future__ import annotations

import io
from dataclasses import replace

import lxml.html

from dualtrack.output import PageView
from dualtrack.pages import Article, Dropped, Paragraph

ARTICLE = Article(
    "x",
    "Words.\n\nMore words.",
    title="A <b>title</b>",
    url="javascript:alert(1)",
    site='"><img src=x onerror=alert(1)>',
    paragraphs=(Paragraph(0, 6, (30, 36), "standfirst"), Paragraph(8, 19)),
    dropped=(Dropped("Read <script>alert(1)</script> more \u202e\ud800", "teaser", (40, 49)),),
)


def shown(*articles: Article) -> str:
    out = io.BytesIO()
    view = PageView(out)
    for article in articles:
        view.write(article)
    view.finish()
    return out.getvalue().decode("utf-8")


def test_nothing_of_a_page_becomes_markup() -> None:
    html = shown(ARTICLE)
    tree = lxml.html.document_fromstring(html)
    assert not list(tree.iter("script", "img", "a", "iframe", "form", "link", "b"))
    assert "default-src 'none'" in html
    assert "\u202e" not in html
    assert "Read <script>alert(1)</script> more" in tree.text_content()


def test_kept_and_dropped_blocks_with_reasons_and_places() -> None:
    tree = lxml.html.document_fromstring(shown(ARTICLE, replace(ARTICLE, title=None)))
    parts = tree.find_class("part")
    assert [part.get("class") for part in parts[:3]] == [
        "part kept standfirst",
        "part cut",
        "part kept paragraph",
    ]
    assert parts[1].find_class("label")[0].text == "teaser"
    assert parts[0].find_class("where")[0].text == "30–36"
    assert "2 kept, 1 left out" in tree.text_content()
    assert "The opening of another story" in tree.text_content()
    assert len(list(tree.iter("section"))) == 2
