"""What each paragraph of a story is: standfirst, paragraph, subhead, quote or list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dualtrack.pages._article import ParagraphKind
from dualtrack.pages._chrome import ends_sentence
from dualtrack.pages.html._page import BlockPage

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONGEST_SUBHEAD = 14  # words
_SHORTEST_STANDFIRST = 5  # words; a line of fewer is no summary


def kinds_of(page: BlockPage, kept: Sequence[int]) -> list[ParagraphKind]:
    """The kind of each of the kept blocks, which are given by their numbers in order."""
    main = _main_kind(page, kept)
    opening = True
    out: list[ParagraphKind] = []
    for order, i in enumerate(kept):
        if opening and _is_standfirst(page, i, main, kept[order + 1 :]):
            out.append("standfirst")
            continue
        kind = _own_kind(page, i)
        opening = opening and kind == "list"
        out.append(kind)
    return out


def _main_kind(page: BlockPage, kept: Sequence[int]) -> int:
    """What most of the story is made of."""
    sizes: Counter[int] = Counter()
    for i in kept:
        sizes[page.blocks[i].place.kind] += page.sizes[i]
    return sizes.most_common(1)[0][0] if sizes else 0


def _own_kind(page: BlockPage, i: int) -> ParagraphKind:
    block = page.blocks[i]
    words = block.text.count(" ") + 1
    if block.tag in _HEADINGS:
        return "subhead" if words <= 2 * _LONGEST_SUBHEAD else "paragraph"
    if "blockquote" in block.place.around:
        return "quote"
    if "li" in block.place.around or block.tag in ("dt", "dd"):
        return "list"
    short = words <= _LONGEST_SUBHEAD and not block.text.endswith((".", ":", "”", '"', "…"))
    if block.bold > 0.9 and short:
        return "subhead"
    if short and not ends_sentence(block.text) and block.tag != "td" and not page.prose[i]:
        return "subhead"
    return "paragraph"


def _is_standfirst(page: BlockPage, i: int, main: int, others: Sequence[int]) -> bool:
    """A summary above the first paragraph, set apart from it by its element or its type."""
    block = page.blocks[i]
    if block.text.count(" ") + 1 < _SHORTEST_STANDFIRST or not any(page.prose[j] for j in others):
        return False
    apart = block.place.kind != main
    if "standfirst" in block.place.names and apart:
        return True
    if "blockquote" in block.place.around:
        return False
    if block.tag in _HEADINGS or block.bold > 0.9:
        return i < 2 or page.title_at < i
    return apart and (page.described(i) or _outside(page, i, main, others))


def _outside(page: BlockPage, i: int, main: int, others: Sequence[int]) -> bool:
    """Whether block i stands outside of the element that holds the paragraphs."""
    parents = page.blocks[i].place.parents[1]
    inside = [j for j in others if page.blocks[j].place.kind == main]
    return bool(inside) and all(page.blocks[j].place.parents[1] != parents for j in inside)
