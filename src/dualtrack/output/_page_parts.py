"""All of a page in its own order: what was kept of it, and what was dropped with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from dualtrack.pages import Article


@dataclass(frozen=True, slots=True)
class PagePart:
    """A block of the page. `reason` is None for a part of the story, which has a `kind`."""

    text: str
    kind: str | None
    reason: str | None
    source: tuple[int, int] | None


def page_parts(article: Article) -> list[PagePart]:
    """The blocks in the order of the source; those whose place is not known come last."""
    parts = [
        PagePart(article.text[p.start : p.end], p.kind, None, p.source) for p in article.paragraphs
    ]
    parts += [PagePart(d.text, None, d.reason, d.source) for d in article.dropped]
    known = [part for part in parts if part.source is not None]
    known.sort(key=lambda part: part.source or (0, 0))
    return known + [part for part in parts if part.source is None]
