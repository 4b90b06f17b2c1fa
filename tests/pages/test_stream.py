from __future__ import annotations

import gzip
import io
import tracemalloc
from pathlib import Path

import pytest

from dualtrack._errors import TooLarge, UnreadablePage
from dualtrack.pages._stream import Stream


def test_looking_ahead_takes_nothing_away() -> None:
    stream = Stream(io.BytesIO(b"first\nsecond\n"))
    assert stream.head(100).startswith(b"first")
    assert stream.all(100) == b"first\nsecond\n"


def test_lines_have_numbers() -> None:
    stream = Stream(io.BytesIO(b"a\n\nb\r\nc"))
    assert list(stream.lines(10)) == [(1, b"a"), (2, b""), (3, b"b\r"), (4, b"c")]


@pytest.mark.parametrize("last", [b"", b"\n", b"\nshort"])
def test_a_long_line_is_refused_and_skipped(last: bytes) -> None:
    stream = Stream(io.BytesIO(b"ok\n" + b"x" * 200_000 + last))
    got = list(stream.lines(1000))
    assert got[0] == (1, b"ok")
    assert isinstance(got[1][1], TooLarge)
    assert [line for _, line in got[2:]] == ([b"short"] if last == b"\nshort" else [])


def test_a_long_line_is_never_wholly_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b"\nend\n")
    with path.open("rb") as file:
        tracemalloc.start()
        got = list(Stream(file).lines(2_000_000))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert isinstance(got[0][1], TooLarge)
    assert got[1] == (2, b"end")
    assert peak < 10_000_000


def test_gzip_is_unpacked_and_bounded() -> None:
    packed = gzip.compress(b"a\nb\n") + gzip.compress(b"c\n")
    assert [line for _, line in Stream(io.BytesIO(packed)).lines(10)] == [b"a", b"b", b"c"]
    with pytest.raises(TooLarge):
        Stream(io.BytesIO(gzip.compress(b"0" * 5_000_000))).all(1_000_000)


@pytest.mark.parametrize("cut", [slice(0, 15), slice(0, -6)])
def test_a_damaged_archive_is_said_to_be(cut: slice) -> None:
    packed = gzip.compress(bytes(range(256)) * 400)[cut]
    with pytest.raises(UnreadablePage, match="damaged"):
        Stream(io.BytesIO(packed)).all(10_000_000)


def test_a_pipe_is_read_as_it_is_written() -> None:
    parts = [b'{"text"', b': "a"}\n', b'{"text": "b"}\n']

    class Slow(io.RawIOBase):
        def read1(self, size: int = -1) -> bytes:
            return parts.pop(0) if parts else b""

    stream = Stream(Slow())  # type: ignore[arg-type]
    lines = stream.lines(100)
    assert next(lines) == (1, b'{"text": "a"}')
    assert len(parts) == 1


ARCHIVE = b"WARC/1.0\r\nWARC-Type: warcinfo\r\n"


@pytest.mark.parametrize("data", [ARCHIVE, gzip.compress(ARCHIVE)])
def test_an_archive_is_known_and_given_whole(data: bytes) -> None:
    stream = Stream(io.BytesIO(data))
    assert stream.is_archive
    whole = stream.whole()
    assert b"".join(iter(lambda: whole.read(7), b"")) == data


@pytest.mark.parametrize("data", [b"", b"W", b"words", gzip.compress(b"words"), b"\x1f\x8b"])
def test_other_files_are_no_archives(data: bytes) -> None:
    assert not Stream(io.BytesIO(data)).is_archive
