from __future__ import annotations

import time

import pytest

from dualtrack._errors import NoFeed, PageError, TooLarge
from dualtrack.pages import read_feed

NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
  <url>
    <loc> https://a.example/1?x=1&amp;y=2 </loc><lastmod>2024-04-15</lastmod>
    <n:news>
      <n:publication><n:name>The Ledger</n:name><n:language>en</n:language></n:publication>
      <n:publication_date>2024-04-14T10:00:00+02:00</n:publication_date>
      <n:title>Talks &amp; more</n:title><n:keywords>World, Talks,</n:keywords>
    </n:news>
  </url>
  <url><loc>/2</loc></url>
  <url><loc>ftp://a.example/3</loc></url>
  <url/>
  <other/>
</urlset>"""


def test_a_site_map_for_news() -> None:
    feed = read_feed(NEWS, "https://a.example/news.xml")
    assert (feed.kind, feed.title, feed.url) == ("sitemap", None, None)
    first, second = feed.entries
    assert (first.url, first.title) == ("https://a.example/1?x=1&y=2", "Talks & more")
    assert first.published is not None and first.published.isoformat() == "2024-04-14T08:00:00Z"
    assert first.modified is not None and first.modified.isoformat() == "2024-04-15"
    assert (first.tags, first.language, first.content) == (("World", "Talks"), "en", None)
    assert (second.url, second.published, second.number) == ("https://a.example/2", None, 2)
    assert [(p.entry, p.reason) for p in feed.problems] == [
        (3, "address"),
        (3, "empty entry"),
        (4, "empty entry"),
    ]


def test_an_index_of_site_maps() -> None:
    feed = read_feed(
        b"<sitemapindex><sitemap><loc>https://a.example/1.xml.gz</loc></sitemap></sitemapindex>"
    )
    assert feed.kind == "sitemap index"
    assert [e.url for e in feed.entries] == ["https://a.example/1.xml.gz"]


def test_a_broken_site_map_is_read_as_far_as_it_goes() -> None:
    feed = read_feed(NEWS[: NEWS.index(b"<url/>")], "https://a.example")
    assert len(feed.entries) == 2
    assert (feed.problems[0].entry, feed.problems[0].reason) == (None, "broken")
    feed = read_feed(b"<urlset><url><loc>https://a.example/?a=1&b=2</loc></url></urlset>")
    assert len(feed.entries) == 1 and feed.problems


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"<urlset>" + b"<url>" * 100_000, TooLarge),
        (b"<urlset>" + b"<url>" * 100_000 + b"</url>" * 100_000 + b"</urlset>", TooLarge),
        (b"<urlset><url>" + b"&x;" * 1_600_000, TooLarge),
        (b"<urlset>" + b"<url/>" * 50_001 + b"</urlset>", TooLarge),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset/>', NoFeed),
    ],
)
def test_site_maps_that_are_traps(data: bytes, error: type[PageError]) -> None:
    start = time.monotonic()
    with pytest.raises(error) as caught:
        read_feed(data)
    assert str(caught.value).endswith(".")
    assert time.monotonic() - start < 10


def test_no_file_and_no_entity_is_ever_read() -> None:
    feed = read_feed(
        b'<!DOCTYPE urlset SYSTEM "file:///etc/hosts"><urlset><url><loc>https://a.example/&x;'
        b"</loc></url></urlset>"
    )
    assert [e.url for e in feed.entries] == ["https://a.example/&x;"]
    assert [p.reason for p in feed.problems] == ["broken"]
