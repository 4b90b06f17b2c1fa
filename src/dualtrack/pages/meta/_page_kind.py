"""Whether a page is an article, a live blog or a list of stories, and what tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from dualtrack.pages._article import PageKind
from dualtrack.pages._chrome import ends_cut, is_prose
from dualtrack.pages._credits import live_words
from dualtrack.pages._signs import signs
from dualtrack.pages.meta._structured import Declared, clean, types_of
from dualtrack.pages.visible._blocks import HtmlBlock

_CHROME = frozenset(
    ("navigation", "footer", "cookie text", "form", "comments", "membership prompt", "caption")
)
_SLUG = re.compile(r"\d{4,}|(?:[^\W_]+[-_]){3,}|\.s?html?$|\.ece$|\.php$")
_RUN = 3  # paragraphs in a row that only a story has
_NAME = 4  # words that a section's name may have
_MANY = 6  # headlines with links that only a list has

Judged = tuple[PageKind, str | None]


def find_kind(
    root: Any,
    declared: Declared,
    blocks: Sequence[HtmlBlock],
    title: str | None,
    url: str | None,
) -> Judged:
    """The kind of a page, and its sign in words. An index is only called so on two signs."""
    if live := _live(root, declared, title, url):
        return "live", live
    run, headlines = _shape(blocks)
    story = bool(types_of(declared.story)) or "article" in (declared.first_meta("og:type") or "")
    signs_of_index = _index(declared, blocks, title, url)
    if headlines >= _MANY and run < _RUN:
        signs_of_index.append(f"{headlines} headlines with links and no running text")
    if not story and len(signs_of_index) >= 2 and run < _RUN and not _is_sentence(title, url):
        return "index", "; ".join(signs_of_index)
    if story:
        how = declared.source if declared.story else "meta"
        return "article", f"{how} calls it an article"
    if run >= _RUN:
        return "article", f"{run} paragraphs of running text in a row"
    return "unknown", None


def _live(root: Any, declared: Declared, title: str | None, url: str | None) -> str | None:
    table = signs()
    if table.live_types.intersection(types_of(declared.story)):
        return f"{declared.source} calls it a live blog"
    for text in (title, declared.page_title, clean(declared.story.get("headline"))):
        if said := live_words(text):
            return f"the title says: {said}"
    posts = _posts(root)
    if url and posts >= 4 and table.live_address.search(_path(url)):
        return f"the address, and {posts} posts with a time each"
    return None


def _posts(root: Any) -> int:
    """How many `<article>` elements stand side by side with a time and a text of their own."""
    best = 0
    counted: dict[Any, int] = {}
    for number, article in enumerate(root.iter("article")):
        if number >= 200:
            break
        parent = article.getparent()
        parent = parent.getparent() if parent is not None and parent.tag == "li" else parent
        if article.find(".//time") is not None and article.find(".//p") is not None:
            counted[parent] = counted.get(parent, 0) + 1
            best = max(best, counted[parent])
    return best


def _index(
    declared: Declared, blocks: Sequence[HtmlBlock], title: str | None, url: str | None
) -> list[str]:
    """What speaks for a list of stories, beside the shape of the page."""
    table = signs()
    found: list[str] = []
    if types := sorted(table.index_types.intersection(declared.types) - {"ItemList"}):
        found.append(f"JSON-LD calls it a {types[0]}")
    if (declared.first_meta("og:type") or "") in ("website", "blog", "profile"):
        found.append("og:type is no article")
    if url:
        path = _path(url)
        last = path.rstrip("/").rsplit("/", 1)[-1]
        if table.index_address.search(path) or (path.count("/") <= 3 and not _SLUG.search(last)):
            found.append("the address is that of a section")
    for text in (title, declared.page_title):
        if text and table.index_title.search(text):
            found.append("the title announces a list")
            break
    if title and title.count(" ") <= 1 and _is_menu_word(blocks, title):
        found.append("the heading is an entry of the menu")
    return found


def _is_sentence(title: str | None, url: str | None) -> bool:
    """Whether a page has the headline of a story: more words than the name of a section has."""
    if title is None or (url and _path(url) in ("", "/")):
        return False
    return title.count(" ") >= _NAME and not signs().index_title.search(title)


def _is_menu_word(blocks: Sequence[HtmlBlock], title: str) -> bool:
    wanted = title.casefold()
    return any(b.linked > 0.8 and b.text.casefold() == wanted for b in blocks[:200])


def _shape(blocks: Sequence[HtmlBlock]) -> tuple[int, int]:
    """The longest row of paragraphs without a linked headline among them, and the headlines."""
    run = best = headlines = 0
    for block in blocks:
        if block.reason in _CHROME:
            continue
        if block.linked > 0.8 and block.text.count(" ") >= 3:
            headlines += 1
            run = 0
        elif is_prose(block.text) and block.linked < 0.5 and not ends_cut(block.text):
            if block.reason is None:
                run += 1
                best = max(best, run)
        elif ends_cut(block.text):
            run = 0
    return best, headlines


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
