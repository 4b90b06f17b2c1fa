from __future__ import annotations

from dualtrack.output import page_parts
from dualtrack.pages import Article, Dropped, Paragraph

ARTICLE = Article(
    "x",
    "Words.\n\nMore words.",
    title="A <b>title</b>",
    paragraphs=(Paragraph(0, 6, (30, 36), "standfirst"), Paragraph(8, 19, (50, 61))),
    dropped=(
        Dropped("Home", "navigation", (3, 7)),
        Dropped("no place", "bad bytes"),
        Dropped("Read <script>alert(1)</script> more \u202e", "teaser", (40, 49)),
    ),
)


def test_blocks_stand_in_the_order_of_the_page() -> None:
    found = [(part.text[:4], part.kind, part.reason) for part in page_parts(ARTICLE)]
    assert found == [
        ("Home", None, "navigation"),
        ("Word", "standfirst", None),
        ("Read", None, "teaser"),
        ("More", "paragraph", None),
        ("no p", None, "bad bytes"),
    ]
