"""What a page declares about itself: JSON-LD, microdata, meta elements, links."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import Any

from dualtrack.pages._chrome import fold
from dualtrack.pages.meta._json_ld import nodes_of, read_json_ld
from dualtrack.pages.meta._microdata import read_microdata

_STORY_TYPES = frozenset(("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"))
_PAGE_TYPES = frozenset(("WebPage", "ItemPage"))
_SITES = ("WebSite", "NewsMediaOrganization")
_WANTED = ("headline", "datePublished", "author", "articleSection", "publisher")
_MOST_SCRIPTS = 60


@dataclass(slots=True)
class Declared:
    """The declared data of one page. Keys of `meta` are lower case.

    `story` is the object that describes the story, from JSON-LD or else from microdata, which
    `source` tells; `types` are the types of all objects. `mended` is True where JSON-LD was
    broken. `language` is what the page says of its own, in the page's form ("en-GB").
    """

    story: dict[str, Any] = field(default_factory=dict)
    source: str = "json-ld"
    page: dict[str, Any] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    breadcrumb: tuple[str, ...] = ()
    site: str | None = None
    meta: dict[str, list[str]] = field(default_factory=dict)
    canonical: str | None = None
    heading: list[str] = field(default_factory=list)
    page_title: str | None = None
    language: str | None = None
    mended: bool = False

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
    scripts = 0
    for element in root.iter("meta", "script", "link", "title", "h1"):
        tag = element.tag
        if tag == "meta":
            _add_meta(declared, element)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").casefold() and scripts < _MOST_SCRIPTS:
                scripts += 1
                values, mended = read_json_ld(element.text or "")
                declared.mended = declared.mended or mended
                nodes.extend(nodes_of(values))
        elif tag == "link":
            if "canonical" in (element.get("rel") or "").casefold().split():
                declared.canonical = declared.canonical or element.get("href")
        elif tag == "h1":
            if text := clean("".join(element.itertext())):
                declared.heading.append(text)
        elif declared.page_title is None and not _in_picture(element):
            declared.page_title = clean(element.text)
    declared.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    _take_nodes(declared, nodes, "json-ld")
    _take_nodes(declared, list(nodes_of(list(read_microdata(root)))), "microdata")
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
        if isinstance(one, dict):
            one = one.get("name")  # noqa: PLW2901
            one = one[0] if isinstance(one, list) and one else one  # noqa: PLW2901
        if name := clean(one):
            names.append(name)
    return names


def types_of(node: dict[str, Any]) -> list[str]:
    """The types of a JSON-LD node, without the address of their vocabulary."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return [v.rsplit("/", 1)[-1] for v in values if isinstance(v, str)]


def _in_picture(element: Any) -> bool:
    return any(isinstance(e.tag, str) and e.tag == "svg" for e in element.iterancestors())


def _add_meta(declared: Declared, element: Any) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop")
    value = clean(element.get("content"))
    if not value:
        return
    if not name and (element.get("http-equiv") or "").casefold() == "content-language":
        name = "content-language"
    if name:
        declared.meta.setdefault(name.strip().casefold(), []).append(value)


def _take_nodes(declared: Declared, nodes: list[dict[str, Any]], source: str) -> None:
    known = _titles(declared)
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    stories = [n for n in nodes if any(_is_story(t) for t in types_of(n))]
    if source == "microdata" and (declared.story or len(stories) > 1):
        stories = [n for n in stories if _is_of(n, known)]  # teasers are marked up as well
    if stories:
        best = max(
            stories, key=lambda n: (_is_of(n, known), sum(bool(n.get(key)) for key in _WANTED))
        )
        best = {key: _resolved(value, by_id) for key, value in best.items()}
        if not declared.story:
            declared.story, declared.source = best, source
        else:  # what the first form lacks
            for key, value in best.items():
                declared.story.setdefault(key, value)
    for node in nodes:
        types = types_of(node)
        declared.types.update(types)
        if "BreadcrumbList" in types and not declared.breadcrumb:
            declared.breadcrumb = _breadcrumb(node)
        if not declared.page and _PAGE_TYPES.intersection(types):
            declared.page = node
        if declared.site is None and any(t in types for t in _SITES):
            declared.site = next(iter(named(node)), None)
    publisher = named(declared.story.get("publisher"))
    declared.site = (publisher[0] if publisher else None) or declared.site


def _titles(declared: Declared) -> set[str]:
    """The titles by which the page itself goes, as they are compared."""
    said = [*declared.heading[:2], declared.first_meta("og:title"), declared.story.get("headline")]
    return {fold(title) for one in said if (title := clean(one))}


def _is_of(node: dict[str, Any], titles: set[str]) -> bool:
    headline = next(iter(named(node.get("headline"))), None) or next(iter(named(node)), None)
    return headline is not None and fold(headline) in titles


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """A value in which objects that only point at another by its `@id` are that other."""
    if isinstance(value, list):
        return [_resolved(one, by_id) for one in value[:100]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _is_story(name: str) -> bool:
    return name.endswith("Article") or name in _STORY_TYPES


def _breadcrumb(node: dict[str, Any]) -> tuple[str, ...]:
    entries = node.get("itemListElement")
    entries = [entries] if isinstance(entries, dict) else entries
    placed: list[tuple[float, str]] = []
    for order, entry in enumerate(entries[:20] if isinstance(entries, list) else ()):
        if not isinstance(entry, dict):
            continue
        item = entry.get("item")
        name = next(iter(named(entry)), None) or (
            next(iter(named(item)), None) if isinstance(item, dict) else None
        )
        position = entry.get("position")
        try:
            at = float(position) if position is not None else float(order)
        except (TypeError, ValueError):
            at = float(order)
        if name:
            placed.append((at, name))
    return tuple(name for _, name in sorted(placed, key=lambda pair: pair[0]))
