from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dualtrack.pages import Article, Failure, Validator, read_inputs
from dualtrack.sample import html_pages
from web_server import Reply, WebServer

STORY = html_pages()[0].read_bytes()
FEED = b"""<rss version="2.0"><channel><title>News</title><link>/</link><item><title>Talks</title>
<link>/talks</link><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">
&lt;p&gt;The ministers of both countries met in Geneva on Monday and agreed to meet again.&lt;/p&gt;
</content:encoded></item></channel></rss>"""


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer() as made:
        made.pages["/story"] = Reply(STORY)
        yield made


def read(server: WebServer, *inputs: str, **settings: object) -> list[Article | Failure]:
    web = {"delay": 0.0, "allow": frozenset({server.host}), **settings}
    return list(read_inputs([i.replace("WEB", server.url("")) for i in inputs], web=web))


def test_an_address_is_read_as_its_page_is(server: WebServer) -> None:
    server.pages["/old"] = Reply(status=301, headers={"Location": "/plain"})
    server.pages["/plain"] = Reply(b"The ministers of both countries met in Geneva on Monday.")
    story, plain = read(server, "WEB/story", "WEB/old")
    assert isinstance(story, Article) and len(story.paragraphs) > 3
    assert isinstance(plain, Article)
    assert plain.url == server.url("/plain")
    assert plain.origin == server.url("/old")


def test_files_and_addresses_keep_their_order(server: WebServer, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(STORY)
    missing = str(tmp_path / "missing")
    found = read(server, "WEB/story", "WEB/none", str(file), missing, "WEB/story?2", "WEB/story")
    kinds = [f.reason if isinstance(f, Failure) else f.origin for f in found]
    assert kinds == [*(server.url("/story"), "status 404", str(file), "unreadable", "status 404")]


def test_the_servers_word_on_the_encoding_counts(server: WebServer) -> None:
    text = "Министры двух стран встретились в Женеве в понедельник и договорились."
    kind = {"Content-Type": 'text/plain; charset="KOI8-R"'}
    server.pages["/koi"] = Reply(text.encode("koi8-r"), headers=kind)
    (article,) = read(server, "WEB/koi")
    assert isinstance(article, Article) and article.text == text


def test_a_feed_gives_its_entries_with_full_addresses(server: WebServer) -> None:
    server.pages["/feed"] = Reply(FEED, headers={"Content-Type": "text/html"})
    (article,) = read(server, "WEB/feed")
    assert isinstance(article, Article)
    assert article.url == server.url("/talks")


def test_a_page_without_words_is_a_failure(server: WebServer) -> None:
    server.pages["/empty"] = Reply(b"")
    server.pages["/image"] = Reply(b"\x89PNG\r\n\x1a\n" + bytes(100))
    found = read(server, "WEB/empty", "WEB/image")
    assert [f.reason for f in found if isinstance(f, Failure)] == ["empty", "binary"]


def test_a_page_that_has_not_changed_is_said_to_be_so(server: WebServer) -> None:
    server.pages["/story"] = Reply(status=304)
    store = {server.url("/story"): Validator('"1"')}
    (failed,) = read(server, "WEB/story", validators=store)
    assert isinstance(failed, Failure) and failed.reason == "not modified"


def test_what_must_not_be_fetched_is_a_failure(server: WebServer) -> None:
    found = read(server, "WEB/story", "ftp://news.example/", allow=frozenset())
    assert [f.reason for f in found if isinstance(f, Failure)] == [
        "forbidden address",
        "bad address",
    ]


def test_without_the_extra_files_are_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [name for name in sys.modules if name.startswith("dualtrack.pages.web.")]:
        if name != "dualtrack.pages.web._fetched":
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "httpx", None)
    file = tmp_path / "page.html"
    file.write_bytes(STORY)
    failed, story = read_inputs(["https://news.example/a", file])
    assert isinstance(failed, Failure) and "dualtrack[fetch]" in failed.message
    assert failed.reason == "missing part"
    assert isinstance(story, Article)
