"""An article as the windows the model reads: a paragraph, and what stands before it.

A window is `context ¶ text` as in the labelled data: the context is the title and the paragraph
before (or what a JSONL line gives as context). Only the text is searched for acts; the context
is there so that pronouns, "the ministry" and "the two sides" have something to refer to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dualtrack.coding._event import Span, Where
from dualtrack.coding._pieces import TEXT, Encoded, Pieces, assemble
from dualtrack.coding._sentences import sentences
from dualtrack.pages import Article

MAX_TEXT = 220  # pieces of text in a window; the encoder takes 512 in all
MAX_TITLE = 40
MAX_BEFORE = 90  # pieces of the paragraph before, counted from its end
MAX_CONTEXT = 250  # pieces of a given context, counted from its end

Words = list[tuple[int, int, list[int]]]
_DOTTED = re.compile(r"(?<!\w)(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Part:
    """Where a segment of a window stands: in which field of the article, from which offset."""

    where: Where
    offset: int


@dataclass(frozen=True, slots=True)
class Window:
    """One window of an article: its encoded pieces and the place of each of its segments.

    `parts[0]` is the text, the others the context's parts in order.
    """

    encoded: Encoded
    parts: tuple[Part, ...]

    def span(self, article: Article, first: int, last: int) -> Span:
        """The words `first`…`last` (inclusive) as a span of the article.

        A dotted abbreviation is never cut: ".S" and "U.S" become "U.S.".
        """
        encoded = self.encoded
        part = self.parts[encoded.word_segment[first]]
        source = field_of(article, part.where)
        start = part.offset + encoded.word_start[first]
        end = part.offset + encoded.word_end[last]
        near = max(0, start - 12)
        for dotted in _DOTTED.finditer(source[near : end + 12]):
            left, right = near + dotted.start(), near + dotted.end()
            if left < end and start < right:
                start, end = min(start, left), max(end, right)
        return Span(source[start:end], start, end, part.where)


def field_of(article: Article, where: Where) -> str:
    """The field of an article that a span's offsets count in."""
    if where == "title":
        return article.title or ""
    return (article.context or "") if where == "context" else article.text


def windows(article: Article, pieces: Pieces) -> Iterator[Window]:
    """The windows of an article, in the order of its paragraphs."""
    given = _given(article, pieces)
    before: tuple[Words, Part] | None = None
    for paragraph in article.paragraphs:
        if paragraph.kind == "subhead":
            continue  # it names what the paragraphs below it tell
        text = article.text[paragraph.start : paragraph.end]
        for start, words in _portions(text, pieces):
            contexts = list(given)
            if before is not None:
                room = MAX_CONTEXT - _size(before[0])
                contexts = [*((_tail(w, room), p) for w, p in given), before]
            part = Part("text", paragraph.start + start)
            yield Window(
                assemble([w for w, _ in contexts], words), (part, *(p for _, p in contexts))
            )
            before = (_tail(words, MAX_BEFORE), part)


def _given(article: Article, pieces: Pieces) -> list[tuple[Words, Part]]:
    if article.context is not None:
        words = _tail(pieces.words(article.context), MAX_CONTEXT)
        return [(words, Part("context", 0))] if words else []
    if article.title:
        words = _head(pieces.words(article.title), MAX_TITLE)
        return [(words, Part("title", 0))] if words else []
    return []


def _portions(text: str, pieces: Pieces) -> Iterator[tuple[int, Words]]:
    """A paragraph in portions of at most MAX_TEXT pieces, cut between sentences if it can be."""
    words = pieces.words(text)
    if _size(words) <= MAX_TEXT:
        if words:
            yield 0, words
        return
    starts = {start for start, _ in sentences(text)}
    block: Words = []
    size = safe = 0  # `safe`: words of the block before its last sentence
    for word in words:
        if word[0] in starts:
            safe = len(block)
        if size + len(word[2]) > MAX_TEXT and block:
            cut = safe or len(block)
            yield 0, block[:cut]
            block = block[cut:]
            size, safe = _size(block), 0
        block.append(word)
        size += len(word[2])
    if block:
        yield 0, block


def _size(words: Words) -> int:
    return sum(len(ids) for _, _, ids in words)


def _tail(words: Words, limit: int) -> Words:
    size, start = 0, len(words)
    while start and size + len(words[start - 1][2]) <= limit:
        start -= 1
        size += len(words[start][2])
    return words[start:]


def _head(words: Words, limit: int) -> Words:
    size, end = 0, 0
    while end < len(words) and size + len(words[end][2]) <= limit:
        size += len(words[end][2])
        end += 1
    return words[:end]


def text_words(window: Window) -> list[int]:
    """The numbers of the window's words that belong to its text."""
    return window.encoded.segment(TEXT)
