"""What comes of one page: it was rejected, read, or read and coded (or said to be uncoded)."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dualtrack._errors import DualtrackError
from dualtrack.coding import Event, NotCoded
from dualtrack.pages import Article, Failure

log = logging.getLogger(__name__)
FAULT = "fault"  # the reason for articles that broke the coder


@dataclass(frozen=True, slots=True)
class Coded:
    """An article and its events; where it was not coded, `events` is empty and it says why."""

    article: Article
    events: tuple[Event, ...]
    not_coded: NotCoded | None = None


Outcome = Coded | Article | Failure


class CodesMany(Protocol):
    """All that a run needs of a coder."""

    def code_many(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, list[Event] | NotCoded]]:
        """Each article with its events, in order."""


def code_chunk(coder: CodesMany, items: Iterable[Article | Failure]) -> list[Coded | Failure]:
    """Code the articles among the items; every item has its outcome, in the same order.

    Items that are failures already stay what they are. An article on which the coder itself
    breaks is said to be uncoded (`FAULT`), and the others are coded without it.
    """
    items = list(items)
    articles = [item for item in items if not isinstance(item, Failure)]
    try:
        coded = [_coded(*pair) for pair in coder.code_many(articles)]
    except (DualtrackError, MemoryError):
        raise
    except Exception:
        # One of them; they are coded one by one to find out which, and to have the rest.
        coded = [_alone(coder, article) for article in articles]
    following = iter(coded)
    return [item if isinstance(item, Failure) else next(following) for item in items]


def _coded(article: Article, events: list[Event] | NotCoded) -> Coded:
    if isinstance(events, NotCoded):
        return Coded(article, (), events)
    return Coded(article, tuple(events))


def _alone(coder: CodesMany, article: Article) -> Coded:
    try:
        return _coded(*next(iter(coder.code_many([article]))))
    except (DualtrackError, MemoryError):
        raise
    except Exception as error:
        log.exception("an article broke the coder: %s", article.origin or article.id)
        message = f"The coder has a fault that this article brings out: {type(error).__name__}."
        return Coded(article, (), NotCoded(FAULT, message))
