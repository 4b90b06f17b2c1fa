"""HTML to a story: trafilatura finds the body, this module says what was left out and why."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import Any

import lxml.html
from lxml import etree

from dualtrack._errors import NoStory
from dualtrack.pages._article import Dropped
from dualtrack.pages._blocks import HtmlBlock, Walk, walk
from dualtrack.pages._chrome import ends_cut, ends_sentence, is_prose, letters_only, reason_of
from dualtrack.pages._draft import Draft
from dualtrack.pages._leaks import own_reason, without_leaks
from dualtrack.pages._metadata import add_metadata
from dualtrack.pages._structured import read_declared
from dualtrack.pages._tables import word_list

log = logging.getLogger(__name__)
for _name in ("trafilatura", "htmldate"):  # their warnings about single pages are reported by us
    logging.getLogger(_name).addHandler(logging.NullHandler())

_DEEPEST = 200  # trees deeper than this are hostile or broken; trafilatura may recurse on them
_MOST_NODES = 60_000
_TEI_BLOCKS = word_list("tei_blocks")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FLAT_TAG = re.compile(
    r"</?(?!(?:p|h1|title|meta|script|style|link|time|head|body|html)\b)[a-z][^<>]*>", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_html(text: str, url: str | None = None) -> Draft:
    """Take the story, its metadata and all other visible text out of an HTML page.

    Places in the source are not known. The draft has no paragraphs if there is no story.
    """
    root, whole = _parse(text)
    if not whole:  # nested deeper than the parser goes: the levels mean nothing, the words may
        root, _ = _parse(_FLAT_TAG.sub("<br>", text))
    declared = read_declared(root)
    found = walk(root)
    draft = Draft()
    add_metadata(draft, root, declared, found, url)
    story = _own_story(found) if _is_hostile(found) else _trafilatura_story(root, draft.url)
    if not story:
        story = _own_story(found)
    story, rejected = without_leaks(story, found.blocks, draft.title, draft.authors)
    draft.paragraphs = [(paragraph, None) for paragraph in story]
    draft.dropped = _dropped(found.blocks, story, rejected, draft.title)
    return draft


def _parse(text: str) -> tuple[Any, bool]:
    """Text to a tree, and whether all of it is in there; broken and cut markup is mended."""
    text = _NOT_XML.sub(" ", _DECLARATION.sub("", text, count=1))
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        log.debug("lxml could not parse a page", exc_info=True)
        raise NoStory("The page holds no HTML that can be read.") from error
    limited = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, not limited


def _is_hostile(found: Walk) -> bool:
    return found.depth > _DEEPEST or found.nodes > _MOST_NODES


def _trafilatura_story(root: Any, url: str | None) -> list[str]:
    from trafilatura import bare_extraction  # noqa: PLC0415 - text and JSON lines need none of it

    try:
        document = bare_extraction(
            root,
            url=url,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
        )
    except Exception:
        # any fault in it concerns one page; our own reading stands in
        log.warning("trafilatura failed on a page", exc_info=True)
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    return [block.text for block in walk(body, _TEI_BLOCKS).blocks]


def _own_story(found: Walk) -> list[str]:
    """Running text in elements that nothing speaks against, where trafilatura finds no story."""
    return [
        block.text
        for block in found.blocks
        if block.reason is None
        and block.linked < 0.5
        and not reason_of(block.text)
        and not ends_cut(block.text)
        and (
            is_prose(block.text) or (ends_sentence(block.text) and block.tag in ("p", "blockquote"))
        )
    ]


def _dropped(
    blocks: Iterable[HtmlBlock], story: list[str], rejected: dict[str, str], title: str | None
) -> list[Dropped]:
    """Every visible block that is not in the story, in the order of the page."""
    blocks = list(blocks)
    keys = {letters_only(paragraph) for paragraph in story}
    told = "\n".join(keys)
    # looking for parts of paragraphs takes time that no real page needs this much of
    look_inside = len(told) * len(blocks) < 2_000_000_000
    dropped: list[Dropped] = []
    for block in blocks:
        key = letters_only(block.text)
        if key in keys or (look_inside and len(key) > 12 and key in told):
            continue
        reason = rejected.get(block.text)
        if reason is None and block.reason in ("breadcrumb", "comments", "cookie text"):
            reason = block.reason  # the place is plainer than any words
        reason = reason or own_reason(block.text, title) or block.reason
        dropped.append(Dropped(block.text, reason or _by_look(block)))
    return dropped


def _by_look(block: HtmlBlock) -> str:
    few_words = block.text.count(" ") < 4
    if block.linked > 0.8:
        return "navigation" if few_words else "teaser"
    return "teaser" if ends_cut(block.text) else "other"
