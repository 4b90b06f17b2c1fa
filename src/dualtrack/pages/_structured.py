"""What a page declares about itself: JSON-LD, meta elements, links."""

from __future__ import annotations

import html
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

log = logging.getLogger(__name__)

_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_STORY_TYPES = frozenset(("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"))
_MOST_NODES = 5_000


@dataclass(slots=True)
class Declared:
    """The declared data of one page. Keys of `meta` are lower case."""

    story: dict[str, Any] = field(default_factory=dict)
    breadcrumb: tuple[str, ...] = ()
    site: str | None = None
    meta: dict[str, list[str]] = field(default_factory=dict)
    canonical: str | None = None
    heading: list[str] = field(default_factory=list)
    page_title: str | None = None

    def first_meta(self, *names: str) -> str | None:
        """The first meta element of these names that says anything."""
        for name in names:
            for value in self.meta.get(name, ()):
                return value
        return None


def read_declared(root: Any) -> Declared:
    """Collect what a tree declares; data that is no valid JSON is mended or left out."""
    declared = Declared()
    nodes: list[dict[str, Any]] = []
    for element in root.iter("meta", "script", "link", "title", "h1"):
        tag = element.tag
        if tag == "meta":
            _add_meta(declared, element)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").casefold():
                nodes.extend(_nodes(_lenient_json(element.text or "")))
        elif tag == "link":
            if "canonical" in (element.get("rel") or "").casefold().split():
                declared.canonical = declared.canonical or element.get("href")
        elif tag == "h1":
            if text := clean("".join(element.itertext())):
                declared.heading.append(text)
        elif declared.page_title is None:
            declared.page_title = clean(element.text)
    _take_nodes(declared, nodes)
    return declared


def clean(value: Any) -> str | None:
    """A declared string with entities resolved and single spaces; None for anything else."""
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


def named(value: Any) -> list[str]:
    """The names in a JSON-LD value: a string, an object with `name`, or a list of these."""
    values = value if isinstance(value, list) else [value]
    names: list[str] = []
    for one in values[:50]:
        name = clean(one.get("name")) if isinstance(one, dict) else clean(one)
        if name:
            names.append(name)
    return names


def types_of(node: dict[str, Any]) -> list[str]:
    """The types of a JSON-LD node, without the address of their vocabulary."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return [v.rsplit("/", 1)[-1] for v in values if isinstance(v, str)]


def _add_meta(declared: Declared, element: Any) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop")
    value = clean(element.get("content"))
    if name and value:
        declared.meta.setdefault(name.strip().casefold(), []).append(value)


def _lenient_json(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", text)), strict=False)
    except (ValueError, RecursionError):
        log.debug("a page's JSON-LD is broken and was left out")
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """All objects that stand at the top, in lists, in `@graph` or as main entity."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node
        elif isinstance(node, dict):
            yield node
            for key in (
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "breadcrumb",
                "itemListElement",
            ):
                inside = node.get(key)
                if isinstance(inside, dict) or (isinstance(inside, list) and key == "@graph"):
                    waiting.append(inside)


def _take_nodes(declared: Declared, nodes: list[dict[str, Any]]) -> None:
    stories = [n for n in nodes if any(_is_story(t) for t in types_of(n))]
    if stories:
        wanted = ("headline", "datePublished", "author", "articleSection", "publisher")
        declared.story = max(stories, key=lambda n: sum(key in n for key in wanted))
    for node in nodes:
        types = types_of(node)
        if "BreadcrumbList" in types and not declared.breadcrumb:
            declared.breadcrumb = _breadcrumb(node)
        if declared.site is None and ("WebSite" in types or "NewsMediaOrganization" in types):
            declared.site = clean(node.get("name"))
    publisher = named(declared.story.get("publisher"))
    declared.site = (publisher[0] if publisher else None) or declared.site


def _is_story(name: str) -> bool:
    return name.endswith("Article") or name in _STORY_TYPES


def _breadcrumb(node: dict[str, Any]) -> tuple[str, ...]:
    entries = node.get("itemListElement")
    placed: list[tuple[float, str]] = []
    for order, entry in enumerate(entries[:20] if isinstance(entries, list) else ()):
        if not isinstance(entry, dict):
            continue
        item = entry.get("item")
        name = clean(entry.get("name")) or (
            clean(item.get("name")) if isinstance(item, dict) else None
        )
        position = entry.get("position")
        try:
            at = float(position) if position is not None else float(order)
        except (TypeError, ValueError):
            at = float(order)
        if name:
            placed.append((at, name))
    return tuple(name for _, name in sorted(placed, key=lambda pair: pair[0]))
