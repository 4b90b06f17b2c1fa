"""Where sampled runs of words were seen: an index in memory, and texts as numbers on disk."""

from __future__ import annotations

import tempfile

import numpy as np
from numpy.typing import NDArray

from dualtrack.pages.copies._words import Runs, Words

_NEW = 65_536  # entries that are kept unsorted before they become a block of their own
_LOW = np.uint64(0xFFFFFFFF)
_UP = np.uint64(32)


class RunIndex:
    """From a run's number to the texts that it stands in, eight bytes for each of them.

    Entries (run in the high half, text in the low one) lie in sorted blocks; a block is merged
    with the one before it once it is half as large, so that there are few.
    """

    def __init__(self) -> None:
        self._blocks: list[NDArray[np.uint64]] = []
        self._new: dict[int, list[int]] = {}
        self._waiting = 0

    def add(self, text: int, runs: Runs) -> None:
        """Say that text number `text` holds these runs, each named once."""
        for run in runs.tolist():
            self._new.setdefault(run, []).append(text)
        self._waiting += runs.size
        if self._waiting >= _NEW:
            self._settle()

    def find(self, runs: Runs) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Every (place in `runs`, text) such that the text holds the run. `runs` is sorted."""
        places: list[NDArray[np.intp]] = []
        texts: list[NDArray[np.intp]] = []
        low = runs.astype(np.uint64) << _UP
        for block in self._blocks:
            first = np.searchsorted(block, low)
            hit = np.flatnonzero(block[np.minimum(first, block.size - 1)] >> _UP == runs)
            if hit.size:
                counts = np.searchsorted(block, low[hit] | _LOW, side="right") - first[hit]
                steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
                texts.append((block[np.repeat(first[hit], counts) + steps] & _LOW).astype(np.intp))
                places.append(np.repeat(hit, counts))
        here: list[int] = []
        there: list[int] = []
        for place, run in enumerate(runs.tolist()):
            if new := self._new.get(run):
                there += new
                here += [place] * len(new)
        return (
            np.concatenate((*places, np.array(here, np.intp))),
            np.concatenate((*texts, np.array(there, np.intp))),
        )

    def _settle(self) -> None:
        entries = ((run << 32) | text for run, texts in self._new.items() for text in texts)
        block = np.sort(np.fromiter(entries, np.uint64, self._waiting))
        self._new, self._waiting = {}, 0
        while self._blocks and self._blocks[-1].size < 2 * block.size:
            # sorted parts are merged, not sorted anew
            block = np.sort(np.concatenate((self._blocks.pop(), block)), kind="stable")
        self._blocks.append(block)


class Shelf:
    """Texts as numbers, one a word, in a file that has no name and ends with this object."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the shelf
        self._ends = [0]

    def __len__(self) -> int:
        return len(self._ends) - 1

    def put(self, words: Words) -> int:
        """Keep a text; its number, counted from 0."""
        self._file.seek(4 * self._ends[-1])
        self._file.write(words.astype("<u4").tobytes())
        self._ends.append(self._ends[-1] + words.size)
        return len(self._ends) - 2

    def get(self, number: int) -> Words:
        """The text with that number."""
        start, end = self._ends[number : number + 2]
        self._file.seek(4 * start)
        return np.frombuffer(self._file.read(4 * (end - start)), "<u4").astype(np.uint32)

    def close(self) -> None:
        """Give the file up."""
        self._file.close()
