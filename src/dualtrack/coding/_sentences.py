"""A text cut into sentences, offsets kept."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|\n{1,}\s*")
_OPENING = "\"'“‘«(["


@lru_cache(maxsize=2)
def _words(name: str) -> frozenset[str]:
    lines = (files("dualtrack.coding") / name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, in code points, white space between them left out.

    A full stop after a known abbreviation or a single capital ("U.S.", "J.") ends none, unless
    a capitalised function word follows. A line break always ends one.
    """
    out: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if "\n" not in stop.group() and not _ends(text, stop.start(), stop.end()):
            continue
        end = stop.start() + len(stop.group().rstrip())
        if end > start and text[start:end].strip():
            out.append((start, end))
        start = stop.end()
    end = len(text.rstrip())
    if end > start:
        out.append((start, end))
    return out


def _ends(text: str, stop: int, after: int) -> bool:
    following = text[after : after + 24].lstrip(_OPENING)
    if not following:
        return True
    if following[0].islower():
        return False
    if text[stop] != ".":
        return True
    before = re.search(r"([\w.]+)$", text[max(0, stop - 24) : stop])
    word = before.group(1) if before else ""
    if "." in word or (len(word) == 1 and word.isupper()):
        head = re.match(r"\w+", following)
        return head is not None and head.group() in _words("openers.txt")
    return word.lower() not in _words("abbreviations.txt")
