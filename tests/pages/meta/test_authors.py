from __future__ import annotations

import lxml.html
import pytest

from dualtrack.pages.meta._authors import find_authors
from dualtrack.pages.meta._headline import title_block
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import walk

HEADING = "<h1>Talks resume in port</h1>"


def found(html: str, site: str | None = "Dale Post") -> tuple[tuple[str, ...], str | None]:
    root = lxml.html.document_fromstring(html)
    blocks = walk(root).blocks
    at = title_block(blocks, "Talks resume in port")
    return find_authors(read_declared(root), blocks, at, site)


def ld(author: str) -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
        + author
        + f"}}</script>{HEADING}"
    )


@pytest.mark.parametrize(
    ("author", "names", "agency"),
    [
        ('"Eva Lund, Jo Ba"', ("Eva Lund", "Jo Ba"), None),
        (
            '[{"@type": "Person", "name": "Eva Lund"}, {"name": "Reuters"}]',
            ("Eva Lund",),
            "Reuters",
        ),
        ('{"@type": "Organization", "name": "Dale Post"}', (), None),
        ('{"@type": "Organization", "name": "Agence France-Presse"}', (), "AFP"),
        ('["Eva Lund", "Eva Lund", "By Eva Lund and Jo Ba"]', ("Eva Lund", "Jo Ba"), None),
        ('"Dale Post Staff"', (), None),
        ('"Staff"', (), None),
        ('"Editor"', (), None),
        ('"Reuters Staff"', (), "Reuters"),
        ('"eva.lund@post.example"', (), None),
        ('"https://post.example/eva"', (), None),
        ('"Eva Lund, Foreign Affairs Editor"', ("Eva Lund",), None),
        ('{"@type": "Person", "name": "Plantu"}', ("Plantu",), None),
        ('"admin"', (), None),
        ('"王小明"', ("王小明",), None),
        ("3", (), None),
    ],
)
def test_declared_authors(author: str, names: tuple[str, ...], agency: str | None) -> None:
    assert found(ld(author)) == (names, agency)


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("By Eva Lund and Jo Ba | Reuters", ("Eva Lund", "Jo Ba"), "Reuters"),
        ("By JANE DOE Associated Press", ("JANE DOE",), "AP"),
        ("Von Eva Lund, dpa", ("Eva Lund",), "dpa"),
        ("Par Eva Lund et Jo Ba avec AFP", ("Eva Lund", "Jo Ba"), "AFP"),
        ("By Reuters", (), "Reuters"),
        ("20 May 2025 - Written by Eva Lund, Retail editor", ("Eva Lund",), None),
        ("By the sea they met", (), None),
    ],
)
def test_bylines(line: str, names: tuple[str, ...], agency: str | None) -> None:
    assert found(f"{HEADING}<div>{line}</div><p>Words.") == (names, agency)


def test_the_byline_of_another_story_is_not_taken() -> None:
    prose = "<p>The ministers met in Hollvik on Monday and agreed to meet again in May.</p>" * 4
    page = f"{HEADING}{prose}<h2>Other</h2><div class='byline'>By Eva Lund</div>"
    assert found(page) == ((), None)


def test_an_agency_alone_in_a_line_beside_the_headline() -> None:
    assert found(f"<div>Reuters</div>{HEADING}<p>Words.")[1] == "Reuters"
    assert found(f"<nav>Reuters</nav>{HEADING}<p>Words.")[1] is None
