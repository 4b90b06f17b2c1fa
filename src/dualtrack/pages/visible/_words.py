"""What the makers of pages call their elements, from `blocks.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dualtrack.pages._tables import read_table


@cache
def block_names() -> Mapping[str, str]:
    """The name of a kind of element for each word that stands for it in classes and ids."""
    names = read_table("blocks.yaml")["names"]
    return {str(word): str(name) for name, words in names.items() for word in words}


@cache
def name_list() -> tuple[str, ...]:
    """The names that `block_names` can give, in the order of the file."""
    return tuple(read_table("blocks.yaml")["names"])


@cache
def said_words() -> frozenset[str]:
    """Words with which people are quoted."""
    return _list("said")


@cache
def call_words() -> frozenset[str]:
    """First words of lines that call on the reader."""
    return _list("calls")


@cache
def offer_words() -> frozenset[str]:
    """Places where a site wants to be followed, and what else it has to offer."""
    return _list("offers")


@cache
def teaser_words() -> tuple[str, ...]:
    """Beginnings of lines that lead to another story, folded."""
    return tuple(str(words).casefold() for words in read_table("blocks.yaml")["teases"])


@cache
def trade_words() -> frozenset[str]:
    """Words with which a newsroom speaks of its own work."""
    return _list("trade")


@cache
def back_words() -> frozenset[str]:
    """Words that point back to somebody who was named before."""
    return _list("back")


def _list(name: str) -> frozenset[str]:
    return frozenset(str(read_table("blocks.yaml")[name]).split())
