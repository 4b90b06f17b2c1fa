"""Addresses on the web among the inputs of a run: fetched, and handed on as files are."""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from dualtrack._errors import FetchError, MissingExtra
from dualtrack.pages._failure import Failure, failure
from dualtrack.pages._inputs import Source
from dualtrack.pages.web._fetched import NotModified

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", re.IGNORECASE)


def fetched(
    sources: Iterable[Source], settings: Mapping[str, Any]
) -> Iterator[tuple[Source, BinaryIO] | Failure]:
    """The page of each source that has a URL, in order, or why it could not be had.

    A source that was fetched has the address that answered, and the encoding that its server
    named. `settings` are those of `Fetcher`. Without the extra `fetch` all are Failures.
    """
    try:
        from dualtrack.pages import fetch  # noqa: PLC0415 - an extra, and loads slowly
    except MissingExtra as missing:
        for source in sources:
            yield failure(source.origin, FetchError(f"{missing}.", "missing part"))
        return
    asked: deque[Source] = deque()

    def urls() -> Iterator[str]:
        for source in sources:
            asked.append(source)
            yield source.url or ""

    for result in fetch(urls(), **settings):
        source = asked.popleft()
        if isinstance(result, Failure):
            yield result
        elif isinstance(result, NotModified):
            yield Failure(source.origin, "not modified", "The page has not changed since.")
        else:
            said = _CHARSET.search(result.headers.get("content-type", ""))
            charset = said[1] if said else None
            yield replace(source, url=result.final_url, charset=charset), io.BytesIO(result.body)
