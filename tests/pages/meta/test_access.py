from __future__ import annotations

import lxml.html
import pytest

from dualtrack.pages.meta._access import find_access
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import walk

WALL = "<aside class='paywall'>Subscribe to read the rest of this story.</aside>"
METER = "<div class='paywall'>You have read 2 of your 3 free articles this month. Subscribe!</div>"


def found(html: str) -> tuple[str | None, str | None]:
    root = lxml.html.document_fromstring(html)
    return find_access(root, read_declared(root), walk(root).blocks)


def free(value: str) -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": '
        f"{value}}}</script><p>Words."
    )


@pytest.mark.parametrize(
    ("html", "access"),
    [
        (free("false"), "paywalled"),
        (free('"False"'), "paywalled"),
        (free('"http://schema.org/False"'), "paywalled"),
        (free("true"), "free"),
        (free("3"), None),
        ("<meta property='article:content_tier' content='locked'><p>x", "paywalled"),
        ("<meta property='article:content_tier' content='free'><p>x", "free"),
        ("<article data-content-access='subscriber'><p>x</article>", "paywalled"),
        (WALL, "paywalled"),
        (METER, None),
        ("<div class='paywall'><p>" + "The story itself, to subscribers. " * 40 + "</div>", None),
        ("<div>Subscribe to continue reading</div>", "paywalled"),
        ("<aside>Subscribe to continue reading</aside><p>x", None),
        ("<p>Words.", None),
    ],
)
def test_what_a_page_says(html: str, access: str | None) -> None:
    said, sign = found(html)
    assert said == access
    assert bool(sign) == (access is not None)


def test_what_is_declared_weighs_more_than_an_offer() -> None:
    assert found(free("true") + WALL)[0] == "free"


def test_boxes_in_boxes_take_no_time() -> None:
    html = "<div class='paywall'>" * 180 + "x " * 100_000
    assert found(html)[0] is None
