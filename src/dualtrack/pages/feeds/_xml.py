"""RSS and Atom through feedparser, with bounds that it does not set itself."""

from __future__ import annotations

import io
import logging
import xml.sax
import xml.sax.handler
import xml.sax.xmlreader
from typing import Any

from feedparser.api import LooseFeedParser, StrictFeedParser

from dualtrack._errors import NoFeed, PageError, TooLarge
from dualtrack.pages.feeds._entry import ContentType, Entry, Feed, FeedKind
from dualtrack.pages.feeds._parts import (
    MOST_ENTRIES,
    Collector,
    author_names,
    distinct,
    http_address,
    is_whole,
    language_code,
    one_line,
    plain,
    tidy,
    too_many,
)

log = logging.getLogger(__name__)

# About 20 microseconds an element: a feed at the bound takes some seconds.
_MOST_ELEMENTS = 300_000
_DEEPEST = 250
_MOST_PIECES = 2_000_000  # runs of text, references and end tags
# In a feed that is no XML, elements that nobody closes pile up.
_DEEPEST_LOOSE = 20_000
_MOST_ATTRIBUTES = 100
_MOST_TAGS = 500


def read_xml_feed(text: str, url: str | None = None) -> Feed:
    """Read RSS 0.9 to 2.0 or Atom; `text` begins with its root element and has no DOCTYPE.

    Markup is neither cleaned nor resolved. Raises TooLarge for feeds beyond the bounds.
    """
    parser, broken = _parse(text, url)
    if len(parser.entries) > MOST_ENTRIES:
        raise too_many()
    data = parser.feeddata
    home = one_line(data.get("link"))
    home = http_address(home, url) if home else None
    found = Collector(url or home)
    if broken:
        found.problem("broken", f"The feed is no well-formed XML: {broken}.")
    atom = parser.version.startswith("atom")
    language = language_code(data.get("language"))
    for raw in parser.entries:
        found.begin()
        found.add(_entry(raw, found, atom, language))
    if not parser.version and not parser.entries:
        raise NoFeed("This is neither a feed nor a site map.")
    kind: FeedKind = "atom" if atom else "rss"
    return Feed(kind, _title(data), home, tuple(found.entries), tuple(found.problems))


def _parse(text: str, url: str | None) -> tuple[Any, str | None]:
    """A parser that has read the feed, and what is wrong with it as XML, if anything."""
    strict = _Strict(url or "", None, "utf-8")
    strict.resolve_relative_uris = strict.sanitize_html = False
    reader = xml.sax.make_parser()
    reader.setFeature(xml.sax.handler.feature_namespaces, True)
    reader.setFeature(xml.sax.handler.feature_external_ges, False)
    reader.setContentHandler(strict)
    reader.setErrorHandler(strict)
    source = xml.sax.xmlreader.InputSource()
    source.setEncoding("utf-8")
    source.setByteStream(io.BytesIO(text.encode("utf-8", "replace")))
    try:
        reader.parse(source)
    except PageError:
        raise
    except xml.sax.SAXParseException as error:
        broken = f"line {error.getLineNumber()}, {error.getMessage()}"
    except Exception as error:  # feedparser breaks on some elements in odd places
        log.debug("feedparser failed on a feed", exc_info=True)
        broken = f"{type(error).__name__} in its reader"
    else:
        return strict, None
    loose = _Loose(url or "", None, "utf-8", {})
    loose.resolve_relative_uris = loose.sanitize_html = False
    try:
        loose.feed(text)
    except PageError:
        raise
    except Exception:  # what was read up to there stands; "broken" says that more may be lacking
        log.debug("feedparser failed on a broken feed", exc_info=True)
    return loose, broken


class _Bounds:
    """Holds feedparser to bounds, and to what elements are meant for."""

    deepest = _DEEPEST
    elements = 0
    pieces_seen = 0  # feedparser has a `pieces` of its own

    def unknown_starttag(self: Any, tag: str, attrs: Any) -> Any:
        self.elements += 1
        if self.elements > _MOST_ELEMENTS:
            raise TooLarge(f"The feed has more than {_MOST_ELEMENTS:,} elements.")
        if self.depth > self.deepest:
            raise TooLarge(f"The feed's elements are nested more than {self.deepest:,} deep.")
        if len(attrs) > _MOST_ATTRIBUTES:
            raise TooLarge(f"An element of the feed has more than {_MOST_ATTRIBUTES} attributes.")
        if len(self.entries) > MOST_ENTRIES:
            raise too_many()
        return super().unknown_starttag(tag, attrs)  # type: ignore[misc]

    def unknown_endtag(self: Any, tag: str) -> None:
        self.count_piece()
        super().unknown_endtag(tag)  # type: ignore[misc]

    def handle_data(self: Any, text: Any, escape: int = 1) -> None:
        self.count_piece()
        super().handle_data(text, escape)  # type: ignore[misc]

    def handle_entityref(self: Any, ref: str) -> None:
        self.count_piece()
        super().handle_entityref(ref)  # type: ignore[misc]

    def count_piece(self) -> None:
        self.pieces_seen += 1
        if self.pieces_seen > _MOST_PIECES:
            raise TooLarge(f"The feed has more than {_MOST_PIECES:,} pieces of text and markup.")

    def pop(self: Any, element: str, strip_whitespace: int = 1) -> Any:
        if self.elementstack:  # feedparser takes blank pieces off one by one, in quadratic time
            pieces = self.elementstack[-1][2]
            first = next((i for i, piece in enumerate(pieces) if piece.strip()), len(pieces))
            del pieces[:first]
        return super().pop(element, strip_whitespace)  # type: ignore[misc]

    def handle_charref(self: Any, ref: str) -> None:
        self.count_piece()
        try:
            super().handle_charref(ref)  # type: ignore[misc]
        except (ValueError, OverflowError):  # the number of no character
            self.handle_data("\ufffd")

    def _add_tag(self: Any, term: Any, scheme: Any, label: Any) -> None:
        if len(self._get_context().get("tags") or ()) < _MOST_TAGS:
            super()._add_tag(term, scheme, label)  # type: ignore[misc]

    def _sync_author_detail(self: Any, key: str = "author") -> None:
        # feedparser looks for addresses in a string of any length, and leaves bits of long ones
        context = self._get_context()
        people = context.get(f"{key}s")
        if people and not people[-1]:
            people[-1]["name"] = context.get(key)

    def _end_guid(self: Any) -> None:
        said = "".join(str(p) for p in self.elementstack[-1][2]) if self.elementstack else ""
        if not said.strip().lower().startswith(("http://", "https://")):
            self.guidislink = 0  # a number or a name made into an address leads nowhere
        super()._end_guid()  # type: ignore[misc]

    _end_id = _end_guid

    # feedparser takes a second description for the story; most are captions of pictures.

    def _start_description(self: Any, attrs_d: Any) -> None:
        had, self.hasContent = self.hasContent, 1
        super()._start_description(attrs_d)  # type: ignore[misc]
        self.hasContent = had

    def _start_summary(self: Any, attrs_d: Any) -> None:
        had, self.hasContent = self.hasContent, 1
        super()._start_summary(attrs_d)  # type: ignore[misc]
        self.hasContent = had

    def _start_media_description(self: Any, attrs_d: Any) -> None:
        self.push("media_description", 1)

    def _end_media_description(self: Any) -> None:
        self.pop("media_description")


class _Strict(_Bounds, StrictFeedParser):  # type: ignore[misc]
    def startElementNS(self: Any, name: Any, qname: Any, attrs: Any) -> None:  # noqa: N802
        if len(attrs) > _MOST_ATTRIBUTES:
            raise TooLarge(f"An element of the feed has more than {_MOST_ATTRIBUTES} attributes.")
        super().startElementNS(name, qname, attrs)


class _Loose(_Bounds, LooseFeedParser):  # type: ignore[misc]
    deepest = _DEEPEST_LOOSE


def _entry(raw: Any, found: Collector, atom: bool, language: str | None) -> Entry:
    published, modified = dict.get(raw, "published"), dict.get(raw, "updated")
    if not published and not atom:  # feedparser keeps `dc:date`, RSS 1.0's only date, there
        published, modified = modified, None
    summary, content, kind = _summary_and_story(raw, atom)
    return Entry(
        id=one_line(raw.get("id")),
        url=found.address(raw.get("link")),
        title=_title(raw),
        published=found.stamp(published),
        modified=found.stamp(modified),
        authors=distinct(
            name for a in raw.get("authors") or () for name in author_names(a.get("name"))
        ),
        tags=distinct(one_line(t.get("label") or t.get("term")) for t in raw.get("tags") or ()),
        summary=summary,
        content=content,
        content_type=kind,
        language=language_code((raw.get("title_detail") or {}).get("language")) or language,
        number=found.number,
    )


def _summary_and_story(raw: Any, atom: bool) -> tuple[str | None, str | None, ContentType]:
    description, its_kind = _text(raw.get("summary"), raw.get("summary_detail"))
    content, kind = _content(raw)
    if content is not None:
        if content == description:  # feedparser copies the story to where no summary is
            description = None
        if is_whole(content, kind, given_as="content"):
            return _summary(description, its_kind), content, kind
        return _summary(description, its_kind) or _summary(content, kind), None, kind
    if not atom and description and is_whole(description, its_kind, given_as="description"):
        return None, description, its_kind
    return _summary(description, its_kind), None, its_kind


def _summary(text: str | None, kind: ContentType) -> str | None:
    return plain(text) if kind == "html" else text


def _content(raw: Any) -> tuple[str | None, ContentType]:
    """The story where the entry carries it: the first text among its contents."""
    for detail in raw.get("content") or ():
        text, kind = _text(detail.get("value"), detail)
        if text and not detail.get("src"):
            return text, kind
    return None, "html"


def _text(value: Any, detail: Any) -> tuple[str | None, ContentType]:
    said = str((detail or {}).get("type") or "text/html")
    if not said.startswith("text/") and not said.endswith(("xhtml+xml", "/xml", "+xml")):
        return None, "text"  # a picture or a film as base64
    return tidy(value), "text" if said == "text/plain" else "html"


def _title(data: Any) -> str | None:
    """The title of a feed or an entry, as plain text on one line."""
    return one_line(_summary(*_text(data.get("title"), data.get("title_detail"))))
