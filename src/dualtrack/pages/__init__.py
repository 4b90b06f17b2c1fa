"""From input to `Article`: pages, JSON lines, feeds, archives; chrome gone, offsets kept."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dualtrack._errors import MissingExtra
from dualtrack.pages._article import Article, Dropped, Paragraph, Published, article_id
from dualtrack.pages._bytes import LIMIT
from dualtrack.pages._failure import Failure
from dualtrack.pages._jsonl import article_of
from dualtrack.pages._language import language_of
from dualtrack.pages._read import read_inputs, read_page
from dualtrack.pages._tables import reasons
from dualtrack.pages.archive._warc import read_warc
from dualtrack.pages.dump._memory import SiteMemory
from dualtrack.pages.feeds._entry import Entry, Feed, FeedProblem
from dualtrack.pages.feeds._feeds import article_of_entry, read_feed

if TYPE_CHECKING:
    from dualtrack.pages.copies._copies import Copies, CopyGroup, CopyOf
    from dualtrack.pages.web._fetch import Fetcher, fetch
    from dualtrack.pages.web._fetched import Fetched, NotModified, Validator

# Modules that load slowly or need the extra `fetch`, and are seldom needed: loaded when first used.
_LATE = {
    "Copies": "copies._copies",
    "CopyGroup": "copies._copies",
    "CopyOf": "copies._copies",
    "Fetched": "web._fetched",
    "Fetcher": "web._fetch",
    "NotModified": "web._fetched",
    "Validator": "web._fetched",
    "fetch": "web._fetch",
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
