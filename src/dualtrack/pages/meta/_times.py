"""The `<time>` elements of a page that belong to its story, and whether each is of a change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

from dualtrack.pages._dates import label_in
from dualtrack.pages._tables import chrome

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ELSEWHERE = frozenset(
    ("teaser", "navigation", "footer", "comments", "advertisement", "membership prompt", "form")
)
_WRAPPERS = frozenset(("html", "body", "main", "article"))
_CHANGED = re.compile(r"updat|modif|dateModified|revis", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|entry-?date|datePublished|posted|created|pubdate", re.IGNORECASE)
_MOST = 500


@dataclass(frozen=True, slots=True)
class Stamp:
    """One stamp for machines; `label` is "published", "changed" or None where nothing says."""

    text: str
    label: str | None


def read_times(root: Any) -> list[Stamp]:
    """The stamps of `<time>` elements, those in menus, teasers and other articles left out.

    Those below the first heading come first: above it stands the day on which it was read.
    """
    own = _own_articles(root)
    above: list[Stamp] = []
    below: list[Stamp] = []
    found = above
    for element in root.iter("h1", "time"):
        if element.tag == "h1":
            found = below
            continue
        stamp = (element.get("datetime") or "").strip()
        if stamp and not _stands_elsewhere(element, own):
            found.append(Stamp(stamp, _label(element)))
        if len(above) + len(below) >= _MOST:
            break
    return [*below, *above]


def _own_articles(root: Any) -> list[Any] | None:
    """The `<article>` elements around the first heading; None where no heading is in one."""
    for heading in islice(root.iter("h1"), 10):
        around = list(heading.iterancestors("article"))
        if around:
            return around
    first = next(root.iter("article"), None)
    return None if first is None else [first]


def is_elsewhere(element: Any) -> bool:
    """Whether an element by its tag or names is a menu, a teaser, a foot or another such part."""
    table = chrome()
    if element.tag in _WRAPPERS:
        return False
    if table.tags.get(element.tag) in _ELSEWHERE:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    words = [word.casefold() for word in _WORD.findall(names)]
    return any(table.classes.get(word) in _ELSEWHERE for word in words)


def _stands_elsewhere(element: Any, own: list[Any] | None) -> bool:
    for depth, around in enumerate(element.iterancestors()):
        tag = around.tag
        if not isinstance(tag, str) or depth > 200:
            continue
        if tag == "article" and own is not None and not any(around is one for one in own):
            return True
        if tag == "a" and len(" ".join("".join(islice(around.itertext(), 40)).split())) > 60:
            return True
        if is_elsewhere(around):
            return True
    return False


def _label(element: Any) -> str | None:
    names = " ".join(element.get(n) or "" for n in ("itemprop", "class", "id"))
    if element.get("pubdate") is not None:
        names += " pubdate"
    for _ in range(2):
        changed, published = _CHANGED.search(names), _PUBLISHED.search(names)
        if changed and not published:
            return "changed"
        if published:
            return "published"
        parent = element.getparent()
        if parent is None:
            break
        if said := label_in(_before(element, parent)):
            return said
        if parent.tag in _WRAPPERS or len(parent) > 1:
            break
        element, names = parent, parent.get("class") or ""
    return label_in("".join(islice(element.itertext(), 10))[:40].strip())


def _before(element: Any, parent: Any) -> str:
    """The text before an element in its parent, since the last other `<time>`."""
    parts: list[str] = []
    for sibling in element.itersiblings(preceding=True):
        parts.append(sibling.tail or "")
        if sibling.tag == "time" or len(parts) > 6:
            break
        if isinstance(sibling.tag, str):
            parts.append("".join(islice(sibling.itertext(), 50))[-80:])
    else:
        parts.append(parent.text or "")
    return "".join(reversed(parts))[-80:]
