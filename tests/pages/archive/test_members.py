from __future__ import annotations

import gzip
import io

import pytest

from dualtrack.pages.archive._members import Members
from dualtrack.pages.archive._packing import begins_archive

PLAIN = b"WARC/1.0\r\nfirst\r\n\r\nWARC/1.0\r\nsecond\r\n"


class Slow(io.RawIOBase):
    """Gives a byte or two at a time, as a slow pipe does."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self.data.read(min(size, 2))


def test_how_an_archive_begins() -> None:
    assert begins_archive(PLAIN)
    assert begins_archive(gzip.compress(PLAIN))
    assert not begins_archive(gzip.compress(b"words"))
    assert not begins_archive(b"\x1f\x8bno gzip")
    assert not begins_archive(b"words, then WARC/1.0")


@pytest.mark.parametrize("data", [PLAIN, gzip.compress(PLAIN[:19]) + gzip.compress(PLAIN[19:])])
@pytest.mark.parametrize("file", [io.BytesIO, Slow])
def test_lines_and_bytes_across_members(data: bytes, file: type[Slow]) -> None:
    members = Members(file(data))
    assert members.readline(100) == b"WARC/1.0\r\n"
    assert members.readline(3) == b"fir"
    assert members.offset == 13
    assert members.read(3) == b"st\r"
    assert members.skip(3) == 3
    assert members.read(1_000) == PLAIN[19:]
    assert members.read(10) == members.readline(10) == b""
    assert members.skip(5) == 0
    assert members.damage is None


@pytest.mark.parametrize(
    ("rest", "ends"),
    [
        (b"", True),
        (b"\r\n\r\n", True),
        (b"\r\n\r\nrubbish", True),
        (b"WARC/1.0", True),
        (b"WAR", False),
        (b"<p>more", False),
    ],
)
def test_where_a_record_ends(rest: bytes, ends: bool) -> None:
    for data in (b"x" + rest, gzip.compress(b"x" + rest)):
        members = Members(io.BytesIO(data))
        members.read(1)
        assert members.record_ends_here() is ends
        assert members.read(100) == rest.lstrip()


def test_a_record_ends_with_its_member() -> None:
    members = Members(io.BytesIO(gzip.compress(b"x") + b"\x1f\x8b\x08 damaged"))
    members.read(1)
    assert members.record_ends_here()
    assert members.damage is None
    assert members.read(1) == b""
    assert members.damage == "The gzip archive is damaged."


def test_damage_ends_reading_until_it_is_resumed() -> None:
    good = gzip.compress(PLAIN)
    members = Members(
        io.BytesIO(good + b"\x1f\x8b\x08" + b"\xff" * 99_999 + b"\x1f\x8b\x08" + good)
    )
    assert members.read(1_000) == PLAIN
    assert members.damage is not None and not members.is_cut
    assert members.read(1) == b""
    assert members.resume()
    assert members.damage is None
    assert members.read(1_000) == PLAIN
    assert not members.damage


def test_behind_damage_only_the_beginning_of_a_record_will_do() -> None:
    bad = bytearray(gzip.compress(PLAIN))
    bad[-6] ^= 1
    members = Members(io.BytesIO(bytes(bad) + gzip.compress(b"words")))
    assert members.read(1_000) == b""
    assert not members.resume()


def test_a_cut_archive_is_told_from_a_damaged_one() -> None:
    members = Members(io.BytesIO(gzip.compress(PLAIN)[:-9]))
    members.read(1_000)
    assert members.is_cut and members.damage == "The gzip archive is cut short."
    assert not members.resume()
