"""HTML to a story: every visible block is judged, kept with its place or dropped with a reason."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from dualtrack._errors import NoStory
from dualtrack.pages._article import Dropped
from dualtrack.pages._chrome import ends_cut, ends_sentence, is_prose
from dualtrack.pages._draft import Draft, Span
from dualtrack.pages.html._anchor import (
    DEEPEST,
    MOST_CHARACTERS,
    MOST_NODES,
    declared_texts,
    kept_by_trafilatura,
)
from dualtrack.pages.html._kinds import kinds_of
from dualtrack.pages.html._model import scores
from dualtrack.pages.html._page import BlockPage
from dualtrack.pages.html._region import breaks_of, find_story
from dualtrack.pages.html._why import why_left_out
from dualtrack.pages.meta._metadata import add_metadata
from dualtrack.pages.meta._structured import Declared, read_declared
from dualtrack.pages.visible._blocks import HtmlBlock, walk
from dualtrack.pages.visible._runs import Marked, trimmed
from dualtrack.pages.visible._tree import check_size, marked_tree, whole_tree

log = logging.getLogger(__name__)

_MOST_BLOCKS = 6_000  # of longer pages each block is judged by itself


def read_html(text: str, url: str | None = None) -> Draft:
    """Take the story, its metadata and all other visible text out of an HTML page.

    Every paragraph and dropped block has its place in `text`. The draft has no paragraphs if
    there is no story. Raises TooLarge for a page with too many tags, NoStory for none at all.
    """
    check_size(text)
    tree, marks = marked_tree(text)
    found = walk(tree)
    root = whole_tree(text, marks.bare, flat=marks.depth > DEEPEST)
    declared = read_declared(root)
    draft = Draft()
    add_metadata(draft, root, declared, found, url)
    safe = marks.depth <= DEEPEST and found.nodes <= MOST_NODES and len(text) <= MOST_CHARACTERS
    anchor = kept_by_trafilatura(root, draft.url) if safe else None
    page = _page(found.blocks, draft, anchor, declared)
    _fill(draft, page, _without_bylines(page, _story(page), draft.authors), text, marks)
    return draft


def read_fragment(text: str, title: str | None = None) -> Draft:
    """Take the story out of HTML that holds one story and little else, as a feed carries it.

    No metadata are read. The draft has no paragraphs if there is no story.
    """
    check_size(text)
    tree, marks = marked_tree(text)
    page = BlockPage(walk(tree).blocks, title)
    draft = Draft(title=title)
    kept = [_reads_as_story(page, i, sure=True) for i in range(len(page.blocks))]
    _fill(draft, page, kept, text, marks)
    return draft


def words_of(text: str) -> list[str]:
    """The visible text of a piece of HTML, block by block."""
    try:
        return [block.text for block in walk(marked_tree(text)[0]).blocks]
    except NoStory:
        return []


def _page(
    blocks: list[HtmlBlock], draft: Draft, anchor: list[str] | None, declared: Declared
) -> BlockPage:
    body, summary = declared_texts(declared)
    return BlockPage(
        blocks,
        draft.title,
        anchor,
        declared=body,
        description=summary,
        site=draft.site,
        authors=draft.authors,
    )


def _story(page: BlockPage) -> list[bool]:
    """Which blocks are the story; by plain rules where the model finds none."""
    kept: list[bool] = []
    if len(page.blocks) <= _MOST_BLOCKS:
        kept = find_story(page, scores(page), breaks_of(page))
    if not any(keep and prose for keep, prose in zip(kept, page.prose, strict=False)):
        kept = [
            (page.kept[i] and page.prose[i]) or _reads_as_story(page, i)
            for i in range(len(page.blocks))
        ]
    return kept


def _without_bylines(page: BlockPage, kept: Sequence[bool], authors: Sequence[str]) -> list[bool]:
    """Lines above the first paragraph that name an author are no part of the story."""
    out = list(kept)
    for i, keep in enumerate(kept):
        text = page.blocks[i].text
        if keep and page.prose[i] and ends_sentence(text):
            break
        if any(author in text for author in authors):
            out[i] = False
    return out


def _reads_as_story(page: BlockPage, i: int, *, sure: bool = False) -> bool:
    """Running text in an element that nothing speaks against.

    Where it is `sure` that there is a story, a short sentence may stand in any element.
    """
    block = page.blocks[i]
    if block.reason or block.linked >= 0.5 or page.reasons[i] or ends_cut(block.text):
        return False
    return is_prose(block.text) or (
        ends_sentence(block.text) and (sure or block.tag in ("p", "blockquote"))
    )


def _fill(draft: Draft, page: BlockPage, kept: Sequence[bool], text: str, marks: Marked) -> None:
    """Put each block where it belongs."""
    chosen = [i for i, keep in enumerate(kept) if keep]
    draft.kinds = kinds_of(page, chosen)
    reasons = why_left_out(page, kept, breaks_of(page), draft.authors)
    for block, reason in zip(page.blocks, reasons, strict=True):
        source = _source(block, text, marks)
        if reason is None:
            draft.paragraphs.append((block.text, source))
        else:
            draft.dropped.append(Dropped(block.text, reason, source))


def _source(block: HtmlBlock, text: str, marks: Marked) -> Span | None:
    if block.runs is None or block.runs[0] > block.runs[1]:
        return None
    return trimmed(text, marks.runs[block.runs[0]][0], marks.runs[block.runs[1]][1])
