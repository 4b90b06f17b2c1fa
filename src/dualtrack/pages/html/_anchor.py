"""What others say about which words are the story: trafilatura, and the page's own data."""

from __future__ import annotations

import logging
from typing import Any

from dualtrack.pages._tables import word_list
from dualtrack.pages.meta._structured import Declared, clean
from dualtrack.pages.visible._blocks import walk

log = logging.getLogger(__name__)
for _name in ("trafilatura", "htmldate"):  # their warnings about single pages are reported by us
    logging.getLogger(_name).addHandler(logging.NullHandler())

DEEPEST = 200  # trees deeper than this are hostile or broken; trafilatura may recurse on them
MOST_NODES = 10_000  # its time grows faster than the page
MOST_CHARACTERS = 2_000_000
_TEI_BLOCKS = word_list("tei_blocks")


def kept_by_trafilatura(root: Any, url: str | None) -> list[str]:
    """The blocks that trafilatura takes for the story, as text; nothing where it fails.

    The tree is changed by it.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - text and JSON lines need none of it

    try:
        document = bare_extraction(
            root,
            url=url,
            favor_precision=True,
            fast=True,  # its second opinions cost as much again and change little
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


def declared_texts(declared: Declared) -> tuple[str | None, str | None]:
    """The story's text and its summary, as far as the page declares them."""
    body = clean(declared.story.get("articleBody"))
    summary = clean(declared.story.get("description"))
    return body, summary or declared.first_meta("og:description", "description")
