"""How archives are packed: gzip members or zstd frames in a row, unpacked a piece at a time.

A member that unpacks to very much more than it takes is refused as it grows, so that no archive
keeps a reader busy for hours with zeros. Memory stays within a few pieces, and zstd's window.
"""

from __future__ import annotations

import zlib
from typing import Any, Protocol

from dualtrack._errors import MissingExtra

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
RECORD = b"WARC/"
_GZIP_MEMBER = b"\x1f\x8b\x08"  # a member's first bytes; the third says how it is packed
_PIECE = 65_536
# A few bytes of zstd may stand for 128 KiB; so many at a time make 16 MiB at most.
_ZSTD_STEP = 512
_ZSTD_WINDOW = 2**27  # bytes of what was unpacked that a frame may point back to
_GZIP_BITS = 31
_FREE = 64 * 2**20  # unpacked bytes of one member that nobody asks about
_MOST = 250  # times its size that a longer member may unpack to; text takes a tenth or so


class Damaged(Exception):
    """A member cannot be unpacked; the message is a sentence."""


class Packing(Protocol):
    """One way of packing. `name` is what people call it, `starts` the first bytes of a member."""

    name: str
    starts: bytes

    def member(self) -> Member:
        """What unpacks the next member."""
        ...


class Member:
    """One member on its way: `unpack` gives a piece, `rest` is what it left of the packed bytes.

    `done` says that the member is whole.
    """

    done = False
    rest = b""

    def __init__(self, name: str) -> None:
        self._name = name
        self._taken = self._given = 0

    def unpack(self, packed: bytes) -> bytes:
        """A piece of what `packed` begins with, maybe none yet. Raises Damaged."""
        piece = self._piece(packed)
        self._taken += len(packed) - len(self.rest)
        self._given += len(piece)
        if self._given > max(_FREE, _MOST * self._taken):
            raise Damaged(f"The {self._name} archive unpacks to more than {_MOST} times its size.")
        return piece

    def _piece(self, packed: bytes) -> bytes:
        raise NotImplementedError


class _GzipMember(Member):
    def __init__(self) -> None:
        super().__init__("gzip")
        self._inflate = zlib.decompressobj(_GZIP_BITS)

    def _piece(self, packed: bytes) -> bytes:
        try:
            piece = self._inflate.decompress(packed, _PIECE)
        except zlib.error as error:
            raise Damaged("The gzip archive is damaged.") from error
        self.done = self._inflate.eof
        self.rest = self._inflate.unused_data if self.done else self._inflate.unconsumed_tail
        return piece


class Gzip:
    """Gzip, one member for each record or one for all."""

    name = "gzip"
    starts = _GZIP_MEMBER

    def member(self) -> Member:
        """What unpacks the next member."""
        return _GzipMember()


class _ZstdFrame(Member):
    def __init__(self, frame: Any, error: type[Exception]) -> None:
        super().__init__("zstd")
        self._frame, self._error = frame, error

    def _piece(self, packed: bytes) -> bytes:
        try:
            piece: bytes = self._frame.decompress(packed[:_ZSTD_STEP])
        except self._error as error:
            raise Damaged("The zstd archive is damaged.") from error
        self.done = self._frame.eof
        self.rest = (self._frame.unused_data if self.done else b"") + packed[_ZSTD_STEP:]
        return piece


class Zstd:
    """Zstandard, a frame for each record. Raises MissingExtra without the extra `zstd`."""

    name = "zstd"
    starts = ZSTD

    def __init__(self) -> None:
        try:
            import zstandard  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise MissingExtra("Reading .warc.zst", "zstd") from error
        self._zstd: Any = zstandard
        self._unpacker: Any = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)

    def member(self) -> Member:
        """What unpacks the next frame."""
        return _ZstdFrame(self._unpacker.decompressobj(), self._zstd.ZstdError)

    def learn(self, dictionary: bytes, most: int) -> None:
        """Use a dictionary of at most `most` bytes, itself packed or not. Raises Damaged."""
        try:
            if dictionary.startswith(ZSTD):
                dictionary = self._unpacker.stream_reader(dictionary).read(most + 1)
            if len(dictionary) > most:
                raise Damaged("The zstd archive's dictionary is too large.")
            self._unpacker = self._zstd.ZstdDecompressor(
                dict_data=self._zstd.ZstdCompressionDict(dictionary), max_window_size=_ZSTD_WINDOW
            )
        except (self._zstd.ZstdError, ValueError) as error:
            raise Damaged("The zstd archive's dictionary is damaged.") from error


def is_skippable(data: bytes) -> bool:
    """Whether a zstd frame begins that holds something else than packed bytes."""
    return 0x50 <= data[0] <= 0x5F and data[1:4] == b"\x2a\x4d\x18" if len(data) > 3 else False


def holds_dictionary(data: bytes) -> bool:
    """Whether a zstd frame begins that holds a dictionary, by the practice of web archives."""
    return data.startswith(b"\x5d\x2a\x4d\x18")


def begins_record(packing: Packing, data: bytes) -> bool:
    """Whether packed bytes are the beginning of a record."""
    try:
        return packing.member().unpack(data)[: len(RECORD)] == RECORD
    except Damaged:
        return False


def begins_archive(data: bytes) -> bool:
    """Whether data begin as a WARC file does, packed or not; of zstd any is taken for one."""
    if data.startswith(GZIP):
        return begins_record(Gzip(), data)
    return data.startswith((RECORD, ZSTD)) or holds_dictionary(data)


def packing_of(data: bytes) -> Packing | None:
    """How a file that begins so is packed; None where it is not. Raises MissingExtra."""
    if data.startswith(GZIP):
        return Gzip()
    return Zstd() if data.startswith(ZSTD) or is_skippable(data) else None
