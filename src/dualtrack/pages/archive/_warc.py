"""WARC archives, packed or not: the pages in them, one record at a time."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dualtrack._errors import PageError
from dualtrack.pages._article import Article
from dualtrack.pages._bytes import LIMIT, too_large
from dualtrack.pages._failure import Failure, failure, shown
from dualtrack.pages._read import read_page
from dualtrack.pages.archive._members import Members, Readable
from dualtrack.pages.archive._response import NoPage, read_response

log = logging.getLogger(__name__)

_LONGEST_LINE = 16_384
_LONGEST_HEAD = 65_536
_RECORD = b"WARC/"
_OTHER_RECORDS = frozenset(
    ("warcinfo", "request", "metadata", "revisit", "resource", "conversion", "continuation")
)
_CUT = "The archive ends within this record."


def read_warc(
    file: Readable,
    *,
    origin: str = "-",
    limit: int = LIMIT,
    left_out: Counter[str] | None = None,
) -> Iterator[Article | Failure]:
    """Read the pages of a WARC file: responses with status 200 that are HTML or plain text.

    `file` is read forwards once, with one record in memory at a time; gzip and zstd are unpacked
    (for zstd the extra `zstd` is needed: MissingExtra is raised without it). Gives
    an Article or a Failure for each page; a record that is broken, cut short or larger than
    `limit` bytes is a Failure, and reading goes on behind it. The origin of a page is
    `origin:record-id`, or `origin:offset` in unpacked bytes where there is no id. When a record
    was archived says nothing about when its page was published. Records that are no pages
    (requests, pictures, redirects...) are counted in `left_out` by reason, where that is given.
    """
    counts: Counter[str] = Counter() if left_out is None else left_out
    before = counts.total()
    archive = _Archive(Members(file), origin, limit)
    told = False
    for found in archive:
        if isinstance(found, NoPage):
            counts[str(found)] += 1
        else:
            told = True
            yield found
    if counts.total() > before:
        log.info("%s: left out %s", origin, dict(counts))
    if not told:
        said = ", ".join(f"{reason} {n}" for reason, n in counts.most_common()) or "no record"
        yield Failure(origin, "empty", f"The archive holds no page: {said}.")


def _passed_over(kind: str | None) -> str:
    """What a record is that holds no response of the web, in words for counting."""
    if kind == "response":
        return "response from outside the web"
    return f"{kind} record" if kind in _OTHER_RECORDS else "record of another kind"


class BadRecord(Exception):
    """A record that becomes a Failure; `reason` is a short stable word for counting."""

    def __init__(self, message: str, reason: str = "broken record") -> None:
        super().__init__(message)
        self.reason = reason


class _Archive:
    """The records of one archive, each as what it comes to."""

    def __init__(self, members: Members, origin: str, limit: int) -> None:
        from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415 - few runs need it

        self._loader: Any = ArcWarcRecordLoader()
        self._members = members
        self._origin = origin
        self._limit = limit
        self._name = origin
        self._lost = False  # after a broken record: the next one must be looked for

    def __iter__(self) -> Iterator[Article | Failure | NoPage]:
        while True:
            try:
                found = self._next()
            except BadRecord as bad:
                yield Failure(self._name, bad.reason, str(bad))
                self._lost = True
                if self._members.damage and not self._members.resume():
                    return
            else:
                if found is None:
                    return
                yield found

    def _next(self) -> Article | Failure | NoPage | None:
        """What the next record comes to; None at the end of the archive. Raises BadRecord."""
        first = self._first_line()
        if first is None:
            return None
        head = self._head(first)
        length = self._length(head)
        name = head.rec_headers.get_header("WARC-Record-ID")
        if name:
            self._name = f"{self._origin}:{shown(name.strip('<> '))[:200]}"
        found: Article | Failure | NoPage
        try:
            found = self._content(head, length)
        except NoPage as reason:
            found = reason
        except PageError as error:
            found = failure(self._name, error)
        if not self._members.record_ends_here():
            raise self._stopped("The record is longer than it says.")
        return found

    def _first_line(self) -> bytes | None:
        """The line that begins a record; None at the end."""
        while True:
            start = self._members.offset
            line = self._members.readline(_LONGEST_LINE)
            if line.startswith(_RECORD):
                self._name, self._lost = f"{self._origin}:{start}", False
                return line
            if self._members.damage:
                self._name = f"{self._origin}:{start}"
                raise self._stopped()
            if not line:
                return None
            if line.strip() and not self._lost:
                self._name = f"{self._origin}:{start}"
                raise BadRecord("There are bytes here that belong to no record.")

    def _head(self, first: bytes) -> Any:
        lines, size = [first], len(first)
        while lines[-1].strip():
            line = self._members.readline(_LONGEST_LINE)
            size += len(line)
            if not line:
                raise self._stopped()
            if size > _LONGEST_HEAD:
                raise BadRecord("The record's head is too long.")
            lines.append(line)
        try:
            return self._loader.parse_record_stream(
                io.BytesIO(b"".join(lines)), known_format="warc", no_record_parse=True
            )
        except Exception as error:  # what breaks warcio on one record must not end the archive
            raise BadRecord("The record's head cannot be read.") from error

    @staticmethod
    def _length(head: Any) -> int:
        said = (head.rec_headers.get_header("Content-Length") or "").strip()
        if not re.fullmatch(r"[0-9]{1,18}", said):
            raise BadRecord("The record does not say how long it is.")
        return int(said)

    def _content(self, head: Any, length: int) -> Article | Failure:
        """The page in a record. Raises NoPage, PageError or BadRecord."""
        url = head.rec_headers.get_header("WARC-Target-URI") or ""
        if head.rec_type != "response" or not url.lower().startswith(("http://", "https://")):
            self._skip(length)
            raise NoPage(_passed_over(head.rec_type))
        block = self._read(min(length, _LONGEST_HEAD))
        rest = length - len(block)
        try:
            response = read_response(block, whole=not rest)
            cut = head.rec_headers.get_header("WARC-Truncated") or head.rec_headers.get_header(
                "WARC-Segment-Number"
            )
        except (NoPage, PageError):
            self._skip(rest)
            raise
        if rest > self._limit:
            self._skip(rest)
            raise too_large(self._limit)
        block += self._read(rest)
        if cut:
            message = "The page was cut short when it was archived."
            return Failure(self._name, "cut short", message)
        body = response.body(block, self._limit)
        return read_page(
            body,
            url=url,
            origin=self._name,
            kind=response.kind(body),
            charset=response.charset,
            limit=self._limit,
        )

    def _stopped(self, otherwise: str | None = None) -> BadRecord:
        """Why reading stopped in this record: damage, else the end of the file or `otherwise`."""
        damage = self._members.damage
        if damage is None and otherwise:
            return BadRecord(otherwise)
        cut = damage is None or self._members.is_cut
        return BadRecord(damage or _CUT, "cut short" if cut else "broken record")

    def _read(self, size: int) -> bytes:
        data = self._members.read(size)
        if len(data) < size:
            raise self._stopped()
        return data

    def _skip(self, size: int) -> None:
        if self._members.skip(size) < size:
            raise self._stopped()
