from __future__ import annotations

import lxml.html
import pytest

from dualtrack.pages.meta._headline import title_block
from dualtrack.pages.meta._section import find_section, section_of_address
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import walk

TITLE = "Talks resume in port"
HEADING = f"<h1>{TITLE}</h1>"
NEWS = "<script type='application/ld+json'>{%s}</script>"


def found(html: str, url: str | None = None) -> tuple[str, ...]:
    root = lxml.html.document_fromstring(html)
    blocks = walk(root).blocks
    at = title_block(blocks, TITLE)
    return find_section(read_declared(root), blocks, at, title=TITLE, url=url, site="Dale Post")


def test_breadcrumb_data_come_first() -> None:
    entries = ", ".join(
        f'{{"position": {n}, "name": "{name}"}}'
        for n, name in enumerate(("Home", "Dale Post", "World", "Asia", TITLE))
    )
    data = NEWS % f'"@type": "BreadcrumbList", "itemListElement": [{entries}]'
    assert found(data + HEADING, "https://a.example/sport/x-1") == ("World", "Asia")


@pytest.mark.parametrize(
    "line",
    [
        "<div class='breadcrumbs'><a>Home</a><a>World</a><a>Asia</a></div>",
        "<td><a>Front page</a> &gt; <a>World</a> &gt; <a>Asia</a></td>",
        "<div><a>Startseite</a> › <a>World</a> › <a>Asia</a></div>",
        "<div><a>HomeWorldAsia</a></div>",
        "<ul><li><a>Home</a><li><a>World</a><li><a>Asia</a></ul>",
    ],
)
def test_a_path_on_the_page(line: str) -> None:
    assert found(line + HEADING, "https://a.example/asia/talks-resume-in-port") == ("World", "Asia")


def test_a_menu_is_no_path() -> None:
    menu = "<ul><li><a>Home</a><li><a>Archive</a><li><a>About</a></ul>"
    assert found(menu + HEADING) == ()
    assert found(f"<div><a>HomeArchiveAbout</a></div>{HEADING}") == ()
    assert found(f"<div><a>Home</a> | <a>Archive</a> | <a>About</a></div>{HEADING}") == ()


def test_declared_sections() -> None:
    data = NEWS % '"@type": "NewsArticle", "articleSection": ["World", "Asia"]'
    assert found(data + HEADING) == ("World",)
    assert found(f"<meta property='article:section' content='World, Asia'>{HEADING}") == ("World",)


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("/world/middle-east/2024/04/14/talks-resume", ("World", "Middle East")),
        ("/news/uk/talks-resume-12345.html", ("News",)),
        ("/en/world/talks-resume", ("World",)),
        ("/articles/talks-resume", ()),
        ("/2024/04/14/world/talks/index.html", ("World",)),
        ("/2024/04/14/talks-resume/index.html", ()),
        ("/talks-resume-now/12345", ()),
        ("/a1b2c3/talks", ()),
        ("/talks-resume", ()),
        ("", ()),
    ],
)
def test_the_address(path: str, section: tuple[str, ...]) -> None:
    assert section_of_address(f"https://a.example{path}") == section


def test_addresses_that_are_none() -> None:
    assert section_of_address(None) == ()
    assert section_of_address("http://[bad") == ()
