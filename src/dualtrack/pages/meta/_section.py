"""The path from the front page to the story, from where a page gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import unquote, urlsplit

from dualtrack.pages._chrome import fold
from dualtrack.pages._signs import signs
from dualtrack.pages._tables import chrome
from dualtrack.pages.dump._title import split_path
from dualtrack.pages.meta._structured import Declared, named
from dualtrack.pages.visible._blocks import HtmlBlock

_META = ("article:section", "parsely-section", "sailthru.section", "cxenseparse:section", "section")
_LISTED = re.compile(r"\s*[,;|]\s*|\s*>\s*")
_PATH_MARK = re.compile(r"\s[>›»/|]\s|[›»>→]")
_PLAIN = re.compile(r"[a-z]+(?:[-_][a-z]+)?")
_ABOVE = 12  # blocks above the headline in which a path stands
_LONGEST = 6


def find_section(
    declared: Declared,
    blocks: Sequence[HtmlBlock],
    at: int | None,
    *,
    title: str | None,
    url: str | None,
    site: str | None,
) -> tuple[str, ...]:
    """The section path, outermost first; `at` is the headline's block.

    Breadcrumb data, a path on the page, a line glued to the headline, the declared section,
    the address: the first that says anything.
    """
    known = [name for name in (title, site) if name]
    if path := _path(declared.breadcrumb, known):
        return path
    visible: list[str] = []
    for block in blocks:
        if block.reason == "breadcrumb" and len(block.text) < 300 and len(visible) < 8:
            visible.extend(split_path(block.text))
    if path := _path(tuple(visible), known):
        return path
    if title and (path := _path(_glued(blocks, title), known)):
        return path
    if at is not None:
        backed = _speaks_for(declared, blocks, at, url)
        if path := _path(_line_above(blocks, at, backed), known):
            return path
    sections = named(declared.story.get("articleSection"))
    said = sections[:1] or [s for s in (declared.first_meta(*_META),) if s]
    # A list of sections is no path: the first is taken, as the page puts it first.
    if said and (path := _path((_LISTED.split(said[0])[0],), known)):
        return path
    return section_of_address(url)


def section_of_address(url: str | None) -> tuple[str, ...]:
    """The words of an address that stand before its date, its number or its headline.

    "/world/middle-east/2024/04/14/talks-resume" gives (World, Middle East),
    "/2024/04/14/world/talks-resume" gives (World,).
    """
    if not url:
        return ()
    try:
        parts = [unquote(part) for part in urlsplit(url).path.split("/") if part]
    except ValueError:
        return ()
    path: list[str] = []
    dated = False  # a date that comes first is followed by one word for the section, if any
    for part in parts[:-1][:_LONGEST]:
        plain = part.casefold()
        if plain.isdigit() and not path:
            dated = True
            continue
        if plain in signs().address_fillers:
            if path:
                break
            continue
        if (
            not _PLAIN.fullmatch(plain)
            or len(plain) > 30
            or (dated and not (plain.isalpha() and len(plain) > 3))
        ):
            break
        path.append(re.sub(r"[-_]", " ", plain).title() if len(plain) > 2 else plain.upper())
        if len(path) == 3 or dated:
            break
    return tuple(path)


def _glued(blocks: Sequence[HtmlBlock], title: str) -> tuple[str, ...]:
    """The entries of a line that ends with the title, if it is short and has links."""
    wanted = fold(title)
    for block in blocks:
        extra = len(block.text) - len(title)
        if 0 < extra <= 120 and block.linked > 0 and fold(block.text).endswith(wanted):
            return split_path(block.text[:extra])
    return ()


def _line_above(
    blocks: Sequence[HtmlBlock], at: int, backed: Callable[[Sequence[str]], bool]
) -> tuple[str, ...]:
    """The entries of a path of links above the headline which begins with the front page.

    They stand in one line, with marks between them or glued, or in a line each. A menu begins
    like that as well, so that something else must speak for entries without marks.
    """
    front = chrome().front
    steps: list[str] = []
    for block in reversed(blocks[max(0, at - _ABOVE) : at]):
        text = block.text
        if len(text) > 120 or block.linked < 0.5:
            steps.clear()
            continue
        if fold(text) in front:
            if 0 < len(steps) <= 4 and backed(steps):
                return tuple(reversed(steps))
            steps.clear()
        elif len(text) <= 30:
            steps.append(text)
        first = next((w for w in front if fold(text).startswith(w) and len(text) > len(w)), None)
        if first is None:
            continue
        marked = bool(_PATH_MARK.search(text))
        if not marked and text[len(first) : len(first) + 2] == ", ":
            entries = tuple(text.split(", ")[1:])
        else:
            entries = split_path(text if marked else text[len(first) :])
        fits = 0 < len(entries) <= 4 and all(len(entry) <= 30 for entry in entries)
        if fits and (backed(entries) if not marked or " | " in text else True):
            return entries
    return ()


def _speaks_for(
    declared: Declared, blocks: Sequence[HtmlBlock], at: int, url: str | None
) -> Callable[[Sequence[str]], bool]:
    """A test whether the address, a declared section or a tag below names an entry of a path."""
    said = {fold(name) for name in named(declared.story.get("articleSection"))}
    said.update(fold(v) for v in (declared.first_meta(*_META),) if v)
    said.update(fold(b.text) for b in blocks[at + 1 :] if b.linked > 0.8 and len(b.text) <= 30)
    for part in (url or "").casefold().split("/")[3:8]:
        said.add(re.sub(r"[-_]", " ", part))

    def backed(entries: Sequence[str]) -> bool:
        return any(fold(entry) in said for entry in entries)

    return backed


def _path(entries: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """A path without front page, site and title; a last entry that is a cut title goes as well."""
    names = [fold(name) for name in known]
    kept: list[str] = []
    for entry in entries[:12]:
        folded = fold(entry).rstrip(".… ")
        if folded in chrome().front or not folded or entry in kept or "://" in entry:
            continue
        if any(folded == n or (len(folded) > 15 and n.startswith(folded)) for n in names):
            continue
        if len(entry) <= 60:
            kept.append(entry)
    return tuple(kept[:_LONGEST])
