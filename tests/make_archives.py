"""WARC archives for tests, record by record."""

from __future__ import annotations

import gzip

import zstandard

STORY = (
    "<html><head><title>Talks resume</title></head><body><h1>Talks resume</h1>"
    + "<p>The ministers met in Hollvik on Monday and agreed to meet again in May.</p>" * 5
    + "</body></html>"
).encode()
ID = "urn:uuid:00000000-0000-0000-0000-00000000000"


def record(block: bytes, *, kind: str = "response", number: int = 0, **more: str) -> bytes:
    """One record; a keyword such as `WARC_Truncated` is a header, empty ones are left out."""
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<{ID}{number}>",
        "WARC-Target-URI": f"https://a.example/{number}",
        "WARC-Date": "2024-05-01T00:00:00Z",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    }
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return "\r\n".join(["WARC/1.0", *lines, "", ""]).encode() + block + b"\r\n\r\n"


def response(
    body: bytes = STORY, *, status: str = "200 OK", type: str = "text/html", **more: str
) -> bytes:
    """An HTTP response; keywords are headers, as `record` has them."""
    headers = {"Content-Type": type, "Server": "test"}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1") + body


def page(number: int = 0, **more: str) -> bytes:
    """A record with a story."""
    return record(response(**more), number=number)


def info() -> bytes:
    """The record that an archive begins with."""
    return record(b"software: a test\r\n", kind="warcinfo", number=9, WARC_Target_URI="")


def packed(*records: bytes) -> bytes:
    """Each record a gzip member of its own, as archives are packed."""
    return b"".join(gzip.compress(one, 6, mtime=0) for one in records)


def framed(*records: bytes, dictionary: bytes | None = None, pack_it: bool = False) -> bytes:
    """Each record a zstd frame of its own; a dictionary stands in front, packed itself or not."""
    if dictionary is None:
        return b"".join(zstandard.ZstdCompressor().compress(one) for one in records)
    learnt = zstandard.ZstdCompressionDict(dictionary)
    packer = zstandard.ZstdCompressor(dict_data=learnt)
    told = zstandard.ZstdCompressor().compress(dictionary) if pack_it else dictionary
    return skipped(told) + b"".join(packer.compress(one) for one in records)


def skipped(held: bytes, number: int = 13) -> bytes:
    """A zstd frame that readers pass over; that of number 13 holds a dictionary."""
    return bytes((0x50 + number,)) + b"\x2a\x4d\x18" + len(held).to_bytes(4, "little") + held
