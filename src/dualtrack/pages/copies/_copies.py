"""Which articles are copies of one another, among as many as there are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from dualtrack.pages._article import Published
from dualtrack.pages.copies._index import RunIndex, Shelf
from dualtrack.pages.copies._words import (
    RUN,
    Mask,
    Places,
    Runs,
    Words,
    among,
    covered,
    digits,
    distinct,
    runs_of,
    sampled,
    spelled_words,
    words_of,
)

How = Literal["exact", "near"]

SHARE = 0.8
"""The share of the shorter text that must stand in the longer one, for a near copy."""
SHORT = 60
"""Words below which it must stand there whole: news in brief say other things in the same words."""
SHORTEST = 20
"""Words below which two texts are copies only if they are exact."""
LEAST_PART = 0.3
"""How long the shorter text must be, as a part of the longer one: a round-up of many stories is
no copy of each of them, nor is the teaser of a story a copy of it."""
LONGEST = 1_000_000
"""Characters of a text that are looked at."""
COMMON = 20
"""Different texts in which a run of words may stand before it is passed over as boilerplate."""

_PROOF = 4  # words in the runs by which two texts are compared in the end
_HINT = 0.1  # part of the smaller sample that must be shared for two texts to be compared
_CANDIDATES = 8  # texts compared with a new one at most, those with most of the sample first
_FEW_NUMBERS = 4  # numbers in a text below which they prove nothing
_NUMBERS = 0.5  # share of the numbers that must agree, where there are more


@dataclass(frozen=True, slots=True)
class CopyOf:
    """An article that is a copy, and of which one.

    `of` is the article that it was compared with. `share` is the share of the words of the
    shorter of the two that stand in the longer one too, in runs of four words or more,
    boilerplate aside: 0.8 to 1, and 1 where the shorter one has fewer than 60 words. `how` is
    "exact" where both have the same words in the same order (case, punctuation and white space
    aside), else "near".
    """

    id: str
    of: str
    share: float
    how: How


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """A story's first report and its copies, in the order in which they were read.

    The first report is the one published first, as far as the articles say, else the one read
    first. `of` is in every copy the article that was read first, and in that one, where it is
    a copy itself, the first report.
    """

    first: str
    copies: tuple[CopyOf, ...]


class Copies:
    """Finds copies among articles that are added one by one.

    The sample of an article's runs of eight words (Winnowing) proposes texts that were read
    before; the runs of four words of both whole texts then decide. Each copy is compared with
    the first text of its group that was read, never with another copy, so that a story rewritten
    step by step, or a round-up, does not chain stories together. A text of fewer than
    60 words, boilerplate aside, is a near copy only if the other one holds all of it, and one of
    fewer than 20 is never one: news in brief say other things in the same words.
    In memory are the samples, eight bytes a run, and the ids; the words lie as numbers in a
    temporary file. Not to be used from several threads at once.
    """

    def __init__(self) -> None:
        self._index = RunIndex()
        self._shelf = Shelf()
        self._ids: list[str] = []  # of the first text read of each group, as are the next three
        self._times: list[float | None] = []
        self._samples: list[int] = []
        self._same: dict[bytes, int] = {}
        self._members: dict[int, list[tuple[CopyOf, float | None]]] = {}
        self._common: dict[int, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the temporary file up; groups can still be asked for."""
        self._shelf.close()

    def add(self, id: str, text: str, published: Published | None = None) -> CopyOf | None:
        """Read one more article: what it is a copy of, or None where its text is new.

        An article that is added twice is a copy of itself. A text without a word is no copy.
        """
        text = text[:LONGEST]
        words = words_of(text)
        if not words.size:
            return None
        key = hashlib.blake2b(words.tobytes(), digest_size=12).digest()
        same = self._same.get(key)
        if same is not None:
            return self._join(same, CopyOf(id, self._ids[same], 1.0, "exact"), published)
        runs = runs_of(words, RUN)
        places = sampled(runs)
        sample = distinct(runs[places])
        found = self._best(text, words, runs, places, sample)
        if found is not None:
            number, share = found
            return self._join(number, CopyOf(id, self._ids[number], share, "near"), published)
        number = self._shelf.put(words)
        self._index.add(number, self._telling(sample))
        self._same[key] = number
        self._ids.append(id)
        self._times.append(_time(published))
        self._samples.append(sample.size)
        return None

    def groups(self) -> Iterator[CopyGroup]:
        """Every group of two articles or more, in the order in which the first one was read.

        An article that is in none of them is a copy of nothing.
        """
        for number in sorted(self._members):
            yield self._group(number, self._members[number])

    def boilerplate(self) -> list[str]:
        """The runs of words that are passed over, in the order in which they were found.

        Each stood in 20 different texts before it was; the words are as they were compared, in
        lower case and without punctuation. Copies of a text do not count as different ones.
        """
        return list(self._common.values())

    def _join(self, number: int, copy: CopyOf, published: Published | None) -> CopyOf:
        self._members.setdefault(number, []).append((copy, _time(published)))
        return copy

    def _group(self, number: int, members: list[tuple[CopyOf, float | None]]) -> CopyGroup:
        read_first = self._ids[number]
        times = [self._times[number], *(time for _, time in members)]
        dated = [(time, place) for place, time in enumerate(times) if time is not None]
        place = min(dated)[1] if dated else 0
        copies = [copy for copy, _ in members]
        if place:
            first = copies.pop(place - 1)
            turned = CopyOf(read_first, first.id, first.share, first.how)
            return CopyGroup(first.id, (turned, *copies))
        return CopyGroup(read_first, tuple(copies))

    def _best(
        self, text: str, words: Words, runs: Runs, places: Places, sample: Runs
    ) -> tuple[int, float] | None:
        """The text read before that has most in common with this one, if it is a copy of it."""
        best: tuple[int, float] | None = None
        most = 0
        for number in self._proposed(text, runs, places, sample):
            share, common = self._compared(words, self._shelf.get(number))
            if common > most:
                best, most = (number, share), common
        return best

    def _proposed(self, text: str, runs: Runs, places: Places, sample: Runs) -> list[int]:
        """Texts that share enough of the sample, those that share most of it first."""
        sample = self._telling(sample)
        where, texts = self._index.find(sample)
        if not where.size:
            return []
        counts = np.bincount(where, minlength=sample.size)
        if counts.max() >= COMMON:
            self._name(text, runs, places, sample, counts)
            keep = counts[where] < COMMON
            texts = texts[keep]
        numbers, hits = np.unique(texts, return_counts=True)
        order = np.argsort(-hits, kind="stable")[:_CANDIDATES]
        return [
            number
            for number, hit in zip(numbers[order].tolist(), hits[order].tolist(), strict=True)
            if hit >= _HINT * min(sample.size, self._samples[number])
        ]

    def _compared(self, new: Words, old: Words) -> tuple[float, int]:
        """The share of the shorter text that the longer one holds, and how many words that is.

        Both are 0 where the two are no copies.
        """
        short, long = new, old
        counted, other = self._counted(new), self._counted(old)
        if counted.sum() > other.sum():
            short, long, counted, other = old, new, other, counted
        size = int(counted.sum())
        if size < max(SHORTEST, LEAST_PART * other.sum()):
            return 0.0, 0
        here, there = short[counted], long[other]
        numbers = digits(here)
        if numbers.size >= _FEW_NUMBERS and among(numbers, digits(there)).mean() < _NUMBERS:
            return 0.0, 0  # the same sentences with other numbers are another day's report
        found = among(runs_of(short, _PROOF), runs_of(long, _PROOF))
        common = int((covered(found, _PROOF) & counted).sum())
        share = common / size
        return (share, common) if share >= (SHARE if size >= SHORT else 1) else (0.0, 0)

    def _counted(self, words: Words) -> Mask:
        """Which words of a text are no boilerplate."""
        if not self._common or words.size < RUN:
            return np.ones(words.size, np.bool_)
        runs = runs_of(words, RUN)
        places = sampled(runs)
        common = np.zeros(runs.size, np.bool_)
        common[places] = ~self._is_telling(runs[places])
        return ~covered(common, RUN)

    def _telling(self, runs: Runs) -> Runs:
        """Those of the runs that are no boilerplate."""
        return runs[self._is_telling(runs)] if self._common else runs

    def _is_telling(self, runs: Runs) -> Mask:
        return np.fromiter((r not in self._common for r in runs.tolist()), np.bool_, runs.size)

    def _name(
        self, text: str, runs: Runs, places: Places, sample: Runs, counts: NDArray[np.intp]
    ) -> None:
        """Write down the runs that have become boilerplate, in the words of this text."""
        spelled = spelled_words(text)
        first = {
            run: place for place, run in zip(places.tolist(), runs[places].tolist(), strict=True)
        }
        for run in sample[counts >= COMMON].tolist():
            at = first[run]
            self._common[run] = " ".join(spelled[at : at + RUN])


def _time(published: Published | None) -> float | None:
    """Seconds by which stamps are put in order; where only the day is known, its end."""
    if published is None:
        return None
    days = 86_400.0 * published.day.toordinal()
    if published.at is None:
        return days + 86_400.0
    at = published.at
    return days + 3_600.0 * at.hour + 60.0 * at.minute + at.second
