"""Who wrote a page's story: people by name, and the news agency it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from dualtrack.pages._chrome import fold, is_prose
from dualtrack.pages._credits import PARTS, agency_in, agency_of_lines
from dualtrack.pages._names import byline_in, is_name, may_be_author, names_in
from dualtrack.pages._signs import agencies
from dualtrack.pages.meta._structured import Declared, clean, named, types_of
from dualtrack.pages.visible._blocks import HtmlBlock

_META = (
    "author", "article:author", "parsely-author", "byl", "sailthru.author", "dc.creator",
    "dcterms.creator", "cxenseparse:author", "citation_author",
)  # fmt: skip
_SOURCE = re.compile(r"^\W*(?:source|quelle|fuente|fonte)\s*:\s*", re.IGNORECASE)
_BELOW = 14


def find_authors(
    declared: Declared, blocks: Sequence[HtmlBlock], title: int | None, site: str | None
) -> tuple[tuple[str, ...], str | None]:
    """The authors and the agency: declared ones first, else those of the byline.

    An organisation is never an author. Nobody is an answer.
    """
    agency: str | None = None
    names: list[str] = []
    for name, kind in _declared_people(declared.story.get("author")):
        agency = agency or agency_of_lines([name], site)
        if "organization" not in kind.casefold():
            names.extend(_people(name, site, "person" in kind.casefold()))
    names = _without_own(names, declared)
    for key in _META:
        if names:
            break
        for value in declared.meta.get(key, ()):
            agency = agency or agency_of_lines([value], site)
            names.extend(_people(value, site, sure=False))
        names = _without_own(names, declared)
    lines = list(_bylines(blocks, title))
    if not names:
        names.extend(
            next((read for line in lines if (read := names_in(_without_agency(line), site))), ())
        )
    near = [] if title is None else blocks[title + 1 : title + 1 + _BELOW]
    lines += [b.text for b in near if len(b.text) <= 200 and any(n in b.text for n in names)]
    agency = agency or next(
        (
            found
            for line in lines
            for part in (line[len(_without_agency(line)) :], *PARTS.split(line))
            if (found := agency_in(part, site))
        ),
        None,
    )
    agency = agency or next(
        (a for n in named(declared.story.get("sourceOrganization")) if (a := agency_in(n, site))),
        None,
    )
    if agency is None and title is not None:
        agency = _beside(blocks, title, site)
    return tuple(dict.fromkeys(names)), agency


def _without_own(names: list[str], declared: Declared) -> list[str]:
    """Names without those by which the site itself goes."""
    own = [declared.site, *named(declared.story.get("publisher"))]
    own += [declared.first_meta(key) for key in ("og:site_name", "application-name")]
    known = {fold(name.partition("(")[0]) for name in own if name}
    return [name for name in names if fold(name) not in known]


def _declared_people(value: Any) -> list[tuple[str, str]]:
    """The names in a declared value, each with its type as it is given, if any."""
    found: list[tuple[str, str]] = []
    for one in (value if isinstance(value, list) else [value])[:30]:
        kind = " ".join(types_of(one)) if isinstance(one, dict) else ""
        found.extend((name, kind) for name in named(one))
    return found


def _people(text: str, site: str | None, sure: bool) -> list[str]:
    """The people in a declared string, or the string itself where it may be a name."""
    text = clean(text) or ""
    if "://" in text or ("@" in text and not names_in(text, site)):
        return []
    if agency_in(text, site) or (site and fold(site) == fold(text)):
        return []
    if is_name(text):
        return [text]
    if read := names_in(_without_agency(text), site):
        return [name for name in read if not agency_in(name, site)]
    return [text] if (sure or not text.isascii()) and may_be_author(text, site) else []


def _without_agency(text: str) -> str:
    """A byline without the agency behind its names: "JANE DOE Associated Press"."""
    bare = text.rstrip(" .")
    for form in agencies().names:
        if bare[-len(form) - 1 :].casefold() == f" {form}":
            return bare[: -len(form)].rstrip(" ,|-–")
    return text


def _bylines(blocks: Sequence[HtmlBlock], title: int | None) -> Iterable[str]:
    """The lines near the headline that say who wrote the story, from the word "by" on."""
    near = blocks if title is None else blocks[title + 1 : title + 1 + _BELOW]
    prose = 0
    for block in near:
        if len(block.text) <= 200 and block.reason in (None, "byline", "date line"):
            if said := byline_in(block.text):
                yield said
            elif block.reason == "byline":
                yield block.text
        if block.reason is None and is_prose(block.text):
            prose += 1
        if title is not None and prose > 2:
            return


def _beside(blocks: Sequence[HtmlBlock], title: int, site: str | None) -> str | None:
    """An agency whose name stands alone in a line next to the headline."""
    for block in blocks[max(0, title - 3) : title + 8]:
        if len(block.text) >= 40 or block.reason in ("navigation", "breadcrumb", "footer"):
            continue
        text = _SOURCE.sub("", block.text)
        if (found := agency_in(text, site)) and found in agencies().known:
            return found
    return None
