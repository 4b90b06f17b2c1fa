"""What a reader of one form finds, and the article that is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dualtrack._errors import IndexPage, NoStory
from dualtrack.pages._article import (
    Access,
    Article,
    Dropped,
    PageKind,
    Paragraph,
    ParagraphKind,
    Published,
    article_id,
)
from dualtrack.pages._credits import (
    Judged,
    agency_of_lines,
    agency_of_text,
    judge_end,
    kind_of_story,
    shown_wall,
)
from dualtrack.pages._language import language_of

Span = tuple[int, int]
_ELSEWHERE = frozenset(("teaser", "navigation", "footer", "comments", "cookie text", "other story"))


@dataclass(slots=True)
class Draft:
    """A story in pieces: paragraphs as (text, place in the decoded input or None).

    `kinds` says of each paragraph what it is; where it is empty, all are plain ones.
    """

    paragraphs: list[tuple[str, Span | None]] = field(default_factory=list)
    kinds: list[ParagraphKind] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    title: str | None = None
    url: str | None = None
    site: str | None = None
    section: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: Published | None = None
    modified: Published | None = None
    agency: str | None = None
    canonical: str | None = None
    access: Access | None = None
    access_sign: str | None = None
    kind: PageKind = "unknown"
    kind_sign: str | None = None
    declared_language: str | None = None


def join(
    paragraphs: list[tuple[str, Span | None]], kinds: Sequence[ParagraphKind] = ()
) -> tuple[str, tuple[Paragraph, ...]]:
    """The story's text, paragraphs joined by a blank line, and the place of each in it."""
    placed: list[Paragraph] = []
    at = 0
    plain: list[ParagraphKind] = ["paragraph"] * len(paragraphs)
    for (text, source), kind in zip(paragraphs, kinds or plain, strict=True):
        placed.append(Paragraph(at, at + len(text), source, kind))
        at += len(text) + 2
    return "\n\n".join(text for text, _ in paragraphs), tuple(placed)


def finish(draft: Draft, *, origin: str | None, notes: tuple[Dropped, ...] = ()) -> Article:
    """The article of a draft; `notes` say what was lost in decoding. Raises NoStory, IndexPage.

    Language, a dateline's agency and whether the text breaks off are judged here, so that every
    form is treated alike.
    """
    if draft.kind == "index":
        raise IndexPage(f"The page lists stories and is none itself ({draft.kind_sign}).")
    story, paragraphs = join(draft.paragraphs, draft.kinds)
    if not any(char.isalpha() for char in story):
        raise NoStory("No story was found on the page.")
    access, sign = _access(draft)
    kind: PageKind = draft.kind
    kind_sign = draft.kind_sign
    if kind == "unknown":
        lines = [text for text, _ in draft.paragraphs]
        kind, kind_sign = kind_of_story(draft.title, lines, (d.text for d in draft.dropped))
    return Article(
        id=article_id(draft.url, story),
        text=story,
        title=draft.title,
        url=draft.url,
        site=draft.site,
        section=draft.section,
        authors=draft.authors,
        published=draft.published,
        language=language_of(story, draft.declared_language),
        paragraphs=paragraphs,
        dropped=(*draft.dropped, *notes),
        origin=origin,
        modified=draft.modified,
        agency=draft.agency or _agency(draft),
        canonical=draft.canonical,
        access=access,
        access_sign=sign,
        kind=kind,
        kind_sign=kind_sign,
    )


def _access(draft: Draft) -> Judged:
    if draft.access == "paywalled":
        return draft.access, draft.access_sign
    if draft.access is None:
        own = (d.text for d in draft.dropped if d.reason not in _ELSEWHERE)
        if said := shown_wall(own):
            return "paywalled", said
    end, why = judge_end([text for text, _ in draft.paragraphs])
    return (end, why) if end else (draft.access, draft.access_sign)


def _agency(draft: Draft) -> str | None:
    """The agency that the dateline names, or a byline above the story."""
    opening = [text for text, _ in draft.paragraphs[:3]]
    bylines = [d.text for d in draft.dropped if d.reason == "byline" and len(d.text) < 200]
    return agency_of_text(opening, draft.site) or agency_of_lines(bylines[:1], draft.site)
