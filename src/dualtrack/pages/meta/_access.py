"""Who may read a story, by what its page declares and shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from dualtrack.pages._credits import Judged, shown_wall
from dualtrack.pages._signs import signs
from dualtrack.pages.meta._structured import Declared
from dualtrack.pages.visible._blocks import HtmlBlock

_ELSEWHERE = frozenset(("teaser", "navigation", "footer", "comments", "cookie text"))
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LONGEST_OFFER = 700  # what has such a class and says more is the story itself
_MOST = 30  # elements with such a class
_MOST_PARTS = 200
_TIERS = ("article:content_tier", "content_tier", "og:content_tier", "dc.accessrights")


def find_access(root: Any, declared: Declared, blocks: Iterable[HtmlBlock]) -> Judged:
    """What a page says of who may read its story, and what says so."""
    said = declared.story.get("isAccessibleForFree", declared.page.get("isAccessibleForFree"))
    free = _truth(said)
    if free is False:
        return "paywalled", f"{declared.source}: isAccessibleForFree is false"
    table = signs()
    for name in _TIERS:
        for value in declared.meta.get(name, ()):
            if value.casefold() in table.locked:
                return "paywalled", f"meta: {name} is {value}"
            if value.casefold() in table.free:
                free = True
    if by_attribute := _attribute(root):
        return "paywalled", by_attribute
    if free is not None:
        return "free", "the page declares it"
    shown = _class(root) or _said(blocks)
    return ("paywalled", shown) if shown else (None, None)


def _said(blocks: Iterable[HtmlBlock]) -> str | None:
    """Words on the page that say it."""
    return shown_wall(block.text for block in blocks if block.reason not in _ELSEWHERE)


def _truth(value: Any) -> bool | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().casefold().rsplit("/", 1)[-1])
    return None


def _attribute(root: Any) -> str | None:
    """An attribute that names who may read the story, on any element of the page."""
    table = signs()
    for name in table.access_attributes:
        for value in root.xpath(f"//@{name}")[:20]:
            if value.strip().casefold() in table.locked:
                return f"{name} is {value.strip()[:40]}"
    return None


def _class(root: Any) -> str | None:
    """An element that is called a paywall and says that the rest is for subscribers.

    A count of what one has read so far looks the same, but leaves the story whole.
    """
    locked = signs().locked_classes
    looked = 0
    for element in root.iter("div", "section", "aside"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"[:200].casefold()
        called = next((word for word in _WORD.findall(names) if word in locked), None)
        if called is None or element.get("hidden") is not None:
            continue
        said = " ".join("".join(islice(element.itertext(), _MOST_PARTS)).split())
        if len(said) <= _LONGEST_OFFER and signs().locked_text.search(said):
            return f"an element is called {called}"
        looked += 1
        if looked == _MOST:
            return None
    return None
