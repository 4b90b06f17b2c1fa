"""What a reader of one form hands to `read_page`, before offsets and language are added."""

from __future__ import annotations

from dataclasses import dataclass, field

from dualtrack.pages._article import Dropped, Paragraph, Published

Span = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A story in pieces: paragraphs as (text, place in the decoded input or None)."""

    paragraphs: list[tuple[str, Span | None]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    title: str | None = None
    url: str | None = None
    site: str | None = None
    section: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: Published | None = None


def join(paragraphs: list[tuple[str, Span | None]]) -> tuple[str, tuple[Paragraph, ...]]:
    """The story's text, paragraphs joined by a blank line, and the place of each in it."""
    placed: list[Paragraph] = []
    at = 0
    for text, source in paragraphs:
        placed.append(Paragraph(at, at + len(text), source))
        at += len(text) + 2
    return "\n\n".join(text for text, _ in paragraphs), tuple(placed)
