"""Coders that need no model. They are importable, so that worker processes can make them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator

from dualtrack._errors import ModelError
from dualtrack.coding import Event, Mention, NotCoded, Span
from dualtrack.pages import Article
from make_events import event


class FakeCoder:
    """One event for each word "struck", by Washington against Israel.

    What begins with "Le " is French. Other words do what is wanted of a test: `slow` takes its
    time, `die` ends the process, `bug` is an error that nobody foresaw.
    """

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads

    def code_many(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, list[Event] | NotCoded]]:
        for article in articles:
            words = article.text.split()
            if "slow" in words:
                time.sleep(0.2)
            if "die" in words:
                os.kill(os.getpid(), signal.SIGKILL)
            if "bug" in words:
                raise ZeroDivisionError("a bug")
            if article.text.startswith("Le "):
                yield article, NotCoded("language", "The text is in French, not in English.")
            else:
                yield article, list(self._events(article))

    def _events(self, article: Article) -> Iterator[Event]:
        actors, recipients = (
            tuple(
                Mention(Span(word, at, at + len(word)), None, country, "GOV")
                for at in [article.text.find(word)]
                if at >= 0
            )
            for word, country in (("Washington", "USA"), ("Israel", "ISR"))
        )
        at = article.text.find("struck")
        while at >= 0:
            yield event(
                "ASSAULT",
                actors,
                recipients,
                id=f"{article.id}:{at}",
                article=article.id,
                trigger=Span("struck", at, at + 6),
                sentence=(0, len(article.text)),
            )
            at = article.text.find("struck", at + 1)


def fake() -> FakeCoder:
    return FakeCoder()


def no_model() -> FakeCoder:
    raise ModelError("The model's file is missing.")


def broken() -> FakeCoder:
    raise ZeroDivisionError("a bug")
