"""A text given on the command line, or the pages of a file: one way in for both."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dualtrack._errors import UnreadablePage
from dualtrack.pages import Article, Failure, article_of, read_inputs

_FILE_LIKE = re.compile(r"\S*[/\\]\S*|\S+\.[A-Za-z0-9]{1,6}")


def pages_of(
    given: str,
    *,
    published: dt.date | None = None,
    title: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]:
    """The pages of `given` if it is a file, a folder or `-`; else `given` itself as an article.

    `published` and `title` are for a text; `stdin` is what `-` means. Raises UnreadablePage for
    a word that can only be meant as the name of a file, where there is none, and another
    PageError for a text that is empty.
    """
    if given == "-" or _exists(given):
        yield from read_inputs([given], stdin=stdin)
        return
    if _FILE_LIKE.fullmatch(given):
        raise UnreadablePage(f"There is no file {given}.")
    day = published.isoformat() if published else None
    yield article_of(
        {"text": given, "title": title, "published": day}, "The text", origin="the text given"
    )


def _exists(given: str) -> bool:
    try:
        return Path(given).exists()
    except (OSError, ValueError):
        return False  # too long for a name, or a NUL in it: a text then
