"""What every reader of feeds gives: a feed, its entries, and what was wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dualtrack.pages._article import Published

FeedKind = Literal["rss", "atom", "json feed", "sitemap", "sitemap index"]
ContentType = Literal["html", "text"]


@dataclass(frozen=True, slots=True)
class FeedProblem:
    """Something in a feed that could not be used, and why.

    `entry` is the number of the entry in the feed, from 1, or None where the whole feed is
    meant. `reason` is a short stable word: "empty entry" (no address and no content: the entry
    is not among the feed's entries), "address", "date", "broken" (the feed is no well-formed
    XML; entries may be lacking). `message` is a sentence for people.
    """

    entry: int | None
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    `url` is a full http or https address, or None. `title` and `summary` are plain text.
    `content` is the full story where the feed carries it, else None. It is as the feed gives
    it: HTML or text by `content_type`, written by strangers, to be read and never rendered.
    `language` is the ISO 639 code that the feed declares, in lower case, without a region.
    """

    id: str | None
    url: str | None
    title: str | None = None
    published: Published | None = None
    modified: Published | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str | None = None
    content: str | None = field(default=None, repr=False)
    content_type: ContentType = "html"
    language: str | None = None
    number: int = 1  # its place in the feed, from 1; left-out entries are counted too


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed or a site map. `url` is the web page it belongs to, where it names one."""

    kind: FeedKind
    title: str | None
    url: str | None
    entries: tuple[Entry, ...]
    problems: tuple[FeedProblem, ...] = ()
