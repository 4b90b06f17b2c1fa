from __future__ import annotations

import lxml.html

from dualtrack.pages._draft import Draft
from dualtrack.pages.meta._metadata import add_metadata
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import walk


def metadata(html: str, url: str | None = None) -> Draft:
    root = lxml.html.document_fromstring(html)
    draft = Draft()
    add_metadata(draft, root, read_declared(root), walk(root), url)
    return draft


def test_the_title_that_others_support_wins() -> None:
    draft = metadata(
        "<title>Talks resume in port - Dale Post</title>"
        "<meta property='og:title' content='Talks resume in port'>"
        "<body><h1>Dale Post</h1><h1>Talks resume in port</h1>"
    )
    assert (draft.title, draft.site) == ("Talks resume in port", "Dale Post")


def test_a_dash_inside_a_title_stays() -> None:
    draft = metadata(
        "<title>Talks resume - Again</title><meta property='og:site_name' content='Post'><p>x"
    )
    assert draft.title == "Talks resume - Again"


def test_a_visible_path_names_the_section() -> None:
    draft = metadata(
        "<h1>Talks resume in port</h1><ol class='breadcrumbs'><li><a>Home</a><li><a>World</a>"
        "<li><a>Asia</a><li>Talks resume in port</ol>"
    )
    assert draft.section == ("World", "Asia")
    draft = metadata(
        "<div><a>Home</a> › <a>News</a> › Talks resume in port</div><h1>Talks resume in port</h1>"
    )
    assert draft.section == ("News",)


def test_meta_names_a_section_where_no_path_does() -> None:
    draft = metadata("<meta property='article:section' content='World'><h1>Talks resume</h1>")
    assert draft.section == ("World",)
    assert metadata("<h1>Talks resume</h1>").section == ()


def test_dates_by_where_they_stand() -> None:
    times = "<time class='updated' datetime='2024-04-16'></time><time datetime='2024-04-15'></time>"
    meta = "<meta property='article:published_time' content='2024-04-14T10:00:00Z'>"
    first = metadata(meta + times).published
    assert first is not None and first.source == "meta"
    second = metadata(f"<p>x</p>{times}").published
    assert second is not None and (second.day.day, second.source) == (15, "time")
    third = metadata("<h1>Talks</h1><p>Published 13 April 2024, 10:30</p>").published
    assert third is not None and (third.isoformat(), third.zone, third.source) == (
        "2024-04-13T10:30:00",
        "missing",
        "text",
    )


def test_a_guess_is_called_a_guess() -> None:
    draft = metadata(
        "<p>Some words about talks.</p>", url="https://a.example/2024/04/14/talks.html"
    )
    assert draft.published is not None
    assert (draft.published.source, draft.published.day.isoformat()) == ("guess", "2024-04-14")
    assert metadata("<p>Some words about talks.</p>").published is None


def test_authors() -> None:
    declared = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": ["Eva Lund", '
        '"https://a.example/eva", {"name": "Dale Post"}], "publisher": {"name": "Dale Post"}}'
        "</script><p>x"
    )
    assert metadata(declared).authors == ("Eva Lund",)
    assert metadata("<meta name='author' content='By Eva Lund and Jo Ba'><p>x").authors == (
        "Eva Lund",
        "Jo Ba",
    )
    assert metadata("<div class='byline'>By Eva Lund</div>").authors == ("Eva Lund",)
    assert metadata("<div>By the sea they met</div>").authors == ()


def test_addresses() -> None:
    page = "<link rel='canonical' href='https://a.example/1'><p>x"
    assert metadata(page).url == "https://a.example/1"
    assert metadata(page, url="https://b.example/2").url == "https://b.example/2"
    assert metadata("<link rel='canonical' href='/1'><p>x").url is None
    assert metadata("<link rel='canonical' href='http://[bad'><p>x").url is None


def test_the_address_that_the_page_gives_as_its_own() -> None:
    page = "<link rel='canonical' href='/1?a=b'><meta property='og:url' content='javascript:x'><p>x"
    draft = metadata(page, url="https://b.example/2")
    assert (draft.url, draft.canonical) == ("https://b.example/2", "https://b.example/1?a=b")
    front = "<link rel='canonical' href='https://b.example/'><p>x"
    assert metadata(front, url="https://b.example/2").canonical is None
    assert metadata("<link rel='canonical' href='ftp://b.example/1'><p>x").canonical is None


def test_all_fields_are_filled() -> None:
    draft = metadata(
        '<html lang="en"><script type="application/ld+json">{"@type": "NewsArticle", "headline": '
        '"Talks resume", "dateModified": "2024-04-15", "isAccessibleForFree": false, "author": '
        '{"name": "Reuters", "@type": "Organization"}, "datePublished": "2024-04-14"}</script>'
        "<body><h1>Talks resume</h1><p>Words."
    )
    assert draft.modified is not None and draft.modified.day.isoformat() == "2024-04-15"
    assert (draft.agency, draft.access, draft.kind) == ("Reuters", "paywalled", "article")
    assert draft.declared_language == "en"
    assert draft.access_sign and draft.kind_sign
