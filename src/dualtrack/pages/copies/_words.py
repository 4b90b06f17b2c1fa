"""A text as numbers: one for each word, one for each run of words, and a sample of those.

The sample is Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every WINDOW runs
that follow each other the one with the smallest number is kept. Two texts that have
RUN + WINDOW - 1 words in a row in common have then at least one kept run in common. WINDOW is
not larger than RUN, so the kept runs lie edge to edge over the whole text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint32]
Runs = NDArray[np.uint32]
Places = NDArray[np.intp]
Mask = NDArray[np.bool_]

RUN = 8
"""Words in a run of the sample."""
WINDOW = 8
"""Runs of which one at least is in the sample."""

_LONGEST = 64  # bytes after which the places in a word are counted from 0 again
_BEYOND_ASCII = re.compile(r"[^\w\x00-\x7f]+")
# Scripts that put no spaces between words: each character counts as a word. (Thai, Lao, Burmese,
# Khmer; kana, Han and their forms for compatibility.)
_NO_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


def _numbers(name: str, count: int) -> NDArray[np.uint64]:
    """Odd numbers of 64 bits that look drawn by chance and are the same everywhere."""
    drawn = hashlib.shake_256(name.encode()).digest(8 * count)
    return np.frombuffer(drawn, "<u8").astype(np.uint64) | np.uint64(1)


_OF_BYTE = _numbers("byte", 256)
_OF_PLACE = _numbers("place", _LONGEST)
_OF_RUN = _numbers("run", 64)
_MIX = _numbers("mix", 1)[0]
_SHIFT = np.uint64(32)
_IN_WORD = np.array([b >= 128 or chr(b).isalnum() for b in range(256)])


def words_of(text: str) -> Words:
    """One number a word, in order; even for words, odd for those that begin with a digit.

    Letters and digits make words; case, punctuation and kinds of white space are passed over.
    """
    data = np.frombuffer(_even(text), np.uint8)
    inside = _IN_WORD[data]
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts = edges[0::2]
    if not starts.size:
        return np.empty(0, np.uint32)
    lengths = edges[1::2] - starts
    first = np.cumsum(lengths) - lengths
    letters = data[inside]
    places = (np.arange(letters.size) - np.repeat(first, lengths)) % _LONGEST
    sums = np.add.reduceat(_OF_BYTE[letters] * _OF_PLACE[places], first)
    numbers = _mixed(sums + lengths.astype(np.uint64)) & np.uint32(0xFFFFFFFE)
    return numbers | (data[starts] - np.uint8(ord("0")) < 10)


def spelled_words(text: str) -> list[str]:
    """The words that `words_of` counts, as they are compared."""
    return [word.decode() for word in re.findall(rb"[a-z0-9\x80-\xff]+", _even(text))]


def runs_of(words: Words, size: int) -> Runs:
    """One number for each `size` words in a row, in order: len(words) - size + 1 of them."""
    count = words.size - size + 1
    if count <= 0:
        return np.empty(0, np.uint32)
    sums = np.zeros(count, np.uint64)
    wide = words.astype(np.uint64)
    for place in range(size):
        sums += wide[place : place + count] * _OF_RUN[place]
    return _mixed(sums)


def sampled(runs: Runs) -> Places:
    """The places of the runs that are kept, in order: about two in WINDOW + 1."""
    if runs.size <= WINDOW:
        return np.array([runs.argmin()], np.intp) if runs.size else np.empty(0, np.intp)
    windows = np.lib.stride_tricks.sliding_window_view(runs, WINDOW)
    kept = np.zeros(runs.size, np.bool_)
    kept[windows.argmin(axis=1) + np.arange(windows.shape[0])] = True
    return np.flatnonzero(kept)


def covered(found: Mask, size: int) -> Mask:
    """Which words stand in at least one of the runs of `size` words that `found` marks."""
    words = np.zeros(found.size + size - 1, np.bool_)
    for place in range(size):
        words[place : place + found.size] |= found
    return words


def distinct(runs: Runs) -> Runs:
    """The runs sorted, each once."""
    runs = np.sort(runs)
    if runs.size:
        runs = runs[np.concatenate(([True], runs[1:] != runs[:-1]))]
    return runs


def among(some: Runs, others: Runs) -> Mask:
    """Which of some numbers are among the others."""
    if not others.size:
        return np.zeros(some.size, np.bool_)
    others = np.sort(others)
    found: Mask = others[np.minimum(np.searchsorted(others, some), others.size - 1)] == some
    return found


def digits(words: Words) -> Words:
    """Those of the words that begin with a digit."""
    return words[(words & np.uint32(1)).astype(np.bool_)]


def _even(text: str) -> bytes:
    """A text in lower case in which nothing but letters and digits is beyond ASCII."""
    text = text.casefold()
    if not text.isascii():
        text = _BEYOND_ASCII.sub(" ", unicodedata.normalize("NFKC", text).casefold())
        if _NO_SPACES.search(text):
            text = _NO_SPACES.sub(r" \g<0> ", text)
    return f" {text} ".encode("utf-8", "replace")


def _mixed(sums: NDArray[np.uint64]) -> NDArray[np.uint32]:
    mixed = (sums ^ (sums >> np.uint64(29))) * _MIX
    numbers: NDArray[np.uint32] = (mixed >> _SHIFT).astype(np.uint32)
    return numbers
