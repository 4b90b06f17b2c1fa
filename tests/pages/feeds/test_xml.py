from __future__ import annotations

import time

import pytest

from dualtrack._errors import NoFeed, PageError, TooLarge
from dualtrack.pages import Feed, read_feed
from dualtrack.pages.feeds import _xml

URL = "https://a.example/feeds/world.xml"
STORY = "<p>The ministers met in Hollvik on Monday and agreed to meet again.</p>"
LONG = STORY * 30
RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">'
)


def rss(items: str, head: str = RSS) -> Feed:
    text = f"<?xml version='1.0'?>{head}<channel><title>A</title>{items}</channel></rss>"
    return read_feed(text.encode(), URL)


def atom(entries: str) -> Feed:
    text = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>{entries}</feed>'
    return read_feed(text.encode(), URL)


def test_rss_with_everything() -> None:
    feed = rss(
        "<link>/</link><language>en-GB</language><item>"
        "<title>Talks &lt;b&gt;resume&lt;/b&gt; &amp;amp; go on</title>"
        "<link>/1?x=1&amp;y=2</link><guid isPermaLink='false'>77</guid>"
        "<pubDate>Sun, 14 Apr 2024 10:00:00 +0200</pubDate>"
        "<dc:creator>Eva Lund</dc:creator><dc:creator>Piet van der Laan</dc:creator>"
        "<category>World</category><category>Talks</category>"
        "<description>They &lt;i&gt;met&lt;/i&gt;.</description>"
        "<media:description>A picture of a port.</media:description>"
        f"<content:encoded><![CDATA[{STORY}]]></content:encoded></item>"
    )
    assert (feed.kind, feed.title, feed.url) == ("rss", "A", "https://a.example/")
    (entry,) = feed.entries
    assert (entry.id, entry.url) == ("77", "https://a.example/1?x=1&y=2")
    assert entry.title == "Talks resume & go on"
    assert entry.published is not None and entry.published.isoformat() == "2024-04-14T08:00:00Z"
    assert (entry.published.zone, entry.published.source) == ("known", "feed")
    assert entry.authors == ("Eva Lund", "Piet van der Laan")
    assert (entry.tags, entry.language) == (("World", "Talks"), "en")
    assert (entry.summary, entry.content, entry.content_type) == ("They met.", STORY, "html")
    assert feed.problems == ()


@pytest.mark.parametrize(
    "head",
    [
        '<rss version="0.91">',
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd">'
        '<rss version="0.91">',
        '<rss version="0.92">',
        "<rss>",
        '<RSS version="2.0">',
    ],
)
def test_older_rss(head: str) -> None:
    end = "</RSS>" if "RSS v" in head else "</rss>"
    text = f"{head}<channel><item><title>T</title><link>/1</link></item></channel>{end}"
    feed = read_feed(text.encode(), URL)
    assert feed.kind == "rss"
    assert [e.url for e in feed.entries] == ["https://a.example/1"]


def test_rss_1_has_its_date_elsewhere() -> None:
    feed = read_feed(
        b"""<?xml version="1.0" encoding="ISO-8859-1"?><!-- made by hand -->
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://a.example/"><title>Gr\xfc\xdfe</title></channel>
        <item rdf:about="https://a.example/1"><title>T</title><link>https://a.example/1</link>
        <dc:date>2024-04-14T10:00+02:00</dc:date></item></rdf:RDF>"""
    )
    assert (feed.kind, feed.title) == ("rss", "Grüße")
    (entry,) = feed.entries
    assert entry.published is not None and entry.published.isoformat() == "2024-04-14T08:00:00Z"
    assert entry.modified is None


def test_atom_keeps_the_two_dates_apart() -> None:
    feed = atom(
        '<link rel="self" href="/self"/><link href="/"/><entry xml:lang="de">'
        "<id>tag:a.example,2024:1</id><title type='html'>Talks &amp;lt;b&amp;gt;</title>"
        "<link rel='enclosure' href='/x.mp3'/><link rel='alternate' href='1.html'/>"
        "<updated>2024-04-15T00:00:00Z</updated><author><name>Eva Lund</name></author>"
        "<category term='w' label='World'/><summary>Short.</summary>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{STORY}</div></content>"
        "</entry><entry><title>a &lt; b</title><published>2024-04-14T10:00:00</published>"
        "<content>They met.\n\nThey talked.</content></entry>"
    )
    assert (feed.kind, feed.url) == ("atom", "https://a.example/")
    html, text = feed.entries
    assert (html.id, html.url) == ("tag:a.example,2024:1", "https://a.example/feeds/1.html")
    assert html.published is None
    assert html.modified is not None and html.modified.isoformat() == "2024-04-15T00:00:00Z"
    assert (html.authors, html.tags, html.language) == (("Eva Lund",), ("World",), "de")
    assert html.content is not None and "The ministers met" in html.content
    assert (html.summary, html.content_type) == ("Short.", "html")
    assert (text.title, text.content_type, text.url) == ("a < b", "text", None)
    assert text.content == "They met.\n\nThey talked."
    assert text.summary is None
    assert text.published is not None and text.published.zone == "missing"


def test_a_description_is_a_summary_unless_it_is_long() -> None:
    feed = rss(
        f"<item><link>/1</link><description><![CDATA[{STORY}]]></description></item>"
        f"<item><link>/2</link><description><![CDATA[{LONG}]]></description></item>"
        "<item><link>/3</link><description>One.</description><media:description>Two."
        "</media:description></item>"
        "<item><link>/4</link><media:description>Only a caption.</media:description></item>"
    )
    short, long, captioned, bare = feed.entries
    assert (short.content, short.summary) == (None, STORY[3:-4])
    assert (long.content, long.summary) == (LONG, None)
    assert (captioned.content, captioned.summary) == (None, "One.")
    assert (bare.content, bare.summary) == (None, None)


def test_an_opening_given_as_content_is_a_summary() -> None:
    (entry,) = rss(
        "<item><link>/1</link><content:encoded>&lt;p&gt;The ministers met in…&lt;/p&gt;"
        "</content:encoded></item>"
    ).entries
    assert (entry.content, entry.summary) == (None, "The ministers met in…")


def test_identifiers_are_addresses_only_where_they_are_written_as_such() -> None:
    feed = rss(
        "<item><guid>https://a.example/1</guid></item><item><guid>77</guid></item>"
        "<item><guid isPermaLink='false'>https://a.example/3</guid></item>"
    )
    assert [e.url for e in feed.entries] == ["https://a.example/1"]
    assert [(p.entry, p.reason) for p in feed.problems] == [(2, "empty entry"), (3, "empty entry")]


def test_what_cannot_be_used_is_a_problem() -> None:
    feed = rss(
        "<item><title>T</title></item>"
        "<item><link>javascript:alert(1)</link></item>"
        "<item><link>/3</link><pubDate>yesterday</pubDate><author>eva@a.example</author></item>"
        "<item><link>/4</link><pubDate>Sun, 14 Apr 2124 10:00:00 GMT</pubDate></item>"
    )
    assert [(p.entry, p.reason) for p in feed.problems] == [
        (1, "empty entry"),
        (2, "address"),
        (2, "empty entry"),
        (3, "date"),
        (4, "date"),
    ]
    assert [(e.number, e.published, e.authors) for e in feed.entries] == [
        (3, None, ()),
        (4, None, ()),
    ]


def test_broken_feeds_are_read_as_far_as_they_go() -> None:
    feed = rss(
        "<item><title>a & b&nbsp;c &#55357;</title><link>/1</link><description>x<br>y</description>"
        f"</item><item><link>/2</link><content:encoded><![CDATA[{STORY}]]></content:encoded></item>"
    )
    first, second = feed.entries
    assert (first.title, first.summary) == ("a & b c \ufffd", "x\ny")
    assert second.content == STORY
    assert [(p.entry, p.reason) for p in feed.problems] == [(None, "broken")]
    cut = read_feed(f"{RSS}<channel><item><link>/1</link></item><item><link>/2</li".encode(), URL)
    assert cut.entries[0].url == "https://a.example/1"
    assert cut.problems[0].reason == "broken"


BLANK = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (RSS + "<item>" * 100_000, TooLarge),
        (RSS + "<item>" * 100_000 + "</item>" * 100_000 + "</rss>", TooLarge),
        (RSS + "</b>" + "<item>" * 100_000, TooLarge),
        (RSS + "<item/>" * 50_001 + "</rss>", TooLarge),
        (RSS + "<a " + "".join(f"a{n}='' " for n in range(9_000)) + "/></rss>", TooLarge),
        ('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + RSS + "&b;</rss>", NoFeed),
        ("<rdf/>", NoFeed),
    ],
    ids=range(7),
)
def test_feeds_that_are_traps(data: str, error: type[PageError]) -> None:
    start = time.thread_time()
    with pytest.raises(error) as caught:
        read_feed(data.encode())
    assert str(caught.value).endswith(".")
    assert time.thread_time() - start < 10


@pytest.mark.parametrize(
    "data", ["<a/>" * 10_001 + "</rss>", "</b>" + "&" * 20_001, "\n&lt;" * 9_999]
)
def test_the_pieces_of_a_feed_are_counted(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_xml, "_MOST_ELEMENTS", 10_000)
    monkeypatch.setattr(_xml, "_MOST_PIECES", 10_000)
    with pytest.raises(TooLarge, match="more than 10,000"):
        read_feed((RSS + data).encode())


@pytest.mark.parametrize(
    "data",
    [
        BLANK + "\n" * 300_000 + "</content></entry></feed>",
        RSS + "<item><author>" + "a" * 500_000 + "</author></item></rss>",
        RSS
        + "<item>"
        + "".join(f"<category>{n}</category>" for n in range(20_000))
        + "</item></rss>",
        RSS + "<item><title>" + "<a b='" * 15_000,
        RSS + '<item><title>&b;</title></item><!DOCTYPE x [<!ENTITY b "x">]></rss>',
    ],
    ids=range(5),
)
def test_odd_feeds_are_read_in_little_time(data: str) -> None:
    start = time.thread_time()
    feed = read_feed(data.encode())
    assert feed.problems
    assert time.thread_time() - start < 5
