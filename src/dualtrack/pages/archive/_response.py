"""An HTTP response as an archive keeps it: what it is, and the page in it, unpacked."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import Any

from dualtrack._errors import UnreadablePage
from dualtrack.pages._bytes import too_large
from dualtrack.pages._failure import shown
from dualtrack.pages._sniff import Kind, kind_of

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_HEAD = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_KINDS: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}
_GZIP_OR_ZLIB = 47  # zlib's number for "either, told by the first bytes"
_BARE = -15


class NoPage(Exception):
    """A record that is whole and no page, as most are; the message is why, for counting."""


@dataclass(frozen=True, slots=True)
class Response:
    """The head of a response that holds a page; `start` is where its body begins."""

    start: int
    media_type: str
    charset: str | None
    encodings: tuple[str, ...]
    chunked: bool

    def body(self, block: bytes, limit: int) -> bytes:
        """The page out of the whole response. Raises UnreadablePage, TooLarge."""
        data = block[self.start :]
        if self.chunked and _CHUNK_HEAD.match(data):  # many archives keep only the header of it
            data = _joined(data)
        for encoding in reversed(self.encodings):
            data = _unpacked(data, encoding, limit)
        if len(data) > limit:
            raise too_large(limit)
        return data

    def kind(self, body: bytes) -> Kind:
        """ "html" or "text"; told from the page itself where its server said nothing."""
        if self.media_type:
            return _KINDS[self.media_type]
        return "html" if kind_of(body[:4_096].decode("latin-1")) == "html" else "text"


def read_response(block: bytes, *, whole: bool) -> Response:
    """The head of a response, of which `block` is the beginning or, if `whole`, all.

    Raises NoPage for another status than 200 and other media than HTML and plain text, and
    UnreadablePage where it is no response.
    """
    from warcio.statusandheaders import StatusAndHeadersParser  # noqa: PLC0415 - few runs need it

    if not block.startswith(b"HTTP/"):
        raise UnreadablePage("The record holds no HTTP response.")
    end = _HEAD_END.search(block)
    if end is None and not whole:
        raise UnreadablePage("The head of the HTTP response is too long.")
    start = end.end() if end else len(block)
    http: Any = StatusAndHeadersParser([], verify=False).parse(io.BytesIO(block[:start]))
    if http.get_statuscode() != "200":
        raise NoPage("another status than 200")
    said = http.get_header("Content-Type") or ""
    media_type = said.split(";")[0].strip().lower()
    if media_type and media_type not in _KINDS:
        raise NoPage("neither HTML nor plain text")
    charset = _CHARSET.search(said)
    encodings = (http.get_header("Content-Encoding") or "").lower().split(",")
    return Response(
        start=start,
        media_type=media_type,
        charset=charset[1] if charset else None,
        encodings=tuple(e.strip() for e in encodings[:4] if e.strip() not in ("", "identity")),
        chunked="chunked" in (http.get_header("Transfer-Encoding") or "").lower(),
    )


def _joined(data: bytes) -> bytes:
    """A body that was sent in chunks."""
    parts: list[bytes] = []
    at = 0
    while head := _CHUNK_HEAD.match(data, at):
        size = int(head[1], 16)
        if not size:
            return b"".join(parts)
        at = head.end() + size
        parts.append(data[head.end() : at])
        at += 2 if data[at : at + 2] == b"\r\n" else 1
    raise UnreadablePage("The page breaks off, or its chunks do not fit together.")


def _unpacked(data: bytes, encoding: str, limit: int) -> bytes:
    """A body unpacked, never to more than a little over `limit` bytes.

    Many archives keep a body unpacked under the header that says it is packed.
    """
    if encoding in ("gzip", "x-gzip"):
        return _inflated(data, _GZIP_OR_ZLIB, limit) if data.startswith(b"\x1f\x8b") else data
    if encoding == "deflate":
        try:
            return _inflated(data, _GZIP_OR_ZLIB, limit)
        except UnreadablePage:
            try:
                return _inflated(data, _BARE, limit)
            except UnreadablePage:
                return data
    if data.lstrip()[:1] == b"<":
        return data
    raise UnreadablePage(f"The page is packed in a way that is not read: {shown(encoding)[:40]}.")


def _inflated(data: bytes, bits: int, limit: int) -> bytes:
    inflate = zlib.decompressobj(bits)
    try:
        unpacked = inflate.decompress(data, limit + 1)
    except zlib.error as error:
        raise UnreadablePage("The page is packed and damaged.") from error
    if len(unpacked) > limit:
        raise too_large(limit)
    if not inflate.eof:
        raise UnreadablePage("The page is packed and cut short.")
    return unpacked
