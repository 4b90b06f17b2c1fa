"""The coder: articles in, events out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dualtrack._errors import InputError
from dualtrack._version import __version__
from dualtrack.actors import Gazetteer
from dualtrack.coding._compose import Composer, Trigger
from dualtrack.coding._decode import trigger_candidates
from dualtrack.coding._event import CoderInfo, Event
from dualtrack.coding._judge import judge
from dualtrack.coding._model import Model, shipped_model
from dualtrack.coding._pair import PairType, pair_type
from dualtrack.coding._pieces import mark
from dualtrack.coding._roles import roles_of
from dualtrack.coding._windows import text_words, windows
from dualtrack.pages import Article, article_of

CODEBOOK = "1"
LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class NotCoded:
    """An article that was read and not coded, and why; `reason` is a short word for counting."""

    reason: str
    message: str


class Coder:
    """Finds the events of English news text. Loads the shipped model unless given a folder.

    `threads` is for one process; several processes scale better than several threads.
    Raises `ModelError` if the model cannot be loaded.
    """

    def __init__(self, model: Path | str | None = None, threads: int = 1) -> None:
        self._model = Model(Path(model), threads) if model else shipped_model(threads)
        self._gazetteer = Gazetteer.load()
        self.info = CoderInfo(__version__, self._model.digest, CODEBOOK)
        self.settings = self._model.settings  # thresholds and calibration; training tunes them

    def code(
        self,
        article: Article | str,
        *,
        published: str | dt.date | None = None,
        title: str | None = None,
        context: str | None = None,
    ) -> list[Event]:
        """The events of one article, or of a text, in the order of their triggers.

        The keywords are for a text: its day (ISO 8601), its headline, and what stood before it.
        A text that is said to be in another language than English has no events here.
        """
        if isinstance(article, str):
            article = _bare(article, published, title, context)
        _, events = next(self.code_many([article]))
        return [] if isinstance(events, NotCoded) else events

    def code_many(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, list[Event] | NotCoded]]:
        """Each article with its events, in order; or with the reason why it was not coded."""
        for article in articles:
            yield article, refusal(article) or self._events(article)

    def relation(self, text: str, source: tuple[int, int], target: tuple[int, int]) -> PairType:
        """The best type for what one marked actor does to another, with the chance of each type.

        `source` and `target` are places in the text: (start, end) in code points, end excluded.
        Raises InputError where a place is empty or not in the text, and for a text of more than
        500 word pieces: give the sentences around the pair.
        """
        for name, (start, end) in (("source", source), ("target", target)):
            if not 0 <= start < end <= len(text):
                raise InputError(
                    f"The {name} ({start}, {end}) is no place in a text of {len(text)} characters."
                )
        return pair_type(self._model, text, source, target)

    def _events(self, article: Article) -> list[Event]:
        settings = self.settings
        desk = Composer(article, self._gazetteer, self.info)
        out: list[Event] = []
        for window in windows(article, self._model.pieces):
            words = text_words(window)
            if self._model.glance(window.encoded, words) < settings.glance:
                continue
            for found in trigger_candidates(
                self._model.triggers(window.encoded, words), settings.floor
            ):
                candidate = replace(found, first=found.first + words[0], last=found.last + words[0])
                scores = self._model.roles(mark(window.encoded, candidate.first, candidate.last))
                verdict = judge(candidate, scores, settings)
                if verdict.keep:
                    roles = roles_of(article, window, scores, settings)
                    out.append(
                        desk.event(Trigger(window, candidate, scores, roles), verdict, settings)
                    )
        return desk.finish(out)


def refusal(article: Article) -> NotCoded | None:
    """Why this article cannot be coded, or None if it can."""
    if article.language not in (None, LANGUAGE):
        return NotCoded(
            "language",
            f"The page is in another language ({article.language}); only English is coded.",
        )
    return None


def _bare(
    text: str, published: str | dt.date | None, title: str | None, context: str | None
) -> Article:
    day = published.isoformat() if isinstance(published, dt.date) else published
    record = {"text": text, "published": day, "title": title, "context": context}
    return article_of(record, "The text", origin=None)
