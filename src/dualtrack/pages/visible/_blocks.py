"""The visible text of an HTML tree, block by block, with what the elements say about each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from lxml import etree

from dualtrack.pages._tables import chrome, word_list
from dualtrack.pages.visible._runs import MARK, number_of
from dualtrack.pages.visible._words import block_names

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
_DIGIT = re.compile(r"\d+")
# Elements whose being around a block is worth knowing.
_AROUND = frozenset(
    [
        "article",
        "main",
        "section",
        "aside",
        "nav",
        "footer",
        "header",
        "figure",
        "form",
        "table",
        "li",
        "blockquote",
        "a",
    ]
)
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
_ASIDE = frozenset(("em", "i", "small"))  # what is said aside is set so


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the tree a block stands.

    `parents` are the numbers of its block element and of the two around it, `article` the
    number of the nearest `<article>` (0: none); numbers count elements from the start.
    `kind` is equal for blocks whose tags and classes are equal all the way down. `around`
    names elements it stands in, `names` what classes call those ("body", "standfirst" …).
    `own` is the reason that its own element gives.
    """

    parents: tuple[int, int, int] = (0, 0, 0)
    article: int = 0
    kind: int = 0
    around: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    own: str | None = None


_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """One block's text with single spaces. `reason` comes from the elements around it."""

    text: str
    reason: str | None
    tag: str
    linked: float  # share of its characters that are links, 0 to 1
    runs: tuple[int, int] | None = None
    """Numbers of its first and last run of text, in a tree with marks (see `_runs.py`)."""
    place: Place = _NOWHERE
    links: int = 0
    bold: float = 0.0  # share of its characters in bold, 0 to 1
    aside: float = 0.0  # share of its characters in italics or small type, 0 to 1
    ruled: bool = False  # a rule stands above it


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


@dataclass(slots=True)
class _Frame:
    """One open element."""

    tag: str  # of the nearest block element
    reason: str | None
    place: Place


class _Collector:
    def __init__(self, found: Walk, block_tags: frozenset[str]) -> None:
        self.found = found
        self.block_tags = block_tags
        self.frames = [_Frame("body", None, _NOWHERE)]
        self.parts: list[str] = []
        self.runs: list[int] = []
        self.in_links = self.in_bold = self.in_aside = 0
        self.link_length = self.bold_length = self.aside_length = self.links = 0
        self.ruled = False

    def enter(self, element: Any) -> bool:
        """Begin an element; True if what is in it cannot be seen."""
        tag = element.tag
        self.found.nodes += 1
        skipped = tag in _SKIPPED or _is_hidden(element)
        is_block = tag in self.block_tags
        if is_block:
            self.flush()
        above = self.frames[-1]
        own, names = _said(element)
        inner = is_block and tag != "br"
        place = above.place
        if inner or own or names or tag in _AROUND:
            place = self._placed(element, above.place, own, names, inner)
        self.frames.append(_Frame(tag if inner else above.tag, own or above.reason, place))
        self.found.depth = max(self.found.depth, len(self.frames))
        if tag == "a":
            self.in_links += 1
            self.links += 1
        elif tag in _BOLD:
            self.in_bold += 1
        elif tag in _ASIDE:
            self.in_aside += 1
        elif tag == "hr":
            self.ruled = True
        elif tag == "time" and (stamp := element.get("datetime")):
            self.found.times.append((stamp, above.reason, element.get("class") or ""))
        if element.text and not skipped:
            self.add(element.text)
        return skipped

    def _placed(
        self, element: Any, above: Place, own: str | None, names: frozenset[str], inner: bool
    ) -> Place:
        tag = element.tag
        number = self.found.nodes
        kind = above.kind
        if inner:
            kind = hash((kind, tag, _DIGIT.sub("", element.get("class") or "")[:60]))
        return Place(
            (number, *above.parents[:2]) if inner else above.parents,
            number if tag == "article" else above.article,
            kind,
            above.around | {tag} if tag in _AROUND else above.around,
            above.names | names if names else above.names,
            own or (None if inner else above.own),
        )

    def leave(self, element: Any) -> None:
        """End an element."""
        tag = element.tag
        if tag in self.block_tags:
            self.flush()
        self.frames.pop()
        if tag == "a":
            self.in_links -= 1
        elif tag in _BOLD:
            self.in_bold -= 1
        elif tag in _ASIDE:
            self.in_aside -= 1
        if element.tail:
            self.add(element.tail)

    def add(self, text: str) -> None:
        """Text inside the open elements."""
        if MARK in text:
            first, *others = text.split(MARK)
            self.runs.extend(number_of(piece[:4]) for piece in others)
            text = first + "".join(piece[4:] for piece in others)
        self.parts.append(text)
        if self.in_links:
            self.link_length += len(text.strip())
        if self.in_bold:
            self.bold_length += len(text.strip())
        if self.in_aside:
            self.aside_length += len(text.strip())

    def flush(self) -> None:
        """End the block that is being collected, if any."""
        text = " ".join("".join(self.parts).split())
        if text:
            size = len(text)
            frame = self.frames[-1]
            self.found.blocks.append(
                HtmlBlock(
                    text,
                    frame.reason,
                    frame.tag,
                    min(1.0, self.link_length / size),
                    (self.runs[0], self.runs[-1]) if self.runs else None,
                    frame.place,
                    self.links,
                    min(1.0, self.bold_length / size),
                    min(1.0, self.aside_length / size),
                    self.ruled,
                )
            )
            self.links = 0
            self.ruled = False
        self.parts.clear()
        self.runs.clear()
        self.link_length = self.bold_length = self.aside_length = 0


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


_NO_NAMES: frozenset[str] = frozenset()


def _said(element: Any) -> tuple[str | None, frozenset[str]]:
    """The reason that an element gives for leaving its text out, and what its classes call it."""
    by_tag = chrome().tags.get(element.tag)
    if not element.attrib:
        return by_tag, _NO_NAMES
    said = " ".join([value[:200] for name in _NAMED_BY if (value := element.get(name))])
    by_name, names = _read_names(said) if said else (None, _NO_NAMES)
    if element.tag in _WRAPPERS:
        return by_tag, names
    if by_name == "breadcrumb":  # a path is a <nav> too
        return by_name, names
    return by_tag or _ROLES.get(element.get("role")) or by_name, names


@lru_cache(maxsize=8192)
def _read_names(said: str) -> tuple[str | None, frozenset[str]]:
    """The first reason that classes, ids or labels give, and all that `blocks.yaml` knows."""
    table, known = chrome().classes, block_names()
    reason: str | None = None
    names: set[str] = set()
    for name in said.split():
        words = [word.casefold() for word in _WORD.findall(name)]
        pairs = [f"{a}-{b}" for a, b in pairwise(words)]
        for word in (*pairs, *words):
            reason = reason or table.get(word)
            if word in known:
                names.add(known[word])
    return reason, frozenset(names)
