"""What trafilatura takes for the story and is not: other stories, captions, offers, bylines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dualtrack.pages._blocks import HtmlBlock
from dualtrack.pages._chrome import (
    content_words,
    ends_cut,
    fold,
    is_heading_of_tail,
    letters_only,
    reason_of,
)
from dualtrack.pages._dates import date_line

# Places whose text trafilatura lets through now and then.
_NEVER_STORY = frozenset(
    (
        "caption",
        "cookie text",
        "membership prompt",
        "share bar",
        "comments",
        "advertisement",
        "breadcrumb",
    )
)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6", "div"))
_LINKED = 0.8  # from this share of links on, a block is a link
_NEAR = 0.25


def without_leaks(
    story: Sequence[str], blocks: Sequence[HtmlBlock], title: str | None, authors: Sequence[str]
) -> tuple[list[str], dict[str, str]]:
    """The paragraphs that are the story's own, and the reason for each of the others."""
    page = _Page(story, blocks)
    reasons = [
        own_reason(text, title) or page.reason_of_place(i) or _about_author(text, authors)
        for i, text in enumerate(story)
    ]
    _add_other_stories(page, reasons)
    while reasons and not any(char.isalnum() for char in story[len(reasons) - 1]):
        reasons.pop()
    kept = [t for t, reason in zip(story, reasons, strict=False) if reason is None]
    rejected = {t: reason for t, reason in zip(story, reasons, strict=False) if reason}
    return kept, rejected


def own_reason(text: str, title: str | None) -> str | None:
    """Why a block is chrome, judged by its own words and the page's title; None if it is not."""
    if title and len(text) < 2 * len(title) and fold(text) == fold(title):
        return "title"
    if (line := date_line(text)) is not None and not line.rest:
        return "date line"
    return reason_of(text)


class _Page:
    """Each paragraph of the story with the block that it stands in."""

    def __init__(self, story: Sequence[str], blocks: Sequence[HtmlBlock]) -> None:
        self.story = story
        self.blocks = blocks
        first: dict[str, int] = {}
        for i, block in enumerate(blocks):
            first.setdefault(letters_only(block.text), i)
        self.at = [first.get(letters_only(text)) for text in story]
        # where most of the story would go, the class names a box around the whole of it
        unlinked = [i for i in range(len(story)) if not self._is_linked(i)]
        placed = [i for i in unlinked if self._named(i)]
        self._trust_names = self._size(placed) * 3 < self._size(unlinked)
        self._trust_links = bool(unlinked)
        self.words = [content_words(text) for text in story]

    def _size(self, which: Sequence[int]) -> int:
        return sum(len(self.story[i]) for i in which)

    def _named(self, i: int) -> str | None:
        at = self.at[i]
        reason = self.blocks[at].reason if at is not None else None
        return reason if reason in _NEVER_STORY else None

    def _is_linked(self, i: int) -> bool:
        at = self.at[i]
        return at is not None and self.blocks[at].linked >= _LINKED

    def reason_of_place(self, i: int) -> str | None:
        """Why the place of paragraph i speaks against it."""
        if self._trust_links and self._is_linked(i) and self.story[i].count(" ") >= 4:
            return "teaser"
        return self._named(i) if self._trust_names else None

    def is_summary(self, i: int) -> bool:
        """Whether paragraph i sums up another story, whose headline is the link above it."""
        at = self.at[i]
        if at is None or at == 0:
            return False
        above = self.blocks[at - 1]
        if above.linked < _LINKED or len(above.text) > 200:
            return False
        return ends_cut(self.story[i]) or len(content_words(above.text) & self.words[i]) >= 2

    def tail_begins(self) -> int:
        """The first block of the page's end: a heading over other stories, late in the story."""
        last = [at for at in self.at if at is not None]
        for i, block in enumerate(self.blocks):
            if block.tag in _HEADINGS and is_heading_of_tail(block.text):
                above = [k for k, at in enumerate(self.at) if at is not None and at < i]
                if self._size(above) > 0.6 * sum(map(len, self.story)):
                    return i
        return max(last, default=0) + 1


def _add_other_stories(page: _Page, reasons: list[str | None]) -> None:
    tail = page.tail_begins()
    for i in range(len(reasons)):
        if reasons[i] is None and page.is_summary(i):
            reasons[i] = "teaser"
    count = Counter(
        word
        for words, reason, at in zip(page.words, reasons, page.at, strict=True)
        if reason is None and (at is None or at < tail)
        for word in words
    )
    for i, at in enumerate(page.at):
        if reasons[i] is None and at is not None and at > tail:
            words = page.words[i]
            if sum(word in count for word in words) < _NEAR * max(len(words), 1):
                reasons[i] = "other story"


def _about_author(text: str, authors: Sequence[str]) -> str | None:
    """A line about the writer, who is named in the byline."""
    for author in authors:
        name = re.escape(author)
        if re.match(rf"(?:the )?{name}\b,? (?:is|was|has|covers|writes|reports)\b", text, re.I):
            return "byline"
    return None
