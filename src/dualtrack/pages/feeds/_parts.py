"""What the readers of feeds share: addresses, stamps, plain words, and the count of problems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from dualtrack._errors import TooLarge
from dualtrack.pages._article import Published
from dualtrack.pages._chrome import ends_cut, reason_of
from dualtrack.pages._dates import parse_stamp
from dualtrack.pages._names import is_name, names_in
from dualtrack.pages.feeds._entry import ContentType, Entry, FeedProblem

MOST_ENTRIES = 50_000
"""Entries that a feed may have: as many as the rules of site maps allow."""

_LONGEST_AUTHOR = 300
_LONGEST_ADDRESS = 4_000
_LONGEST_SUMMARY = 200_000
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?![A-Za-z])")
_NO_TEXT = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")
_MAIL = re.compile(r"[^\s<>()]+@[^\s<>()]+")
_HALF = re.compile("[\ud800-\udfff]")
# Summaries are shorter, most of them by far; what is longer is the story or most of it.
_LONG = 1_500


class Collector:
    """Takes in entries one by one; what cannot be used becomes a problem."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.entries: list[Entry] = []
        self.problems: list[FeedProblem] = []
        self.number = 0

    def begin(self) -> None:
        """Count one more entry, whatever is in it."""
        self.number += 1

    def problem(self, reason: str, message: str) -> None:
        """Note something that is wrong with the entry begun last, or with the whole feed."""
        self.problems.append(FeedProblem(self.number or None, reason, message))

    def address(self, value: Any) -> str | None:
        """A full http or https address; anything else that is given is a problem."""
        text = one_line(value)
        if text is None:
            return None
        found = http_address(text, self.base)
        if found is None:
            self.problem("address", f"This is no web address that can be fetched: {text[:200]}")
        return found

    def stamp(self, value: Any) -> Published | None:
        """When something was published or changed; a stamp that cannot be read is a problem."""
        text = one_line(value)
        if text is None:
            return None
        found = parse_stamp(text, "feed")
        if found is None:
            self.problem("date", f"This is no date that can be read: {text[:100]}")
        return found

    def add(self, entry: Entry) -> None:
        """Keep an entry that has an address or content; anything else is a problem."""
        if entry.url is None and entry.content is None:
            self.problem("empty entry", "The entry has neither an address nor content.")
        else:
            self.entries.append(entry)


def http_address(text: str, base: str | None = None) -> str | None:
    """A full http or https address out of one that may be relative to `base`; else None."""
    text = text.strip()
    if not text or len(text) > _LONGEST_ADDRESS or re.search(r"[\s<>\"\\^`{|}]", text):
        return None
    try:
        whole = urljoin(base, text) if base else text
        parts = urlsplit(whole)
        host, _ = parts.hostname, parts.port  # a port that is none raises
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and host else None


def tidy(value: Any) -> str | None:
    """A string without half characters and outer white space; None for anything else."""
    if not isinstance(value, str):
        return None
    return _HALF.sub("\ufffd", value).strip() or None


def one_line(value: Any) -> str | None:
    """A string on one line, single spaces, no control characters; None for anything else."""
    text = tidy(value)
    return " ".join(_NO_TEXT.sub(" ", text).split()) or None if text else None


def plain(value: Any) -> str | None:
    """The visible words of a piece of HTML, a line a block; None where there are none.

    Of a piece longer than any summary, only the beginning is read.
    """
    text = tidy(value[:_LONGEST_SUMMARY]) if isinstance(value, str) else None
    if text is None or ("<" not in text and "&" not in text):
        return one_line(text)
    from dualtrack.pages.html._html import words_of  # noqa: PLC0415 - lxml loads slowly

    lines = (one_line(line) for line in words_of(text))
    return "\n".join(line for line in lines if line) or None


def language_code(value: Any) -> str | None:
    """The language in a tag such as `en-GB`, in lower case; None where there is none."""
    match = _LANGUAGE.match(value) if isinstance(value, str) else None
    return match[1].lower() if match else None


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each string once, in order, without what is empty."""
    return tuple(dict.fromkeys(value for value in values if value))


def author_names(value: Any) -> list[str]:
    """The authors in a string that names one, or several as a byline does; addresses are none.

    What is neither a person's name nor a byline stands as it is: an agency, a desk.
    """
    text = one_line(value)
    if text is None or len(text) > _LONGEST_AUTHOR:
        return []
    text = _MAIL.sub("", text).strip(" ()<>,;\"'")
    if not text or "://" in text:
        return []
    return [text] if is_name(text) else list(names_in(text)) or [text]


def is_whole(
    content: str, kind: ContentType, *, given_as: Literal["content", "description"]
) -> bool:
    """Whether a feed's text is a whole story and not the opening of one, by its end and length.

    What is given as "content" is, unless it is short and breaks off; a "description" is only
    where it is long, as most feeds put a summary there.
    """
    if given_as == "description" and len(content) < _LONG:
        return False
    if len(content) > _LONGEST_SUMMARY:
        return True
    words = (plain(content) if kind == "html" else tidy(content)) or ""
    if len(words) >= _LONG:
        return given_as == "content" or not ends_cut(words)
    lines = words.splitlines()
    while lines and reason_of(lines[-1]):  # "Read more"
        lines.pop()
    return given_as == "content" and bool(lines) and not ends_cut(lines[-1])


def too_many() -> TooLarge:
    """The error for a feed with more entries than are read."""
    return TooLarge(f"The feed has more than {MOST_ENTRIES:,} entries.")
