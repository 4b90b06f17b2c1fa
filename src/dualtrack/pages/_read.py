"""The two ways in: one page that is in memory already, and all that a user names."""

from __future__ import annotations

import io
import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, BinaryIO

from dualtrack._errors import (
    BadLine,
    MissingExtra,
    NoStory,
    NothingToRead,
    PageError,
    UnreadablePage,
)
from dualtrack.pages._article import Article
from dualtrack.pages._bytes import LIMIT, Decoded, clean_text, decode
from dualtrack.pages._draft import Draft, finish
from dualtrack.pages._failure import Failure, failure, one_page
from dualtrack.pages._inputs import Source, expand, no_access
from dualtrack.pages._jsonl import article_of, parse_json, read_line
from dualtrack.pages._sniff import Kind, is_feed, kind_of
from dualtrack.pages._stream import Stream
from dualtrack.pages.dump._memory import SiteMemory, site_of
from dualtrack.pages.dump._text import read_text
from dualtrack.pages.feeds._feeds import article_of_entry, read_feed
from dualtrack.pages.web._web import fetched

log = logging.getLogger(__name__)
# Without a handler Python would print tracebacks of single pages on standard error.
logging.getLogger("dualtrack").addHandler(logging.NullHandler())


def read_page(
    data: str | bytes,
    *,
    url: str | None = None,
    origin: str | None = None,
    kind: Kind | None = None,
    charset: str | None = None,
    limit: int = LIMIT,
    memory: SiteMemory | None = None,
) -> Article:
    """Read one page: HTML, plain text, or one JSON object with a `text`.

    `kind` is "html", "text" or "json"; without it the page's first characters tell. `url` is
    where the page comes from, if known, and `origin` a name for reports; `charset` is the
    encoding that its server named. A page may have up to `limit` bytes. In plain text, lines
    that `memory` knows from other pages of the host of `url`, or of the folder of `origin`, are
    likelier chrome; the page is then remembered itself. Raises PageError, one of its kinds,
    with a sentence; nothing else for any content of `data`.
    """
    with one_page("The page", origin or url or "unnamed"):
        if isinstance(data, bytes):
            decoded = decode(data, charset=charset, limit=limit)
        else:
            decoded = clean_text(data, limit=limit)
        return _article(decoded, url, origin, kind or kind_of(decoded.text), memory)


def read_inputs(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    limit: int = LIMIT,
    web: Mapping[str, Any] | None = None,
    memory: SiteMemory | bool = True,
    left_out: Counter[str] | None = None,
) -> Iterator[Article | Failure]:
    """Read all that is named: files, folders, globs, addresses on the web, "-" for `stdin`.

    Gives an Article or a Failure for each page, each line of JSONL, each page of an archive
    and each entry of a feed, in a stable order, and never raises for a page that is bad.
    `limit` is bytes a page, a feed or a line of JSONL; archives may be of any size. `web`
    has the settings of `Fetcher`, by which addresses are fetched. `memory` holds lines that
    recur on a site against them, see `read_page`: a memory to go on with, True for a new one,
    False for none. Records of archives that are no pages are counted in `left_out` by reason.
    Raises NothingToRead if `paths` is empty.
    """
    nothing = True
    kept = memory if isinstance(memory, SiteMemory) else SiteMemory() if memory else None
    for found in _opened(paths, stdin, {"limit": limit, **(web or {})}):
        nothing = False
        if isinstance(found, Failure):
            yield found
        else:
            source, file = found
            yield from _read_source(source, file, limit, kept, left_out)
    if nothing:
        raise NothingToRead(
            "No input was named: give files, folders, globs, addresses, or - for standard input."
        )


def _opened(
    paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None, web: Mapping[str, Any]
) -> Iterator[tuple[Source, BinaryIO | None] | Failure]:
    """Each source with what to read where it is no file: standard input, or a fetched page.

    Addresses that follow each other are fetched together, several hosts at once.
    """
    for on_web, group in groupby(expand(paths), lambda s: isinstance(s, Source) and bool(s.url)):
        if on_web:
            yield from fetched((s for s in group if isinstance(s, Source)), web)
        else:
            yield from (s if isinstance(s, Failure) else (s, stdin) for s in group)


def _read_source(
    source: Source,
    given: BinaryIO | None,
    limit: int,
    memory: SiteMemory | None,
    left_out: Counter[str] | None,
) -> Iterator[Article | Failure]:
    try:
        if source.path is None:
            if given is None:
                raise UnreadablePage("There is no standard input to read.")
            yield from _read_stream(given, source, limit, memory, left_out)
        else:
            with source.path.open("rb") as file:
                yield from _read_stream(file, source, limit, memory, left_out)
    except PageError as error:
        yield failure(source.origin, error)
    except MissingExtra as missing:
        yield Failure(source.origin, "missing part", f"{missing}.")
    except OSError as error:
        log.debug("cannot read %s", source.origin, exc_info=True)
        yield failure(source.origin, no_access(error))


def _read_stream(
    file: BinaryIO,
    source: Source,
    limit: int,
    memory: SiteMemory | None,
    left_out: Counter[str] | None,
) -> Iterator[Article | Failure]:
    stream = Stream(file)
    kind = source.kind or ("warc" if stream.is_archive else _sniffed(stream))
    if kind == "warc":
        from dualtrack.pages.archive._warc import read_warc  # noqa: PLC0415 - few runs read archives

        archive = stream.whole()
        yield from read_warc(archive, origin=source.origin, limit=limit, left_out=left_out)
        return
    if kind == "jsonl":
        yield from _read_lines(stream, source.origin, limit)
        return
    data = stream.all(limit)
    if kind == "feed":
        yield from _read_feed(data, source, limit)
    elif kind == "json":
        yield from _read_json(data, source, limit)
    else:
        yield read_page(
            data,
            url=source.url,
            origin=source.origin,
            kind=kind,
            charset=source.charset,
            limit=limit,
            memory=memory,
        )


def _sniffed(stream: Stream) -> Kind | None:
    head = stream.head(8_192)
    try:
        text = decode(head).text  # feeds come in every encoding
    except PageError:
        return None
    kind = kind_of(text)
    return kind if kind in ("jsonl", "json", "feed") else None  # read_page tells the others apart


def _read_feed(data: bytes, source: Source, limit: int) -> Iterator[Article | Failure]:
    """The entries that carry their story; a Failure for each of the others."""
    origin = source.origin
    feed = read_feed(data, source.url, charset=source.charset, limit=limit)
    for entry in feed.entries:
        where = f"{origin}[{entry.number}]"
        if entry.content is None:
            message = f"The feed gives only the address of this entry: {entry.url}"
            yield Failure(where, "feed entry", message)
            continue
        try:
            yield article_of_entry(entry, where, limit=limit)
        except PageError as error:
            yield failure(where, error)
    for problem in feed.problems:
        if problem.reason == "empty entry":
            yield Failure(f"{origin}[{problem.entry}]", problem.reason, problem.message)
        elif problem.reason == "broken":
            yield Failure(origin, problem.reason, problem.message)
        else:  # the entry itself was read or is told of above
            log.info("%s[%s]: %s", origin, problem.entry, problem.message)
    if not feed.entries and not feed.problems:
        yield Failure(origin, "empty", "The feed has no entries.")


def _read_lines(stream: Stream, origin: str, limit: int) -> Iterator[Article | Failure]:
    empty = True
    for number, line in stream.lines(limit):
        where = f"{origin}:{number}"
        try:
            if isinstance(line, PageError):
                raise line
            if not line.strip():
                continue
            empty = False
            yield read_line(line, number, origin=where, limit=limit)
        except PageError as error:
            empty = False
            yield failure(where, error)
        except Exception as error:
            log.exception("a line broke its reader: %s", where)
            message = f"Line {number} could not be read: {type(error).__name__} in its reader."
            yield failure(where, PageError(message))
    if empty:
        yield Failure(origin, "empty", "The file holds no lines.")


def _read_json(data: bytes, source: Source, limit: int) -> Iterator[Article | Failure]:
    """A file of one object, of a list of objects, or of lines after all."""
    origin = source.origin
    text = decode(data, limit=limit).text
    if kind_of(text) == "feed":
        yield from _read_feed(data, source, limit)
        return
    try:
        values = parse_json(text, "The file")
    except BadLine:
        if kind_of(text) != "jsonl":
            raise
        yield from _read_lines(Stream(io.BytesIO(data)), origin, limit)
        return
    if not isinstance(values, list):
        yield article_of(values, "The file", origin=origin)
        return
    for number, value in enumerate(values, 1):
        where = f"{origin}[{number}]"
        try:
            yield article_of(value, f"Entry {number}", origin=where)
        except PageError as error:
            yield failure(where, error)


def _article(
    decoded: Decoded, url: str | None, origin: str | None, kind: Kind, memory: SiteMemory | None
) -> Article:
    text = decoded.text
    if kind in ("json", "jsonl"):
        return article_of(parse_json(text, "The page"), "The page", origin=origin)
    if kind == "feed" or is_feed(text):
        raise NoStory("The page is a feed or a site map; read_feed reads those.")
    return finish(_draft(text, url, kind, origin, memory), origin=origin, notes=decoded.notes)


def _draft(
    text: str, url: str | None, kind: Kind, origin: str | None, memory: SiteMemory | None
) -> Draft:
    if kind == "html":
        from dualtrack.pages.html._html import read_html  # noqa: PLC0415 - lxml loads slowly

        return read_html(text, url)
    draft = read_text(text, memory, site_of(url, origin))
    draft.url = url
    return draft
