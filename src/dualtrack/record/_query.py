"""What a person types to search with, taken apart: no input is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERMS = 32
_LENGTH = 200
_PARTS = re.compile(r'(?P<no>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase; `prefix` where it is a word's beginning ("missil*")."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of `wanted` must be there and none of `unwanted`; empty `wanted` finds nothing."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


def parse(typed: str) -> Query:
    """Words, "phrases in quotes", beginnings* and -exclusions; all else is taken as words.

    What holds no letter or digit is left out, as is what comes after 32 terms.
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    clean = "".join(c if c.isprintable() or c.isspace() else " " for c in typed)
    for part in _PARTS.finditer(clean):
        term = _term(part["phrase"], part["word"])
        if term is not None and len(wanted) + len(unwanted) < _TERMS:
            (unwanted if part["no"] else wanted).append(term)
    return Query(tuple(wanted), tuple(unwanted))


def _term(phrase: str | None, word: str | None) -> Term | None:
    text = (phrase if word is None else word) or ""
    text = text.strip()[:_LENGTH]
    if not any(char.isalnum() for char in text):
        return None
    stem = text[:-1]
    if word is not None and text.endswith("*") and stem.isalnum():
        return Term(stem, prefix=True)
    return Term(text)
