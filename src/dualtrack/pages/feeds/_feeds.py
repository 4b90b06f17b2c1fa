"""Feeds and site maps: what they list, and the articles of entries that carry their story."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from dualtrack._errors import NoFeed, NoStory, PageError
from dualtrack.pages._article import Article, Published
from dualtrack.pages._bytes import LIMIT, clean_text, decode
from dualtrack.pages._draft import finish
from dualtrack.pages._failure import one_page
from dualtrack.pages._stream import Stream
from dualtrack.pages.dump._text import read_text
from dualtrack.pages.feeds._entry import Entry, Feed

_ROOT = re.compile(r"<(?:[\w-]{1,40}:)?([A-Za-z]+)(?=[\s/>])")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_SYNDICATION = frozenset(("rss", "rdf", "feed"))
_SITEMAPS = frozenset(("urlset", "sitemapindex"))


def read_feed(
    data: bytes, url: str | None = None, *, charset: str | None = None, limit: int = LIMIT
) -> Feed:
    """Read a feed: RSS 0.9 to 2.0, Atom, JSON Feed, a site map or an index of site maps.

    `url` is where it comes from: relative addresses are resolved against it. `charset` is the
    encoding that its server named. Gzip is unpacked. Nothing is fetched. A feed may have up to
    `limit` bytes unpacked and 50,000 entries; elements may nest 250 deep. Raises NoFeed where
    the data are something else or declare entities of their own, and another PageError, with a
    sentence, where they cannot be read; nothing else for any content of `data`.
    """
    with one_page("The feed", url or "a feed without a name"):
        decoded = decode(Stream(io.BytesIO(data)).all(limit), charset=charset, limit=limit)
        text = decoded.text.lstrip("\ufeff \t\r\n")
        if text.startswith(("{", "[")):
            from dualtrack.pages.feeds._json import read_json_feed  # noqa: PLC0415

            return read_json_feed(text, url)
        text = _REFERENCE.sub(_legal, _NOT_XML.sub(" ", _without_prolog(text)))
        root = _ROOT.match(text)
        name = root[1].lower() if root else ""
        if name in _SITEMAPS:
            from dualtrack.pages.feeds._sitemap import read_sitemap  # noqa: PLC0415 - lxml loads slowly

            return read_sitemap(text, url)
        if name in _SYNDICATION:
            from dualtrack.pages.feeds._xml import read_xml_feed  # noqa: PLC0415 - loads slowly

            return read_xml_feed(text, url)
        raise NoFeed("This is neither a feed nor a site map.")


def article_of_entry(entry: Entry, origin: str | None = None, *, limit: int = LIMIT) -> Article:
    """The article of an entry that carries its story. Nothing is fetched.

    HTML is read block by block as pages are; title, address and authors are the entry's. Where
    the feed only says when the entry was changed, that is the date, as a guess. Raises NoStory
    where the entry has no content or none that is a story, or another PageError.
    """
    with one_page("The entry", origin or entry.url or "an entry without a name"):
        if entry.content is None:
            raise NoStory("The feed gives no text of this entry, only its address.")
        decoded = clean_text(entry.content, limit=limit)
        if entry.content_type == "html":
            from dualtrack.pages.html._html import read_fragment  # noqa: PLC0415 - lxml loads slowly

            draft = read_fragment(decoded.text, entry.title)
        else:
            draft = read_text(decoded.text)
        draft.title = entry.title or draft.title
        draft.url = entry.url
        draft.authors = entry.authors or draft.authors
        draft.published = entry.published or _guessed(entry.modified) or draft.published
        draft.modified = entry.modified if entry.published else None
        draft.declared_language = entry.language
        return finish(draft, origin=origin, notes=decoded.notes)


def _guessed(modified: Published | None) -> Published | None:
    """The stamp of the last change, standing in for that of publication."""
    return replace(modified, source="guess") if modified else None


def _legal(reference: re.Match[str]) -> str:
    """A reference to a character by its number, or U+FFFD where XML has no such character."""
    digits = reference[1] or reference[2]
    number = int(digits, 16 if reference[1] else 10) if len(digits) < 12 else -1
    known = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE
    return reference[0] if known or 0x10000 <= number <= 0x10FFFF else "\ufffd"


def _without_prolog(text: str) -> str:
    """A text from its root element on: declarations, comments and a DOCTYPE are taken off.

    Without a DOCTYPE no parser has entities to expand or files to fetch.
    """
    at = 0
    while True:
        at += len(text[at : at + 65_536]) - len(text[at : at + 65_536].lstrip())
        if text.startswith("<?", at):
            end, size = text.find("?>", at), 2
        elif text.startswith("<!--", at):
            end, size = text.find("-->", at), 3
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            end, size = _end_of_doctype(text, at), 1
        elif text[at : at + 1].isspace():
            continue
        else:
            return text[at:]
        if end < 0:
            raise PageError("The feed breaks off before its first element.")
        at = end + size


def _end_of_doctype(text: str, at: int) -> int:
    end = text.find(">", at)
    inside = text.find("[", at, end if end >= 0 else None)
    if inside < 0:
        return end
    closed = re.compile(r"\]\s{0,1000}>").search(text, inside)
    subset = text[inside : closed.start() if closed else None]
    if "<!ENTITY" in subset.upper():
        raise NoFeed("The feed declares entities of its own; such feeds are not read.")
    return closed.end() - 1 if closed else -1
