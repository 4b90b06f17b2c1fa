from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from dualtrack.output import show_dropped
from dualtrack.pages import Article, Dropped, Paragraph

ARTICLE = Article(
    "x",
    "Words.\n\nMore words.",
    title="The title",
    paragraphs=(Paragraph(0, 6, (30, 36)), Paragraph(8, 19, (50, 61))),
    dropped=(Dropped("Home", "navigation", (3, 7)), Dropped("Read\x1b[31m [b]more", "teaser")),
)


def told(article: Article) -> str:
    out = io.StringIO()
    show_dropped(article, Console(file=out, width=100, markup=False))
    return out.getvalue()


def test_each_dropped_block_is_told_with_reason_and_place() -> None:
    lines = told(ARTICLE).splitlines()
    assert lines[0] == "The title"
    assert lines[1].split() == ["navigation", "3–7", "Home"]
    assert lines[2].split() == ["kept", "2", "paragraphs", "of", "the", "story"]
    assert lines[3].split() == ["teaser", "Read", "[b]more"]
    assert "1 teaser: The opening of another story, or the headline above it." in told(ARTICLE)


def test_one_paragraph_and_nothing_dropped() -> None:
    bare = replace(ARTICLE, paragraphs=ARTICLE.paragraphs[:1], dropped=(), title=None)
    assert told(bare).splitlines()[:2] == ["x", told(bare).splitlines()[1]]
    assert "1 paragraph of the story" in told(bare)
