from __future__ import annotations

import gzip
import zlib

import pytest

from dualtrack._errors import PageError, TooLarge, UnreadablePage
from dualtrack.pages.archive._response import NoPage, read_response
from make_archives import STORY, response

BARE = zlib.compressobj(wbits=-15)
DEFLATED = BARE.compress(STORY) + BARE.flush()


def body(block: bytes, limit: int = 100_000) -> bytes:
    return read_response(block, whole=True).body(block, limit)


def test_what_the_head_says() -> None:
    found = read_response(response(type='Text/HTML; Charset="windows-1251"'), whole=True)
    assert (found.media_type, found.charset) == ("text/html", "windows-1251")
    assert found.kind(b"") == "html"
    assert read_response(response(type="text/plain"), whole=True).kind(STORY) == "text"


def test_a_page_of_no_stated_kind_is_told_by_its_words() -> None:
    found = read_response(response(type=""), whole=True)
    assert found.kind(STORY) == "html"
    assert found.kind(b'{"text": "a"}') == "text"


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (response(status="404 Not Found"), "another status than 200"),
        (response(status=""), "another status than 200"),
        (response(status="2000"), "another status than 200"),
        (response(type="application/json"), "neither HTML nor plain text"),
        (response(type="text/css; charset=utf-8"), "neither HTML nor plain text"),
    ],
)
def test_responses_that_are_no_pages(block: bytes, reason: str) -> None:
    with pytest.raises(NoPage, match=reason):
        read_response(block, whole=True)


def test_a_response_without_an_end_of_its_head() -> None:
    assert body(b"HTTP/1.1 200 OK\r\nContent-Type: text/html") == b""
    with pytest.raises(UnreadablePage, match="too long"):
        read_response(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 900, whole=False)
    with pytest.raises(UnreadablePage, match="no HTTP response"):
        read_response(b"<html>", whole=True)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (gzip.compress(STORY), "gzip"),
        (gzip.compress(gzip.compress(STORY)), "gzip, x-gzip"),
        (zlib.compress(STORY), "deflate"),
        (DEFLATED, "Deflate"),
        (STORY, "gzip"),
        (STORY, "deflate"),
        (STORY, "br"),
        (STORY, "identity"),
    ],
)
def test_packed_bodies_and_those_that_only_say_so(data: bytes, encoding: str) -> None:
    assert body(response(data, Content_Encoding=encoding)) == STORY


@pytest.mark.parametrize(
    ("data", "encoding", "error"),
    [
        (gzip.compress(STORY)[:-20], "gzip", UnreadablePage),
        (b"\x1f\x8bno gzip", "gzip", UnreadablePage),
        (gzip.compress(b"0" * 200_000), "gzip", TooLarge),
        (zlib.compress(b"0" * 200_000), "deflate", TooLarge),
        (b"\x0b\x02\x80", "br", UnreadablePage),
        (b"<" * 100_001, "", TooLarge),
    ],
)
def test_bodies_that_cannot_be_unpacked(data: bytes, encoding: str, error: type[PageError]) -> None:
    with pytest.raises(error) as caught:
        body(response(data, Content_Encoding=encoding))
    assert str(caught.value).endswith(".")


def test_chunks_are_joined() -> None:
    chunked = b"5\r\n<html\r\n3;name=x\r\n> a\r\n0\r\n\r\n"
    assert body(response(chunked, Transfer_Encoding="chunked")) == b"<html> a"
    assert body(response(STORY, Transfer_Encoding="chunked")) == STORY
    packed = gzip.compress(STORY)
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    block = response(chunked, Transfer_Encoding="chunked", Content_Encoding="gzip")
    assert body(block) == STORY


@pytest.mark.parametrize("chunked", [b"5\r\n<html\r\n", b"f\r\n<html\r\n", b"2\r\n<html\r\n"])
def test_chunks_that_break_off(chunked: bytes) -> None:
    with pytest.raises(UnreadablePage):
        body(response(chunked, Transfer_Encoding="chunked"))
