"""The reason for which each block that is no part of the story is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dualtrack.pages._chrome import ends_cut, ends_sentence
from dualtrack.pages.html._page import LINKED, BlockPage
from dualtrack.pages.visible._words import offer_words, teaser_words

_PLAIN_PLACES = frozenset(("breadcrumb", "comments", "cookie text"))  # plainer than any words
_FAR = 0.25  # share of its words that prose of the same story has in common with the rest
_DOES = "(?:is|was|has|covers|writes|reports|joined|works)"
_CALLED = {
    "author": "author bio",
    "tags": "tags",
    "pay": "membership prompt",
    "list": "teaser",
    "box": "teaser",
}


def why_left_out(
    page: BlockPage, kept: Sequence[bool], breaks: Sequence[bool], authors: Sequence[str]
) -> list[str | None]:
    """For each block its reason, one of those in `reasons.yaml`; None for the kept ones."""
    story = "\n".join(key for key, keep in zip(page.keys, kept, strict=True) if keep)
    around = _around_story(page, kept)
    last = max((i for i, keep in enumerate(kept) if keep), default=-1)
    out: list[str | None] = []
    below_break = below_tail = False
    for i, keep in enumerate(kept):
        below_break = below_break or (breaks[i] and i > last)
        below_tail = (below_tail or page.tails[i]) and not keep
        if keep:
            out.append(None)
            continue
        out.append(
            _of_place(page, i, around)
            or _about_author(page, i, authors)
            or page.reasons[i]
            or _of_element(page, i, around)
            or ("repeat" if len(page.keys[i]) > 24 and page.keys[i] in story else None)
            or _of_look(page, i, below_break, below_tail)
        )
    return out


def _around_story(page: BlockPage, kept: Sequence[bool]) -> frozenset[str]:
    """Reasons and names that stand around the story itself: they say nothing about a block."""
    sizes: dict[str, int] = {}
    total = 0
    for block, size, keep in zip(page.blocks, page.sizes, kept, strict=True):
        if keep:
            total += size
            for name in {*block.place.names, block.reason or ""}:
                sizes[name] = sizes.get(name, 0) + size
    return frozenset(name for name, size in sizes.items() if size * 3 > total)


def _of_place(page: BlockPage, i: int, around: frozenset[str]) -> str | None:
    reason = page.blocks[i].reason
    return reason if reason in _PLAIN_PLACES and reason not in around else None


def _of_element(page: BlockPage, i: int, around: frozenset[str]) -> str | None:
    block = page.blocks[i]
    if block.reason and block.reason not in around:
        return block.reason
    for name, reason in _CALLED.items():
        if name in block.place.names and name not in around:
            return reason
    return None


def _of_look(page: BlockPage, i: int, below_break: bool, below_tail: bool) -> str:
    block = page.blocks[i]
    plain = block.text.casefold().split()
    if block.text[:60].casefold().startswith(teaser_words()):
        return "teaser"
    if block.linked > LINKED:
        return "navigation" if len(plain) < 5 else "teaser"
    if page.prose[i] and (below_break or page.near[i] < _FAR):
        offers = len(offer_words().intersection(plain))
        return "membership prompt" if offers and len(plain) < 40 else "other story"
    if ends_cut(block.text) or block.linked > 0.5 or below_tail:
        return "teaser"
    if offer_words().intersection(plain) and len(plain) < 40:
        return "membership prompt"
    return "other story" if page.prose[i] and below_break else "other"


def _about_author(page: BlockPage, i: int, authors: Sequence[str]) -> str | None:
    """A line with the name of somebody whom the byline names, or about that person."""
    text = page.blocks[i].text
    for author in authors:
        if author not in text[:200]:
            continue
        if re.match(rf"(?:the )?{re.escape(author)}\b,? {_DOES}\b", text, re.IGNORECASE):
            return "author bio"
        if not ends_sentence(text) and len(text) < 200 and page.reasons[i] is None:
            return "byline"
    return None
