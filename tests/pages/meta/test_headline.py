from __future__ import annotations

import lxml.html
import pytest

from dualtrack.pages.meta._headline import headline, title_block
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import walk

TALKS = "Talks resume in the port"


def found(html: str, site: str | None = None) -> tuple[str | None, str | None]:
    root = lxml.html.document_fromstring(html)
    return headline(read_declared(root), walk(root).blocks, site)


@pytest.mark.parametrize(
    ("title", "site"),
    [
        (f"{TALKS} - Dale Post", None),
        (f"{TALKS} | World | Dale Post", None),
        (f"Dale Post: {TALKS}", None),
        (f"{TALKS} » The Dale Post", None),
    ],
)
def test_what_the_page_shows_is_the_title_without_names(title: str, site: str | None) -> None:
    html = f"<title>{title}</title><body><h2>{TALKS}</h2><p>x</p>"
    assert found(html)[0] == TALKS
    assert (found(html)[1] or "").endswith("Dale Post")


def test_a_known_site_is_cut_off_though_nothing_else_shows_the_title() -> None:
    html = f"<title>{TALKS} | World | The Dale Post</title><p>x"
    assert found(html, "Dale Post") == (TALKS, None)


def test_the_heading_of_a_box_does_not_win() -> None:
    html = f"<title>{TALKS}</title><meta property='og:title' content='{TALKS}'><h1>Most read</h1>"
    assert found(html)[0] == TALKS


def test_a_cut_headline_is_completed() -> None:
    html = (
        f'<script type="application/ld+json">{{"@type": "Article", "headline": "{TALKS[:20]}…"}}'
        f"</script><title>{TALKS[:20]}…</title><h1>{TALKS}</h1>"
    )
    assert found(html)[0] == TALKS


def test_a_colon_or_dash_inside_stays() -> None:
    html = "<title>Talks: what we know - so far</title><h1>Talks: what we know - so far</h1>"
    assert found(html)[0] == "Talks: what we know - so far"
    assert found("<p>x") == (None, None)


def test_the_block_of_the_title() -> None:
    root = lxml.html.document_fromstring(f"<a>{TALKS}</a><p>x</p><h1>{TALKS}</h1>")
    assert title_block(walk(root).blocks, TALKS) == 2
    assert title_block(walk(root).blocks, None) is None
