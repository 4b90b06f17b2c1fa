"""The headline of an HTML page: the form of it that most places on the page agree on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dualtrack.pages._chrome import fold, is_prose
from dualtrack.pages.meta._structured import Declared, clean
from dualtrack.pages.visible._blocks import HtmlBlock

_MARK = re.compile(r"\s+[|·»›•]+\s*|\s+[-–—]+\s+|\s*:\s+")
_META = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_MOST_BLOCKS = 400
_LONGEST = 300


def headline(
    declared: Declared, blocks: Sequence[HtmlBlock], site: str | None
) -> tuple[str | None, str | None]:
    """The title, and the site's name where one stood behind or before it and was cut off.

    Candidates are the first headings, JSON-LD's headline, what social networks are told, and
    `<title>`. A part of a candidate stands in for it where the rest is the site's name, or
    where the part stands on the page by itself.
    """
    raw = [
        *declared.heading[:3],
        clean(declared.story.get("headline")) or clean(declared.story.get("name")),
        *(declared.first_meta(name) for name in _META),
        declared.page_title,
    ]
    candidates = [c[:_LONGEST] for c in raw if c and not _same(c, site)]
    if not candidates:
        return None, None
    whole = {fold(c) for c in candidates}
    seen = {
        fold(b.text)
        for b in blocks[:_MOST_BLOCKS]
        if 8 <= len(b.text) <= _LONGEST and b.linked < 0.5 and not is_prose(b.text)
    }
    heads = [_without_site(c, site, whole - {fold(c)}, seen) for c in candidates]
    folded = [fold(head) for head, _ in heads]
    scores = [sum(_supports(a, b) for b in folded) + (a in seen and len(a) > 12) for a in folded]
    best = scores.index(max(scores))
    rest = next((tail for _, tail in heads if tail), None)
    return _uncut(heads[best][0], [head for head, _ in heads]), rest


def title_block(blocks: Sequence[HtmlBlock], title: str | None) -> int | None:
    """The block that is the headline: a heading if there is one, else the first line of it."""
    if not title:
        return None
    wanted = fold(title)
    at = [i for i, block in enumerate(blocks) if fold(block.text) == wanted and block.linked < 0.5]
    return next((i for i in at if blocks[i].tag in ("h1", "h2")), at[0] if at else None)


def _without_site(
    text: str, site: str | None, others: set[str], seen: set[str]
) -> tuple[str, str | None]:
    """A candidate without the names around it, and the name that was cut off, if any."""
    if fold(text) in others or fold(text) in seen:
        return text, None
    marks = list(_MARK.finditer(text))[:12]
    for mark in marks:  # the shortest head and the longest tail that the page shows by itself
        head, tail = text[: mark.start()].strip(), text[mark.end() :].strip()
        if len(head) > 8 and (fold(head) in others or fold(head) in seen):
            last = text[marks[-1].end() :].strip()
            return head, None if _same(last, site) or ":" in mark.group() else _as_site(last)
        if len(tail) > 8 and (fold(tail) in others or fold(tail) in seen):
            return tail, None if _same(head, site) else _as_site(head)
    for mark in marks:
        head, tail = text[: mark.start()].strip(), text[mark.end() :].strip()
        if head and _same(tail, site):
            return _without_section(head), None
        if tail and _same(head, site):
            return tail, None
    return text, None


def _without_section(head: str) -> str:
    """A title without the section behind it: one or two words after a bar."""
    before, bar, last = head.rpartition(" | ")
    return before if bar and last.count(" ") <= 1 and before.count(" ") >= 2 else head


def _as_site(text: str) -> str | None:
    """A name that may be a site's: a few words, the first a capital."""
    return text if 0 < len(text.split()) <= 5 and text[0].isupper() else None


def _same(text: str, site: str | None) -> bool:
    return bool(site) and _squeezed(text) == _squeezed(site or "")


def _squeezed(text: str) -> str:
    return re.sub(r"^the |\W|\.(com|org|net|co\.uk)$", "", text.casefold())


def _supports(a: str, b: str) -> int:
    if a == b:
        return 2
    shorter, longer = sorted((_CUT.sub("", a), _CUT.sub("", b)), key=len)
    return 1 if longer.startswith(shorter) and len(shorter) > 0.6 * len(longer) else 0


def _uncut(title: str, others: list[str]) -> str:
    """A title that ends in an ellipsis, as some other place has it in full."""
    if not _CUT.search(title):
        return title
    head = fold(_CUT.sub("", title))
    longer = [o for o in others if fold(o).startswith(head) and not _CUT.search(o)]
    return longer[0] if longer else title
