"""HTML to trees: refused where it would take too long, mended where it is broken."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

import lxml.html
from lxml import etree

from dualtrack._errors import NoStory, TooLarge
from dualtrack.pages.visible._runs import Marked, marked

log = logging.getLogger(__name__)

MOST_TAGS = 150_000  # a second and a half; real pages have a few thousand
MOST_CHARACTERS = 10_000_000  # with scripts and pictures in the source
MOST_TEXT = 2_500_000  # characters between tags
MOST_RUNS = 30_000  # runs of text between tags
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FLAT_TAG = re.compile(
    r"</?(?!(?:p|h1|title|meta|script|style|link|time|head|body|html)\b)[a-z][^<>]*>", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def check_size(text: str) -> None:
    """Refuse a page that would take too long, before any parser sees it. Raises TooLarge."""
    if len(text) > MOST_CHARACTERS:
        raise TooLarge(
            f"The HTML page has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read."
        )
    if (tags := text.count("<")) > MOST_TAGS:
        raise TooLarge(f"The page has {tags:,} HTML tags; at most {MOST_TAGS:,} are read.")


def marked_tree(text: str) -> tuple[Any, Marked]:
    """The tree of a page in which marks tell where each run of text stands in `text`.

    Scripts and comments are not in it. Raises NoStory where there is nothing in it at all, and
    TooLarge where there is too much.
    """
    page = marked(text)
    size = sum(end - start for start, end in page.runs)
    if size > MOST_TEXT or len(page.runs) > MOST_RUNS:
        raise TooLarge(
            f"The HTML page shows {size:,} characters in {len(page.runs):,} pieces; "
            f"at most {MOST_TEXT:,} in {MOST_RUNS:,} are read."
        )
    root, _ = _parse(page.html)
    return root, page


def whole_tree(text: str, bare: Sequence[tuple[int, int, str]] = (), *, flat: bool = False) -> Any:
    """The tree of a page with scripts; `bare` are tags that stand for others (`Marked.bare`).

    `flat` leaves out the elements in which others stand; so does a page that is nested too
    deeply for the parser: its levels mean nothing, its words may. Raises NoStory where there
    is nothing in it at all.
    """
    if bare:
        parts: list[str] = []
        at = 0
        for start, end, tag in bare:
            parts += (text[at:start], tag)
            at = end
        text = "".join((*parts, text[at:]))
    if not flat:
        root, whole = _parse(text)
        if whole:
            return root
    return _parse(_FLAT_TAG.sub("<br>", text))[0]


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
