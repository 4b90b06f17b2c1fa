"""The two ways in: one page that is in memory already, and all that a user names."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dualtrack._errors import BadLine, NoStory, NothingToRead, PageError, UnreadablePage
from dualtrack.pages._article import Article, article_id
from dualtrack.pages._bytes import LIMIT, Decoded, clean_text, decode
from dualtrack.pages._draft import Draft, join
from dualtrack.pages._failure import Failure, failure
from dualtrack.pages._inputs import Source, expand, no_access
from dualtrack.pages._jsonl import article_of, parse_json, read_line
from dualtrack.pages._language import language_of
from dualtrack.pages._sniff import Kind, is_other_xml, kind_of
from dualtrack.pages._stream import Stream
from dualtrack.pages._text import read_text

log = logging.getLogger(__name__)
# Without a handler Python would print tracebacks of single pages on standard error.
logging.getLogger("dualtrack").addHandler(logging.NullHandler())


def read_page(
    data: str | bytes,
    *,
    url: str | None = None,
    origin: str | None = None,
    kind: Kind | None = None,
    limit: int = LIMIT,
) -> Article:
    """Read one page: HTML, plain text, or one JSON object with a `text`.

    `kind` is "html", "text" or "json"; without it the page's first characters tell. `url` is
    where the page comes from, if known, and `origin` a name for reports. A page may have up to
    `limit` bytes. Raises PageError, one of its kinds, with a sentence; nothing else for any
    content of `data`.
    """
    try:
        decoded = (
            decode(data, limit=limit) if isinstance(data, bytes) else clean_text(data, limit=limit)
        )
        return _article(decoded, url, origin, kind or kind_of(decoded.text))
    except PageError:
        raise
    except Exception as error:
        # A fault of ours or of a library on one page must not stop a run over a million.
        log.exception("a page broke its reader: %s", origin or url or "unnamed")
        raise PageError(
            f"The page could not be read: {type(error).__name__} in its reader."
        ) from error


def read_inputs(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    limit: int = LIMIT,
) -> Iterator[Article | Failure]:
    """Read all that is named: files, folders, globs, "-" for `stdin`.

    Gives an Article or a Failure for each page, in a stable order, and never raises for a page
    that is bad. `limit` is bytes a page, or a line of JSONL. Raises NothingToRead if `paths`
    is empty.
    """
    nothing = True
    for source in expand(paths):
        nothing = False
        if isinstance(source, Failure):
            yield source
        else:
            yield from _read_source(source, stdin, limit)
    if nothing:
        raise NothingToRead(
            "No input was named: give files, folders, globs, or - for standard input."
        )


def _read_source(source: Source, stdin: BinaryIO | None, limit: int) -> Iterator[Article | Failure]:
    try:
        if source.path is None:
            if stdin is None:
                raise UnreadablePage("There is no standard input to read.")
            yield from _read_stream(stdin, source, limit)
        else:
            with source.path.open("rb") as file:
                yield from _read_stream(file, source, limit)
    except PageError as error:
        yield failure(source.origin, error)
    except OSError as error:
        log.debug("cannot read %s", source.origin, exc_info=True)
        yield failure(source.origin, no_access(error))


def _read_stream(file: BinaryIO, source: Source, limit: int) -> Iterator[Article | Failure]:
    stream = Stream(file)
    kind = source.kind or _sniffed(stream)
    if kind == "jsonl":
        yield from _read_lines(stream, source.origin, limit)
        return
    data = stream.all(limit)
    if kind == "json":
        yield from _read_json(data, source.origin, limit)
        return
    yield read_page(data, origin=source.origin, kind=kind, limit=limit)


def _sniffed(stream: Stream) -> Kind | None:
    head = stream.head(8_192)
    kind = kind_of(head.decode("utf-8", "replace"))
    return kind if kind in ("jsonl", "json") else None  # read_page tells the others apart itself


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


def _read_json(data: bytes, origin: str, limit: int) -> Iterator[Article | Failure]:
    """A file of one object, of a list of objects, or of lines after all."""
    text = decode(data, limit=limit).text
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


def _article(decoded: Decoded, url: str | None, origin: str | None, kind: Kind) -> Article:
    text = decoded.text
    if kind in ("json", "jsonl"):
        return article_of(parse_json(text, "The page"), "The page", origin=origin)
    if is_other_xml(text):
        raise NoStory("The page is a feed or a site map; this version reads pages only.")
    draft = _draft(text, url, kind)
    story, paragraphs = join(draft.paragraphs)
    if not any(char.isalpha() for char in story):
        raise NoStory("No story was found on the page.")
    return Article(
        id=article_id(draft.url, story),
        text=story,
        title=draft.title,
        url=draft.url,
        site=draft.site,
        section=draft.section,
        authors=draft.authors,
        published=draft.published,
        language=language_of(story),
        paragraphs=paragraphs,
        dropped=(*draft.dropped, *decoded.notes),
        origin=origin,
    )


def _draft(text: str, url: str | None, kind: Kind) -> Draft:
    if kind == "html":
        from dualtrack.pages._html import read_html  # noqa: PLC0415 - lxml loads slowly

        return read_html(text, url)
    draft = read_text(text)
    draft.url = url
    return draft
