"""The bytes of an archive: as they are, or unpacked from members that stand in a row."""

from __future__ import annotations

from typing import Protocol

from dualtrack.pages.archive._packing import (
    RECORD,
    Damaged,
    Member,
    Packing,
    Zstd,
    begins_record,
    holds_dictionary,
    is_skippable,
    packing_of,
)

_CHUNK = 65_536
_ENOUGH = 1_024
_MAGIC = 4
_SKIPPABLE_HEAD = 8  # the frame's mark, and its length
_LARGEST_DICTIONARY = 16 * 2**20


class Readable(Protocol):
    """Anything that gives up to `size` bytes at a time, and none at its end."""

    def read(self, size: int, /) -> bytes:
        """The next bytes."""
        ...


class Members:
    """Reads an archive forwards, with little of it in memory at a time.

    At a damaged or cut member reading ends: `damage` says in a sentence what is wrong, `is_cut`
    whether the file just ends there, and `resume` goes on with the next member that begins a
    record. `offset` counts unpacked bytes. Raises MissingExtra for zstd without its extra.
    """

    def __init__(self, raw: Readable) -> None:
        self._raw = raw
        self._packed = b""
        self._packing: Packing | None = packing_of(self._ahead(_MAGIC))
        self._member: Member | None = None
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
            if (rest and blank) or len(rest) >= len(RECORD):
                return blank or rest.startswith(RECORD)
            if not self._fill(into_next=False):
                return not rest and self.damage is None

    def resume(self) -> bool:
        """Go on behind damage, at the next member that begins a record; False if there is none."""
        self._buffer, self._at = b"", 0
        self._member, self.damage = None, None
        if self._packing is None:
            return False
        starts = self._packing.starts
        at = 1
        while True:
            found = self._packed.find(starts, at)
            if found >= 0 and len(self._packed) - found >= _ENOUGH:
                if begins_record(self._packing, self._packed[found : found + _ENOUGH]):
                    self._packed = self._packed[found:]
                    return True
                at = found + 1
                continue
            self._packed = self._packed[found if found >= 0 else 1 - len(starts) :]
            if more := self._raw.read(_CHUNK):
                self._packed += more
                at = 0
            elif found < 0:
                return False
            elif begins_record(self._packing, self._packed):
                return True
            else:
                at = 1

    def _ahead(self, size: int) -> bytes:
        """The packed bytes at hand: `size` of them at least, where there are so many."""
        parts, known = [self._packed], len(self._packed)
        while known < size and (more := self._raw.read(_CHUNK)):
            parts.append(more)
            known += len(more)
        if len(parts) > 1:
            self._packed = b"".join(parts)
        return self._packed

    def _take(self, size: int) -> bytes:
        taken = self._buffer[self._at : self._at + size]
        self._at += len(taken)
        self.offset += len(taken)
        return taken

    def _fill(self, *, into_next: bool = True) -> bool:
        """Add bytes to the buffer; False at the end, at damage and, if so wished, at a member."""
        piece = self._unpacked(self._packing, into_next) if self._packing else self._plain()
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(piece)

    def _plain(self) -> bytes:
        piece, self._packed = self._packed or self._raw.read(_CHUNK), b""
        return piece

    def _unpacked(self, packing: Packing, into_next: bool) -> bytes:
        try:
            while self.damage is None:
                if not self._packed:
                    self._packed = self._raw.read(_CHUNK)
                member = self._member or (self._begin(packing) if into_next else None)
                if member is None:
                    return b""
                if not self._packed:
                    self.damage, self.is_cut = f"The {packing.name} archive is cut short.", True
                    return b""
                piece = member.unpack(self._packed)
                self._packed = member.rest
                self._member = None if member.done else member
                if piece:
                    return piece
        except Damaged as damage:
            self.damage = str(damage)
        return b""

    def _begin(self, packing: Packing) -> Member | None:
        """What unpacks the next member; None at the end of the file. Raises Damaged."""
        while True:
            while not self._packed.strip(b"\x00"):  # tapes and some tools fill up with zeros
                self._packed = self._raw.read(_CHUNK)
                if not self._packed:
                    return None
            self._packed = self._packed.lstrip(b"\x00")
            if not (isinstance(packing, Zstd) and is_skippable(self._ahead(_SKIPPABLE_HEAD))):
                break
            self._skip_frame(packing)
        if not self._ahead(len(packing.starts)).startswith(packing.starts[:2]):
            raise Damaged(f"The {packing.name} archive holds bytes that are not packed.")
        return packing.member()

    def _skip_frame(self, packing: Zstd) -> None:
        """Pass over a frame that is not packed; a dictionary in it is used."""
        size = int.from_bytes(self._packed[_MAGIC:_SKIPPABLE_HEAD], "little")
        is_dictionary = holds_dictionary(self._packed)
        self._packed = self._packed[_SKIPPABLE_HEAD:]
        if is_dictionary:
            if size > _LARGEST_DICTIONARY:
                raise Damaged("The zstd archive's dictionary is too large.")
            packing.learn(self._ahead(size)[:size], _LARGEST_DICTIONARY)
        while size > len(self._packed):
            size -= len(self._packed)
            self._packed = self._raw.read(_CHUNK)
            if not self._packed:
                return
        self._packed = self._packed[size:]
