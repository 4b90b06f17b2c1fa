from __future__ import annotations

import lxml.html

from dualtrack.pages.visible._blocks import Walk, walk


def blocks(html: str) -> Walk:
    return walk(lxml.html.document_fromstring(html))


def test_blocks_are_lines_as_a_browser_shows_them() -> None:
    found = blocks(
        "<div>One <b>two</b><p>Three<br>four</p>five<script>no</script> six</div>"
        "<style>no</style><p hidden>no</p><p style='display: none'>no</p>tail"
    )
    assert [b.text for b in found.blocks] == ["One two", "Three", "four", "five six", "tail"]


def test_elements_give_reasons_to_what_is_in_them() -> None:
    found = blocks(
        "<nav><a>Home</a></nav><figure><figcaption>A ship</figcaption></figure>"
        "<div class='c-newsletterSignup'><p>Join</p></div><div data-component='share-tools'>X</div>"
        "<nav aria-label='Breadcrumb'>News</nav><article class='related'><p>Story</p></article>"
        "<div role='contentinfo'>Legal</div><p class='headless'>Words</p>"
    )
    assert [(b.text, b.reason) for b in found.blocks] == [
        ("Home", "navigation"),
        ("A ship", "caption"),
        ("Join", "membership prompt"),
        ("X", "share bar"),
        ("News", "breadcrumb"),
        ("Story", None),
        ("Legal", "footer"),
        ("Words", None),
    ]


def test_links_and_times() -> None:
    found = blocks(
        "<p><a>All of it</a></p><p>Half <a>half</a></p>"
        "<time class='posted' datetime='2024-04-14'>today</time>"
    )
    assert found.blocks[0].linked == 1.0
    assert 0.3 < found.blocks[1].linked < 0.6
    assert found.times == [("2024-04-14", None, "posted")]


def test_depth_is_counted_without_recursion() -> None:
    parser = lxml.html.HTMLParser(huge_tree=True)
    html = "<div>" * 1500 + "words"
    found = walk(lxml.html.document_fromstring(html, parser=parser))
    assert found.depth > 1500
    assert [b.text for b in found.blocks] == ["words"]
