"""Site maps, those for news and indexes of them."""

from __future__ import annotations

from typing import Any

from lxml import etree

from dualtrack._errors import NoFeed, TooLarge
from dualtrack.pages.feeds._entry import Entry, Feed, FeedKind
from dualtrack.pages.feeds._parts import (
    MOST_ENTRIES,
    Collector,
    distinct,
    language_code,
    one_line,
    too_many,
)

_MOST_PIECES = 1_500_000  # elements and references: some hundred bytes of memory each
_MOST_INSIDE = 100  # no address, title or date has more elements in it


def read_sitemap(text: str, url: str | None = None) -> Feed:
    """Read a site map or an index of site maps; `text` begins with its root element.

    Every address is an entry; those of an index lead to other site maps. Raises NoFeed, TooLarge.
    """
    if text.count("<") + text.count("&") > _MOST_PIECES:
        raise TooLarge(f"The site map has more than {_MOST_PIECES:,} pieces of markup.")
    root, broken = _parse(text)
    kind: FeedKind = "sitemap index" if _name(root) == "sitemapindex" else "sitemap"
    found = Collector(url)
    if broken:
        found.problem("broken", f"The site map is no well-formed XML: {broken}")
    wanted = "sitemap" if kind == "sitemap index" else "url"
    for element in root:
        if _name(element) != wanted:
            continue
        found.begin()
        if found.number > MOST_ENTRIES:
            raise too_many()
        found.add(_entry(element, found))
    return Feed(kind, None, None, tuple(found.entries), tuple(found.problems))


def _parse(text: str) -> tuple[Any, str | None]:
    """The root, and what is wrong with the XML if it had to be mended."""
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NoFeed("The site map holds no XML that can be read.") from error
    errors = parser.error_log
    if any("depth" in entry.message or "RESOURCE_LIMIT" in entry.type_name for entry in errors):
        raise TooLarge("The feed's elements are nested too deeply.")
    if root is None:
        raise NoFeed("The site map holds no XML that can be read.")
    faults = [entry for entry in errors if entry.level_name != "WARNING"]
    said = one_line(faults[0].message) or "unknown" if faults else None
    return root, f"line {faults[0].line}, {said}." if said else None


def _entry(element: Any, found: Collector) -> Entry:
    own = _texts(element)
    news = next((child for child in element if _name(child) == "news"), None)
    said = _texts(news) if news is not None else {}
    publication = (
        next((child for child in news if _name(child) == "publication"), None)
        if news is not None
        else None
    )
    paper = _texts(publication) if publication is not None else {}
    address = found.address(own.get("loc"))
    return Entry(
        id=address,
        url=address,
        title=one_line(said.get("title")),
        published=found.stamp(said.get("publication_date")),
        modified=found.stamp(own.get("lastmod")),
        tags=distinct(one_line(tag) for tag in (said.get("keywords") or "").split(",")),
        language=language_code(paper.get("language")),
        number=found.number,
    )


def _texts(element: Any) -> dict[str, str]:
    """The text of each child by its name; the first of a name counts."""
    found: dict[str, str] = {}
    for child in element:
        if len(child) < _MOST_INSIDE:
            found.setdefault(_name(child), "".join(child.itertext()))
    return found


def _name(element: Any) -> str:
    """The name without its namespace, in lower case; nothing for what is no element."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""
