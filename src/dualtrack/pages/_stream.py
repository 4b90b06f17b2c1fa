"""Bytes of a file or of standard input, never more of them in memory than the limit."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from dualtrack._errors import PageError, UnreadablePage
from dualtrack.pages._bytes import too_large
from dualtrack.pages.archive._packing import GZIP, RECORD, begins_archive

_CHUNK = 65_536
_ENOUGH = 1_024  # packed bytes of which the first of the unpacked ones can be told


class Stream:
    """Reads a binary file forwards; `head` looks without consuming. Gzip is unpacked.

    `is_archive` says whether the file begins as a WARC file does, packed or not.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw: Any = raw
        self._ahead = b""
        self._packed: _Rest | None = None
        if self.head(len(GZIP)) == GZIP:
            while len(self._ahead) < _ENOUGH and (chunk := self._more()):
                self._ahead += chunk
            self._packed = _Rest(self._ahead, raw)
        self.is_archive = begins_archive(self._ahead if self._packed else self.head(len(RECORD)))
        if self._packed:
            self._raw = gzip.GzipFile(fileobj=self._packed)  # type: ignore[call-overload]
            self._ahead = b""

    def whole(self) -> _Rest:
        """The file as it is, packed or not; only before anything else is read of it."""
        return self._packed or _Rest(self._ahead, self._raw)

    def head(self, size: int) -> bytes:
        """The next bytes: `size` of them, or fewer where a line ends or the input does."""
        while len(self._ahead) < size and b"\n" not in self._ahead.lstrip():
            chunk = self._more()
            if not chunk:
                break
            self._ahead += chunk
        return self._ahead[:size]

    def all(self, limit: int) -> bytes:
        """Everything that is left; raises TooLarge where that is more than `limit` bytes."""
        parts: list[bytes] = []
        size = 0
        while chunk := self._next():
            size += len(chunk)
            if size > limit:
                raise too_large(limit)
            parts.append(chunk)
        return b"".join(parts)

    def lines(self, limit: int) -> Iterator[tuple[int, bytes | PageError]]:
        """Lines with their numbers from 1; a line over `limit` bytes is TooLarge in its place.

        Such a line is skipped piece by piece up to its end.
        """
        number = 1
        parts: list[bytes] = []
        size = 0
        while chunk := self._next():
            pieces = chunk.split(b"\n")
            for piece in pieces[:-1]:
                size += len(piece)
                parts.append(piece)
                yield number, (too_large(limit) if size > limit else b"".join(parts))
                number, size = number + 1, 0
                parts.clear()
            size += len(pieces[-1])
            parts.append(pieces[-1])
            if size > limit:
                parts.clear()
        if size:
            yield number, (too_large(limit) if size > limit else b"".join(parts))

    def _next(self) -> bytes:
        if self._ahead:
            chunk, self._ahead = self._ahead, b""
            return chunk
        return self._more()

    def _more(self) -> bytes:
        """Some bytes as soon as there are any, so that a pipe is read as it is written."""
        read = getattr(self._raw, "read1", self._raw.read)
        try:
            return bytes(read(_CHUNK) or b"")
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise UnreadablePage("The gzip archive is damaged or cut short.") from error


class _Rest:
    """What was looked at, then the rest of the file; it can be read and nothing else."""

    def __init__(self, ahead: bytes, raw: BinaryIO) -> None:
        self._ahead = ahead
        self._raw = raw

    def read(self, size: int = -1) -> bytes:
        if self._ahead:
            cut = len(self._ahead) if size < 0 else size
            chunk, self._ahead = self._ahead[:cut], self._ahead[cut:]
            return chunk
        return self._raw.read(size)

    def seekable(self) -> bool:
        return False
