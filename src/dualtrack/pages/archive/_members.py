"""The bytes of an archive: as they are, or unpacked from gzip members that stand in a row."""

from __future__ import annotations

import zlib
from typing import Protocol

GZIP = b"\x1f\x8b"
_MEMBER = b"\x1f\x8b\x08"  # a member's first bytes; the third says how it is packed
_RECORD = b"WARC/"
_CHUNK = 65_536
_ENOUGH = 1_024
_GZIP_BITS = 31


class Readable(Protocol):
    """Anything that gives up to `size` bytes at a time, and none at its end."""

    def read(self, size: int, /) -> bytes:
        """The next bytes."""
        ...


def begins_archive(data: bytes) -> bool:
    """Whether data begin as a WARC file does, packed or not."""
    if data.startswith(GZIP):
        try:
            data = zlib.decompressobj(_GZIP_BITS).decompress(data, len(_RECORD))
        except zlib.error:
            return False
    return data.startswith(_RECORD)


class Members:
    """Reads an archive forwards, with little of it in memory at a time.

    At a damaged or cut member reading ends: `damage` says in a sentence what is wrong, `is_cut`
    whether the file just ends there, and `resume` goes on with the next member that begins a
    record. `offset` counts unpacked bytes.
    """

    def __init__(self, raw: Readable) -> None:
        self._raw = raw
        self._packed = b""
        while len(self._packed) < len(GZIP) and (more := raw.read(_CHUNK)):
            self._packed += more
        self._is_gzip = self._packed.startswith(GZIP)
        self._inflate: zlib._Decompress | None = None
        self._buffer = b""
        self._at = 0
        self.offset = 0
        self.damage: str | None = None
        self.is_cut = False

    def read(self, size: int) -> bytes:
        """The next `size` bytes; fewer only at the end or before damage."""
        parts: list[bytes] = []
        while size > 0 and (self._at < len(self._buffer) or self._fill()):
            parts.append(self._take(size))
            size -= len(parts[-1])
        return b"".join(parts)

    def skip(self, size: int) -> int:
        """Pass over `size` bytes; how many there were."""
        left = size
        while left > 0 and (self._at < len(self._buffer) or self._fill()):
            left -= len(self._take(left))
        return size - left

    def readline(self, most: int) -> bytes:
        """The next line with its end; without one at the end, before damage, or after `most`."""
        parts: list[bytes] = []
        while most > 0 and (self._at < len(self._buffer) or self._fill()):
            end = self._buffer.find(b"\n", self._at)
            parts.append(self._take(min(most, (end + 1 or len(self._buffer)) - self._at)))
            most -= len(parts[-1])
            if end >= 0 and parts[-1].endswith(b"\n"):
                break
        return b"".join(parts)

    def record_ends_here(self) -> bool:
        """Whether a record ends here: with a blank line, another record, a member's end or all's.

        Blank lines are passed over.
        """
        blank = False
        while True:
            rest = self._buffer[self._at :].lstrip(b"\r\n")
            blank = bool(self._take(len(self._buffer) - self._at - len(rest))) or blank
            if (rest and blank) or len(rest) >= len(_RECORD):
                return blank or rest.startswith(_RECORD)
            if not self._fill(into_next=False):
                return not rest and self.damage is None

    def resume(self) -> bool:
        """Go on behind damage, at the next member that begins a record; False if there is none."""
        self._buffer, self._at = b"", 0
        self._inflate, self.damage = None, None
        self._packed = self._packed[1:]
        while True:
            found = self._packed.find(_MEMBER)
            if found < 0:
                tail = self._packed[-2:]
                more = self._raw.read(_CHUNK)
                if not more:
                    return False
                self._packed = tail + more
                continue
            self._packed = self._packed[found:]
            while len(self._packed) < _ENOUGH and (more := self._raw.read(_CHUNK)):
                self._packed += more
            if begins_archive(self._packed):
                return True
            self._packed = self._packed[1:]

    def _take(self, size: int) -> bytes:
        taken = self._buffer[self._at : self._at + size]
        self._at += len(taken)
        self.offset += len(taken)
        return taken

    def _fill(self, *, into_next: bool = True) -> bool:
        """Add bytes to the buffer; False at the end, at damage and, if so wished, at a member."""
        piece = self._unpacked(into_next) if self._is_gzip else self._plain()
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(piece)

    def _plain(self) -> bytes:
        piece, self._packed = self._packed or self._raw.read(_CHUNK), b""
        return piece

    def _unpacked(self, into_next: bool) -> bytes:
        while self.damage is None:
            if not self._packed:
                self._packed = self._raw.read(_CHUNK)
            inflate = self._inflate or (self._begin() if into_next else None)
            if inflate is None:
                return b""
            if not self._packed:
                self.damage, self.is_cut = "The gzip archive is cut short.", True
                return b""
            try:
                piece = inflate.decompress(self._packed, _CHUNK)
            except zlib.error:
                self.damage = "The gzip archive is damaged."
                return b""
            self._packed = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
            self._inflate = None if inflate.eof else inflate
            if piece:
                return piece
        return b""

    def _begin(self) -> zlib._Decompress | None:
        """What unpacks the next member; None at the end of the file or where there is none."""
        while not self._packed.strip(b"\x00"):  # tapes and some tools fill up with zeros
            self._packed = self._raw.read(_CHUNK)
            if not self._packed:
                return None
        self._packed = self._packed.lstrip(b"\x00")
        if len(self._packed) < len(GZIP):
            self._packed += self._raw.read(_CHUNK)
        if not self._packed.startswith(GZIP):
            self.damage = "The gzip archive holds bytes that are not packed."
            return None
        return zlib.decompressobj(_GZIP_BITS)
