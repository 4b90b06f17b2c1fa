"""From input to `Article`: pages, JSON lines, feeds, archives; chrome gone, offsets kept."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dualtrack._errors import MissingExtra
from dualtrack.pages._article import Article, Dropped, Paragraph, Published, article_id
from dualtrack.pages._bytes import LIMIT
from dualtrack.pages._failure import Failure
from dualtrack.pages._language import language_of
from dualtrack.pages._tables import reasons

if TYPE_CHECKING:
    from dualtrack.pages._jsonl import article_of
    from dualtrack.pages._read import read_inputs, read_page
    from dualtrack.pages.archive._warc import read_warc
    from dualtrack.pages.copies._copies import Copies, CopyGroup, CopyOf
    from dualtrack.pages.dump._memory import SiteMemory
    from dualtrack.pages.feeds._entry import Entry, Feed, FeedProblem
    from dualtrack.pages.feeds._feeds import article_of_entry, read_feed
    from dualtrack.pages.web._fetch import Fetcher, fetch
    from dualtrack.pages.web._fetched import Fetched, NotModified, Validator

# The readers load slowly, and whoever asks a record for what it holds needs none of them; some need
# the extra `fetch`. All are loaded when first used.
_LATE = {
    "Copies": "copies._copies",
    "CopyGroup": "copies._copies",
    "CopyOf": "copies._copies",
    "Entry": "feeds._entry",
    "Feed": "feeds._entry",
    "FeedProblem": "feeds._entry",
    "Fetched": "web._fetched",
    "Fetcher": "web._fetch",
    "NotModified": "web._fetched",
    "SiteMemory": "dump._memory",
    "Validator": "web._fetched",
    "article_of": "_jsonl",
    "article_of_entry": "feeds._feeds",
    "fetch": "web._fetch",
    "read_feed": "feeds._feeds",
    "read_inputs": "_read",
    "read_page": "_read",
    "read_warc": "archive._warc",
}
_EXTRA = frozenset(("httpcore", "httpx", "protego"))

__all__ = [
    "LIMIT",
    "Article",
    "Copies",
    "CopyGroup",
    "CopyOf",
    "Dropped",
    "Entry",
    "Failure",
    "Feed",
    "FeedProblem",
    "Fetched",
    "Fetcher",
    "NotModified",
    "Paragraph",
    "Published",
    "SiteMemory",
    "Validator",
    "article_id",
    "article_of",
    "article_of_entry",
    "fetch",
    "language_of",
    "read_feed",
    "read_inputs",
    "read_page",
    "read_warc",
    "reasons",
]


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'dualtrack.pages' has no attribute {name!r}")
    try:
        return getattr(import_module(f"dualtrack.pages.{_LATE[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise MissingExtra("Fetching pages from the web", "fetch") from error
