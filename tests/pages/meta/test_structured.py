from __future__ import annotations

import lxml.html
import pytest

from dualtrack.pages.meta._structured import Declared, clean, named, read_declared


def declared(head: str) -> Declared:
    return read_declared(lxml.html.document_fromstring(f"<html><head>{head}</head><body></body>"))


def ld(json: str) -> Declared:
    return declared(f'<script type="application/ld+json">{json}</script>')


def test_the_fullest_article_of_a_graph_is_taken() -> None:
    found = ld(
        '{"@graph": [{"@type": "NewsArticle", "headline": "Other"}, {"@type": ["NewsArticle"], '
        '"headline": "This", "datePublished": "2024-04-14", "publisher": {"name": "Post"}}, '
        '{"@type": "WebSite", "name": "Post Online"}]}'
    )
    assert found.story["headline"] == "This"
    assert found.site == "Post"


@pytest.mark.parametrize(
    "json",
    [
        '{"@type": "NewsArticle", "headline": "This",}',
        '<!-- {"@type": "NewsArticle", "headline": "This"} -->',
        '{"@type": "NewsArticle", "articleBody": "a\nb", "headline": "This"}',
        '[[{"@type": "https://schema.org/NewsArticle", "headline": "This"}]]',
    ],
)
def test_slightly_broken_data_is_mended(json: str) -> None:
    assert ld(json).story["headline"] == "This"


@pytest.mark.parametrize("json", ["{", "null", "3", '"a"', "[" * 100_000, '{"@graph": 3}'])
def test_hopeless_data_is_left_out(json: str) -> None:
    assert ld(json).story == {}


def test_breadcrumbs_follow_their_positions() -> None:
    found = ld(
        '{"@type": "BreadcrumbList", "itemListElement": [{"position": "2", "name": "World"}, '
        '{"position": 1, "item": {"name": "Home"}}, {"position": "x", "name": 4}, 5]}'
    )
    assert found.breadcrumb == ("Home", "World")


def test_meta_and_links() -> None:
    found = declared(
        "<title> A &amp; B </title><meta property='OG:Title' content='A'>"
        "<meta name='author'><link rel='canonical' href='https://a.example/1'>"
    )
    assert found.first_meta("nothing", "og:title") == "A"
    assert found.canonical == "https://a.example/1"
    assert found.page_title == "A & B"


def test_values_of_odd_kinds() -> None:
    assert clean(3) is None
    assert clean(" a &amp;\n b ") == "a & b"
    assert named([{"name": "A"}, "B", 3, {"x": 1}]) == ["A", "B"]


def test_an_author_that_stands_elsewhere_in_the_graph_is_found() -> None:
    found = ld(
        '{"@graph": [{"@type": "NewsArticle", "headline": "This", "author": {"@id": "#1"}}, '
        '{"@type": "Person", "@id": "#1", "name": "Eva Lund"}]}'
    )
    assert named(found.story["author"]) == ["Eva Lund"]


def test_the_object_with_the_title_of_the_page_is_its_story() -> None:
    page = (
        '<meta property="og:title" content="This"><script type="application/ld+json">'
        '[{"@type": "NewsArticle", "headline": "Other", "datePublished": "2024-01-01"}, '
        '{"@type": "NewsArticle", "headline": "This"}]</script>'
    )
    assert declared(page).story["headline"] == "This"


def test_microdata_fill_gaps_but_teasers_do_not() -> None:
    teaser = (
        "<div itemscope itemtype='https://schema.org/NewsArticle'><b itemprop='headline'>{}</b>"
    )
    date = "<meta itemprop='datePublished' content='2024-04-14'></div>"
    of = declared
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "This"}</script>'
    )
    assert "datePublished" not in of(data + teaser.format("Other") + date).story
    assert of(data + teaser.format("This") + date).story["datePublished"] == "2024-04-14"
    alone = of(teaser.format("This") + date)
    assert (alone.story["headline"], alone.source) == ("This", "microdata")
    assert of(teaser.format("One") + date + teaser.format("Two") + date).story == {}


def test_what_was_broken_is_known_to_be() -> None:
    assert ld('{"@type": "NewsArticle", "headline": "This",}').mended
    assert not ld('{"@type": "NewsArticle", "headline": "This"}').mended


def test_the_language_and_the_title_of_no_picture() -> None:
    root = lxml.html.document_fromstring(
        "<html lang='de-AT'><body><svg><title>icon</title></svg><h1>A</h1>"
    )
    assert read_declared(root).language == "de-AT"
    assert read_declared(root).page_title is None
