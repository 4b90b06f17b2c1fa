from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack._errors import (
    BinaryPage,
    EmptyPage,
    NoFeed,
    NoStory,
    PageError,
    TooLarge,
    UnreadablePage,
)
from dualtrack.pages import (
    Article,
    Entry,
    Failure,
    Published,
    article_id,
    article_of_entry,
    read_feed,
    read_inputs,
    read_page,
)
from dualtrack.pages._dates import parse_stamp

STORY = (
    "<p>The ministers met in Hollvik on Monday and agreed to meet again in May.</p>"
    "<figure><img src=x><figcaption>The port of Hollvik</figcaption></figure>"
    "<p>“Nobody won,” said <b>Eva Lund</b>, who led the talks for Norland.</p>"
    "<script>alert(1)</script><p>Read more</p>"
)
RSS = (
    '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Talks</title>'
    f"<link>https://a.example/1</link><c:encoded><![CDATA[{STORY}]]></c:encoded></item>"
    "<item><link>https://a.example/2</link></item><item><title>Nothing</title></item>"
    "</channel></rss>"
)
JSON = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html": STORY}]}
)
MAP = "<urlset><url><loc>https://a.example/3</loc></url></urlset>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_feeds_in_several_encodings(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{name}"?>\n{RSS}'.encode(encoding)
    for given_data in (data, gzip.compress(data)):
        entry = read_feed(given_data).entries[0]
        assert entry.content is not None and "“Nobody won,”" in entry.content


def test_numbers_of_no_character() -> None:
    text = "<title>a&#55357;&#xD83D;&#x110000;&#99999999999;&#0;b&#8211;</title>"
    broken = "\ufffd" * 5
    feed = read_feed(f"<rss><channel>{text}</channel></rss>".encode())
    assert (feed.title, feed.problems) == (f"a{broken}b–", ())
    feed = read_feed(b"<urlset><url><loc>https://a.example/&#xD83D;</loc></url></urlset>")
    assert feed.entries[0].url == "https://a.example/\ufffd"


def test_the_servers_word_on_the_encoding() -> None:
    text = "<rss><channel><title>Переговоры</title></channel></rss>"
    assert read_feed(text.encode("cp1251"), charset="windows-1251").title == "Переговоры"


@pytest.mark.parametrize("text", [RSS, JSON, MAP])
def test_what_stands_before_a_feed(text: str) -> None:
    read_feed(f"\n  {text}".encode())
    if text != JSON:
        before = "<?xml version='1.0'?><?xml-stylesheet href='x'?>\n<!-- <rss> --><!DOCTYPE rss>"
        read_feed(f"{before}\n{text}".encode())
        read_feed(f"<!DOCTYPE rss [<!ELEMENT a (b)>]>{text}".encode())


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyPage),
        (b"%PDF-1.7", BinaryPage),
        (gzip.compress(RSS.encode())[:-20], UnreadablePage),
        (gzip.compress(b" " * 3_000_000 + RSS.encode()), TooLarge),
        (b"<!DOCTYPE html><html><title>A</title></html>", NoFeed),
        (b"Words and more words.", NoFeed),
        (b"<?xml version='1.0'?><note/>", NoFeed),
        (b"<!-- never closed <rss>", PageError),
        (b"<!DOCTYPE rss [" + b"<" * 200_000, PageError),
        (b"\n" * 500_000 + b"x", NoFeed),
        (b"<!DOCTYPE rss [ <!entity a 'x'> ]><rss/>", NoFeed),
    ],
)
def test_data_that_are_no_feed(data: bytes, error: type[PageError]) -> None:
    with pytest.raises(error) as caught:
        read_feed(data, limit=2_000_000)
    assert str(caught.value).endswith(".")


def test_an_entry_with_its_story_is_an_article() -> None:
    stamp = parse_stamp("2024-04-14T10:00:00Z", "feed")
    entry = Entry("1", "https://a.example/1", "Talks", stamp, authors=("Eva Lund",), content=STORY)
    article = article_of_entry(entry, "feed.xml[1]")
    assert article.text == (
        "The ministers met in Hollvik on Monday and agreed to meet again in May.\n\n"
        "“Nobody won,” said Eva Lund, who led the talks for Norland."
    )
    assert article.id == article_id("https://a.example/1", "")
    assert (article.title, article.authors) == ("Talks", ("Eva Lund",))
    assert (article.published, article.origin) == (stamp, "feed.xml[1]")
    assert {d.text: d.reason for d in article.dropped} == {
        "The port of Hollvik": "caption",
        "Read more": "navigation",
    }


def test_the_day_of_a_change_is_a_guess() -> None:
    entry = Entry(None, None, modified=parse_stamp("2024-04-15", "feed"), content=STORY)
    published = article_of_entry(entry).published
    assert published == Published(entry.modified.day, source="guess") if entry.modified else None


def test_text_is_read_as_text() -> None:
    entry = Entry(None, None, "Talks", content="They met <b> on Monday.\n\nThey talked, he said.")
    text = article_of_entry(Entry(None, None, "T", content=entry.content, content_type="text")).text
    assert text == entry.content


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, NoStory),
        ("", EmptyPage),
        ("<img src=x>", NoStory),
        ("<div>" * 100_000 + "x", NoStory),
        ("<p>" + "x" * 2_000, TooLarge),
    ],
)
def test_entries_without_a_story(content: str | None, error: type[PageError]) -> None:
    limit = 1_000 if error is TooLarge else 1_000_000
    with pytest.raises(error):
        article_of_entry(Entry(None, "https://a.example/1", content=content), limit=limit)


def test_feeds_among_the_inputs(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS)
    (tmp_path / "b.rss").write_bytes(gzip.compress(RSS[:-40].encode()))
    (tmp_path / "c.json").write_text(JSON)
    (tmp_path / "d").write_text(JSON)
    (tmp_path / "e").write_text(MAP)
    (tmp_path / "f.atom").write_text("<html></html>")
    (tmp_path / "g").write_bytes(RSS.replace("<rss", "<rss\n").encode("utf-16"))
    (tmp_path / "h.rss").write_text("<rss><channel></channel></rss>")
    found = list(read_inputs([tmp_path]))
    said = [(Path(f.origin or "").name, getattr(f, "reason", "read")) for f in found]
    assert said == [
        ("a.xml[1]", "read"),
        ("a.xml[2]", "feed entry"),
        ("a.xml[3]", "empty entry"),
        ("b.rss[1]", "read"),
        ("b.rss[2]", "feed entry"),
        ("b.rss", "broken"),
        ("b.rss[3]", "empty entry"),
        ("c.json[1]", "read"),
        ("d[1]", "read"),
        ("e[1]", "feed entry"),
        ("f.atom", "no feed"),
        ("g[1]", "read"),
        ("g[2]", "feed entry"),
        ("g[3]", "empty entry"),
        ("h.rss", "empty"),
    ]
    assert isinstance(found[1], Failure) and "https://a.example/2" in found[1].message
    (first, *_) = read_inputs(["-"], stdin=io.BytesIO(RSS.encode()))
    assert isinstance(first, Article) and first.origin == "-[1]"


def test_a_feed_is_no_page() -> None:
    for text in (RSS, JSON, MAP):
        with pytest.raises(NoStory, match="read_feed"):
            read_page(text)


PIECES = st.sampled_from(
    ["<?xml version='1.0'?>", "<!DOCTYPE rss>", "<rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>",
     "<channel>", "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>", "<link>", "x",
     "</link>", "<link href='/1'/>", "<content type='xhtml'>", "<content type='base64'>", "/1",
     "</content>", "<textinput>", "<image>", "<pubDate>", "14 Apr 2024", "<author>", "<name>",
     "&", "<![CDATA[", "]]>", "&#55357;", "&#x110000;", "<guid>", "</guid>", "</rss>", "<urlset>",
     "<url>", "<loc>", "</loc>", "https://a.example/1", "\ud83d", "\x00", "<updated>", "<source>",
     "<category>", "<p>The ministers met in Hollvik on Monday.</p>", "<media:rating>",
     "</media:rating>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES, max_size=30).map("".join).map(lambda s: s.encode("utf-8", "surrogatepass")),
    st.sampled_from([b"", b"<rss><channel><item>", b"<feed><entry>", b"<urlset><url>"]),
)
def test_any_likely_feed_is_read_or_refused(data: bytes, before: bytes) -> None:
    try:
        feed = read_feed(before + data, "https://a.example/feed")
    except PageError as error:
        assert str(error).endswith(".") and "in its reader" not in str(error)
        return
    for entry in feed.entries:
        assert entry.url or entry.content
        assert not entry.url or entry.url.startswith(("http://", "https://"))
    json.dumps([e.title for e in feed.entries]).encode()


@settings(max_examples=60, deadline=None)
@given(st.recursive(st.none() | st.integers() | st.text(max_size=20) | st.just(STORY),
    lambda inside: st.lists(inside, max_size=3)
    | st.dictionaries(
        st.sampled_from(["id", "url", "content_html", "date_published", "authors", "name", "tags"]),
        inside, max_size=4),
    max_leaves=12,
))  # fmt: skip
def test_any_json_feed_is_read_or_refused(items: object) -> None:
    try:
        feed = read_feed(json.dumps({"items": [items], "title": items}).encode())
    except PageError as error:
        assert str(error).endswith(".")
        return
    assert len(feed.entries) + sum(p.reason == "empty entry" for p in feed.problems) == 1
