"""Marks that tell, inside a page that is being made, what each piece of its text is.

A piece stands between two characters of Unicode's private use area, the first of which names its
kind. They live through any parser and are taken out of the page at the end.
"""

from __future__ import annotations

import re

KINDS = ("title", "standfirst", "body", "caption", "byline", "date", "section", "repeat")
_FIRST = 0xE010
_END = "\ue001"
_OPEN = {kind: chr(_FIRST + i) for i, kind in enumerate(KINDS)}
_KIND = {mark: kind for kind, mark in _OPEN.items()}
_ENOUGH = 0.4  # share of a line's letters
_ANY = re.compile("[\ue001" + "".join(_KIND) + "]")


def mark(kind: str, html: str) -> str:
    """Text or markup of one kind; "repeat" is for words of the story that stand twice."""
    return f"{_OPEN[kind]}{html}{_END}"


def unmarked(html: str) -> str:
    """The page as it is written to disk."""
    return _ANY.sub("", html)


def label_of(text: str) -> str:
    """What a line is: the kind that most of its marked letters have, "foreign" where few are."""
    counts = dict.fromkeys(KINDS, 0)
    letters = 0
    open_kinds: list[str] = []
    for char in text:
        if char in _KIND:
            open_kinds.append(_KIND[char])
        elif char == _END:
            if open_kinds:
                open_kinds.pop()
        elif char.isalnum():
            letters += 1
            if open_kinds:
                counts[open_kinds[-1]] += 1
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] > _ENOUGH * letters else "foreign"
