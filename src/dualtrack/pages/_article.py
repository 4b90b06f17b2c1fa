"""What every reader gives: one article, with the place of each paragraph and dropped line."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Zone = Literal["known", "missing", "day"]
Access = Literal["free", "paywalled", "cut"]
ParagraphKind = Literal["standfirst", "paragraph", "subhead", "quote", "list"]
PARAGRAPH_KINDS: tuple[ParagraphKind, ...] = get_args(ParagraphKind)
PageKind = Literal["article", "live", "index", "unknown"]


@dataclass(frozen=True, slots=True)
class Published:
    """When a page says it was published, or last changed.

    `day` is the day in UTC where the zone is known, else the day as printed.
    `at` is the moment: aware (UTC) if `zone` is "known", naive if it is "missing",
    None if only a day was given ("day"). `source` says where it was read:
    "json-ld", "microdata", "meta", "time", "text", "feed", "given" or "guess".
    """

    day: dt.date
    at: dt.datetime | None = None
    zone: Zone = "day"
    source: str = "given"

    def isoformat(self) -> str:
        """The stamp in ISO 8601: a day, a moment ending in `Z`, or a moment without a zone."""
        if self.at is None:
            return self.day.isoformat()
        return self.at.replace(tzinfo=None).isoformat() + ("Z" if self.zone == "known" else "")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the story: `article.text[start:end]`, in code points.

    `source` is its (start, end) in the decoded input where that is known: the words with the
    markup that stands between them. `kind` is "standfirst" (the summary below the headline),
    "paragraph", "subhead", "quote" (set apart as one) or "list" (one item of a list).
    """

    start: int
    end: int
    source: tuple[int, int] | None = None
    kind: ParagraphKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line or block of the input that is no part of the story, and why.

    `reason` is one of the words in `pages/reasons.yaml`; `source` is its (start, end)
    in the decoded input where that is known.
    """

    text: str
    reason: str
    source: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A story as it will be coded. All offsets are code points into `text`.

    `text` is the story alone: paragraphs joined by a blank line, chrome gone (a JSONL
    article's text stands as it was given). `section` is the path from the front page,
    outermost first, e.g. ("News", "Defense"). `context` is what a JSONL line gives to be
    read before the text and not coded; None elsewhere. `language` is an ISO 639-1 code,
    or None where the text is too short to tell.

    `modified` is the last change, never that of publication. `agency` is the news agency that
    a byline or a dateline credits ("Reuters"). `canonical` is the address that the page gives
    as its own. `access` says whether the whole story is there: "free", "paywalled" (offered
    to subscribers only; what is read may be all of it or its opening), "cut" (the text breaks
    off), or None where nothing tells. `kind` is "article", "live" (a live blog: many posts of
    different hours, so `published` is not the hour of what they tell) or "unknown"; "index"
    stands in failures only. `access_sign` and `kind_sign` say in words what tells.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    site: str | None = None
    section: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: Published | None = None
    language: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    dropped: tuple[Dropped, ...] = field(default=(), repr=False)
    context: str | None = None
    origin: str | None = None  # the file, file:line or "-" it came from; for reports only
    modified: Published | None = None
    agency: str | None = None
    canonical: str | None = None
    access: Access | None = None
    access_sign: str | None = None
    kind: PageKind = "unknown"
    kind_sign: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The article as plain JSON values, one key a field; absent values are null."""
        return {
            "id": self.id,
            "url": self.url,
            "canonical": self.canonical,
            "site": self.site,
            "section": list(self.section),
            "title": self.title,
            "authors": list(self.authors),
            "agency": self.agency,
            "published": self.published.isoformat() if self.published else None,
            "published_zone": self.published.zone if self.published else None,
            "published_source": self.published.source if self.published else None,
            "modified": self.modified.isoformat() if self.modified else None,
            "modified_zone": self.modified.zone if self.modified else None,
            "language": self.language,
            "kind": self.kind,
            "kind_sign": self.kind_sign,
            "access": self.access,
            "access_sign": self.access_sign,
            "text": self.text,
            "context": self.context,
            "paragraphs": [
                {
                    "start": p.start,
                    "end": p.end,
                    "source": list(p.source) if p.source else None,
                    "kind": p.kind,
                }
                for p in self.paragraphs
            ],
            "dropped": [
                {"text": d.text, "reason": d.reason, "source": list(d.source) if d.source else None}
                for d in self.dropped
            ],
            "origin": self.origin,
        }


def article_id(url: str | None, text: str) -> str:
    """A stable id: a hash of the URL where there is one, else of the text (16 hex digits)."""
    key = url if url else text
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
