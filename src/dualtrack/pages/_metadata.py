"""Title, site, section, authors and date of an HTML page, each from the best place that has it."""

from __future__ import annotations

import datetime as dt
import logging
import re
from typing import Any
from urllib.parse import urlsplit

from dualtrack.pages._article import Published
from dualtrack.pages._blocks import Walk
from dualtrack.pages._chrome import fold, reason_of, site_name
from dualtrack.pages._dates import best_line, parse_stamp
from dualtrack.pages._draft import Draft
from dualtrack.pages._names import is_name, names_in
from dualtrack.pages._structured import Declared, clean, named
from dualtrack.pages._tables import chrome, dates
from dualtrack.pages._title import split_path, split_suffix

log = logging.getLogger(__name__)

_ELSEWHERE = frozenset(
    ("teaser", "navigation", "footer", "comments", "advertisement", "membership prompt", "form")
)


def add_metadata(draft: Draft, root: Any, declared: Declared, found: Walk, url: str | None) -> None:
    """Fill in a draft's title, url, site, section, authors and published."""
    draft.url = url or _canonical(declared)
    draft.site = _site(declared)
    draft.title, suffix = _title(declared, draft.site)
    draft.site = (
        draft.site
        or suffix
        or site_name(b.text for b in found.blocks if b.reason or reason_of(b.text))
    )
    draft.section = _section(declared, found, draft.title)
    draft.authors = _authors(declared, found, draft.site)
    draft.published = _published(root, declared, found, draft.url)


def _canonical(declared: Declared) -> str | None:
    for value in (declared.canonical, declared.first_meta("og:url"), declared.story.get("url")):
        if isinstance(value, str) and _is_address(value):
            return value.strip()
    return None


def _is_address(url: str) -> bool:
    """Whether a string is a full web address."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _site(declared: Declared) -> str | None:
    return (
        declared.first_meta("og:site_name")
        or declared.site
        or declared.first_meta("application-name")
    )


def _title(declared: Declared, site: str | None) -> tuple[str | None, str | None]:
    """The candidate that the others support best, and the site's name cut off behind it."""
    raw = [
        *declared.heading[:3],
        clean(declared.story.get("headline")),
        declared.first_meta("og:title"),
        declared.first_meta("twitter:title"),
        declared.page_title,
    ]
    candidates = [c for c in raw if c and not (site and fold(c) == fold(site))]
    if not candidates:
        return None, None
    heads = [_without_site(c, site, candidates) for c in candidates]
    folded = [fold(head) for head, _ in heads]
    scores = [sum(_supports(a, b) for b in folded) for a in folded]
    best = scores.index(max(scores))
    suffix = next((tail for _, tail in heads if tail), None)
    return heads[best][0], suffix


def _without_site(text: str, site: str | None, others: list[str]) -> tuple[str, str | None]:
    parts = split_suffix(text)
    if parts is None:
        return text, None
    head, tail = parts
    if site and (fold(tail) == fold(site) or _squeezed(tail) == _squeezed(site)):
        return head, None
    if any(fold(other) == fold(head) for other in others):
        return head, tail
    return text, None


def _squeezed(text: str) -> str:
    return re.sub(r"\W|^the ", "", text.casefold())


def _supports(a: str, b: str) -> int:
    if a == b:
        return 2
    shorter, longer = sorted((a, b), key=len)
    return 1 if longer.startswith(shorter) and len(shorter) > 0.6 * len(longer) else 0


def _section(declared: Declared, found: Walk, title: str | None) -> tuple[str, ...]:
    if path := _path(declared.breadcrumb, title):
        return path
    visible: list[str] = []
    for block in found.blocks:
        if block.reason == "breadcrumb" and len(block.text) < 300 and len(visible) < 8:
            visible.extend(split_path(block.text))
    if path := _path(tuple(visible), title):
        return path
    if title and (path := _path(_glued_path(found, title), title)):
        return path
    sections = named(declared.story.get("articleSection"))
    # A list of sections is no path: the first is taken, as the page puts it first.
    one = sections[:1] or [
        s for s in (declared.first_meta("article:section", "parsely-section"),) if s
    ]
    return _path(tuple(one), title)


def _glued_path(found: Walk, title: str) -> tuple[str, ...]:
    """The entries of a line that ends with the title, if it is short and has links."""
    wanted = fold(title)
    for block in found.blocks:
        extra = len(block.text) - len(title)
        if 0 < extra <= 120 and block.linked > 0 and fold(block.text).endswith(wanted):
            return split_path(block.text[:extra])
    return ()


def _path(entries: tuple[str, ...], title: str | None) -> tuple[str, ...]:
    """A path without front page and title; a last entry that is a cut title goes as well."""
    known = fold(title) if title else None
    kept: list[str] = []
    for entry in entries:
        folded = fold(entry).rstrip(".… ")
        if folded in chrome().front or not folded or entry in kept:
            continue
        if known and (folded == known or (len(folded) > 15 and known.startswith(folded))):
            continue
        kept.append(entry)
    return tuple(kept)


def _authors(declared: Declared, found: Walk, site: str | None) -> tuple[str, ...]:
    said = [n for n in named(declared.story.get("author")) if _may_be_author(n, site)]
    if said:  # whoever fills in structured data means what it says, a desk as well
        return tuple(dict.fromkeys(said))
    for key in ("author", "article:author", "parsely-author", "byl", "sailthru.author"):
        values = [v for v in declared.meta.get(key, ()) if _may_be_author(v, site)]
        names = [n for v in values for n in ((v,) if is_name(v) else names_in(v, site))]
        if names:
            return tuple(dict.fromkeys(names))
    for block in found.blocks:
        by_words = len(block.text) < 100 and block.text[:3].casefold() == "by "
        by_place = len(block.text) < 200 and block.reason == "byline"
        if (by_words or by_place) and (read := names_in(block.text, site)):
            return read
    return ()


def _may_be_author(text: str, site: str | None) -> bool:
    address = "://" in text or "@" in text or len(text) > 120
    return not address and not (site and fold(text) == fold(site))


def _published(root: Any, declared: Declared, found: Walk, url: str | None) -> Published | None:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        value = declared.story.get(key)
        if isinstance(value, str) and (stamp := parse_stamp(value, "json-ld")):
            return stamp
    for name in dates().meta:
        for text in declared.meta.get(name, ()):
            if stamp := parse_stamp(text, "meta"):
                return stamp
    for text, reason, classes in found.times:
        changed = re.search(r"updat|modif", classes, re.IGNORECASE)
        if reason not in _ELSEWHERE and not changed and (stamp := parse_stamp(text, "time")):
            return stamp
    near = [b.text for b in found.blocks if len(b.text) <= 160 and b.reason not in _ELSEWHERE]
    return best_line(near) or _guess(root, url)


def _guess(root: Any, url: str | None) -> Published | None:
    """The day that htmldate takes for the day of publication: often right, never certain."""
    from htmldate import find_date  # noqa: PLC0415 - only pages that declare no date need it

    try:
        day = find_date(root, original_date=True, url=url, outputformat="%Y-%m-%d")
        return Published(dt.date.fromisoformat(day), source="guess") if day else None
    except Exception:
        # whatever a third party's guess breaks on, the page itself can be read
        log.debug("htmldate failed", exc_info=True)
        return None
