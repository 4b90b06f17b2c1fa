"""A stream that knows what went through it: bytes and checksum."""

from __future__ import annotations

import hashlib
from typing import BinaryIO


class Hashed:
    """Passes on what is written to it. Only what a writer needs is there."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._hash, self.bytes = stream, hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        """Write, and remember."""
        self._stream.write(data)
        self._hash.update(data)
        self.bytes += len(data)
        return len(data)

    def flush(self) -> None:
        """Pass on what is held back."""
        self._stream.flush()

    @property
    def sha256(self) -> str:
        """The checksum of all that was written, in hex digits."""
        return self._hash.hexdigest()
