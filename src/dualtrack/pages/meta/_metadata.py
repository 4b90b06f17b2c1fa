"""All that an HTML page says about its story, each thing from the best place that has it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from dualtrack.pages._chrome import reason_of, site_name
from dualtrack.pages._draft import Draft
from dualtrack.pages.meta._access import find_access
from dualtrack.pages.meta._authors import find_authors
from dualtrack.pages.meta._headline import headline, title_block
from dualtrack.pages.meta._page_kind import find_kind
from dualtrack.pages.meta._section import find_section
from dualtrack.pages.meta._stamps import find_stamps
from dualtrack.pages.meta._structured import Declared
from dualtrack.pages.visible._blocks import Walk

_LONGEST_ADDRESS = 2_000


def add_metadata(draft: Draft, root: Any, declared: Declared, found: Walk, url: str | None) -> None:
    """Fill in all fields of a draft but its paragraphs and dropped lines."""
    draft.canonical = _canonical(declared, url)
    draft.url = url or draft.canonical
    draft.site = _site(declared)
    draft.title, around = headline(declared, found.blocks, draft.site)
    if draft.site is None:
        printed = site_name(b.text for b in found.blocks if b.reason or reason_of(b.text))
        draft.site = around or printed
        draft.title, _ = headline(declared, found.blocks, draft.site)
    at = title_block(found.blocks, draft.title)
    draft.section = find_section(
        declared, found.blocks, at, title=draft.title, url=draft.url, site=draft.site
    )
    draft.authors, draft.agency = find_authors(declared, found.blocks, at, draft.site)
    draft.published, draft.modified = find_stamps(root, declared, found.blocks, at, draft.url)
    draft.access, draft.access_sign = find_access(root, declared, found.blocks)
    draft.kind, draft.kind_sign = find_kind(root, declared, found.blocks, draft.title, draft.url)
    draft.declared_language = (
        declared.language
        or declared.first_meta("content-language", "og:locale")
        or _text(declared.story.get("inLanguage"))
    )


def _canonical(declared: Declared, url: str | None) -> str | None:
    """The page's own address, in full; relative ones are resolved where the page's is known.

    That of the front page is no address of a story.
    """
    entity = declared.story.get("mainEntityOfPage")
    values = (
        declared.canonical,
        declared.first_meta("og:url"),
        declared.story.get("url"),
        entity.get("@id") if isinstance(entity, dict) else entity,
    )
    for value in values:
        address = _address(value, url)
        if address and not (url and _is_front(address) and not _is_front(url)):
            return address
    return None


def _address(value: Any, base: str | None) -> str | None:
    """A full http or https address, or None."""
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_ADDRESS:
        return None
    try:
        full = urljoin(base, value.strip()) if base else value.strip()
        parts = urlsplit(full)
        host = parts.hostname
    except ValueError:
        return None
    if any(c.isspace() or not c.isprintable() for c in full):
        return None
    return full if parts.scheme in ("http", "https") and host else None


def _is_front(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def _site(declared: Declared) -> str | None:
    return (
        declared.first_meta("og:site_name")
        or declared.site
        or declared.first_meta("application-name", "dc.publisher", "apple-mobile-web-app-title")
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
