"""The visible text of an HTML tree, block by block, with what the elements say about each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from lxml import etree

from dualtrack.pages._tables import chrome, word_list

_SKIPPED = word_list("html_skipped")
HTML_BLOCKS = word_list("html_blocks")
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "contentinfo": "footer",
    "complementary": "teaser",
    "search": "form",
    "menu": "navigation",
    "dialog": "cookie text",
}
# What a page's makers call an element.
_NAMED_BY = ("aria-label", "class", "id", "data-component", "data-testid", "data-module")
# Elements that hold the whole page or story: their classes say nothing about single lines.
_WRAPPERS = frozenset(("html", "body", "main", "article"))
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """One block's text with single spaces. `reason` comes from the elements around it."""

    text: str
    reason: str | None
    tag: str
    linked: float  # share of its characters that are links, 0 to 1


@dataclass(slots=True)
class Walk:
    """What one walk over a tree finds."""

    blocks: list[HtmlBlock] = field(default_factory=list)
    times: list[tuple[str, str | None, str]] = field(default_factory=list)
    """`<time>` elements: datetime, reason of the elements around, classes."""
    depth: int = 0
    nodes: int = 0


def walk(root: Any, block_tags: frozenset[str] = HTML_BLOCKS) -> Walk:
    """Collect the blocks of a tree. Uses no recursion, so that no nesting is too deep."""
    found = Walk()
    collector = _Collector(found, block_tags)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if not isinstance(element.tag, str):
            if event == "end" and element.tail:
                collector.add(element.tail)
        elif event == "end":
            collector.leave(element)
        elif collector.enter(element):
            walker.skip_subtree()
    collector.flush()
    return found


class _Collector:
    def __init__(self, found: Walk, block_tags: frozenset[str]) -> None:
        self.found = found
        self.block_tags = block_tags
        self.reasons: list[str | None] = [None]
        self.tags: list[str] = ["body"]
        self.parts: list[str] = []
        self.in_links = 0
        self.link_length = 0

    def enter(self, element: Any) -> bool:
        """Begin an element; True if what is in it cannot be seen."""
        tag = element.tag
        self.found.nodes += 1
        skipped = tag in _SKIPPED or _is_hidden(element)
        if tag in self.block_tags:
            self.flush()
        self.reasons.append(_reason(element) or self.reasons[-1])
        self.found.depth = max(self.found.depth, len(self.reasons))
        self.tags.append(tag if tag in self.block_tags and tag != "br" else self.tags[-1])
        if tag == "a":
            self.in_links += 1
        elif tag == "time" and (stamp := element.get("datetime")):
            self.found.times.append((stamp, self.reasons[-2], element.get("class") or ""))
        if element.text and not skipped:
            self.add(element.text)
        return skipped

    def leave(self, element: Any) -> None:
        tag = element.tag
        if tag in self.block_tags:
            self.flush()
        self.reasons.pop()
        self.tags.pop()
        if tag == "a":
            self.in_links -= 1
        if element.tail:
            self.add(element.tail)

    def add(self, text: str) -> None:
        self.parts.append(text)
        if self.in_links:
            self.link_length += len(text.strip())

    def flush(self) -> None:
        text = " ".join("".join(self.parts).split())
        if text:
            share = min(1.0, self.link_length / len(text))
            self.found.blocks.append(HtmlBlock(text, self.reasons[-1], self.tags[-1], share))
        self.parts.clear()
        self.link_length = 0


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def _reason(element: Any) -> str | None:
    table = chrome()
    by_tag = table.tags.get(element.tag)
    if element.tag in _WRAPPERS or not element.attrib:
        return by_tag
    said = " ".join([value[:200] for name in _NAMED_BY if (value := element.get(name))])
    by_name = _reason_of_names(said) if said else None
    if by_name == "breadcrumb":  # a path is a <nav> too
        return by_name
    return by_tag or _ROLES.get(element.get("role")) or by_name


@lru_cache(maxsize=8192)
def _reason_of_names(names: str) -> str | None:
    """The reason that a class, an id or a label gives, if any of its words is in the table."""
    table = chrome().classes
    for name in names.split():
        words = [word.casefold() for word in _WORD.findall(name)]
        pairs = [f"{a}-{b}" for a, b in pairwise(words)]
        for word in (*pairs, *words):
            if word in table:
                return table[word]
    return None
