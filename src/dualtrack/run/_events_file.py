"""Events that were coded before, from a file of lines as `dualtrack code` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dualtrack._errors import InputError, UnreadablePage
from dualtrack.coding import CoderInfo, Event, Span, event_of
from dualtrack.ontology import MODES, SECTORS, STATUSES
from dualtrack.pages import Article, Failure
from dualtrack.run._outcome import Coded


class EventsFile:
    """The events of a JSONL file, by article. Only their places in the file are held in memory.

    `bad` collects the events that cannot be taken, with reasons. Raises InputError where the
    file cannot be read or holds no event.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[str, list[tuple[int, int]]] = {}  # article -> (offset, line)
        self.bad: list[dict[str, str | None]] = []
        self.coder: CoderInfo | None = None
        try:
            self._stream = path.open("rb")
            self._index()
        except OSError as error:
            raise UnreadablePage(f"{path} cannot be read: {error.strerror}.") from error
        if not self._places:
            raise InputError(f"{path} holds no event as `dualtrack code` writes them.")

    def _index(self) -> None:
        offset = 0
        for number, line in enumerate(self._stream, 1):
            if line.strip():
                try:
                    data = json.loads(line)
                    article = data["article"]
                    self.coder = self.coder or CoderInfo(**data["coder"])
                    self._places.setdefault(str(article), []).append((offset, number))
                except (ValueError, RecursionError, TypeError, KeyError):
                    self._refuse(number, "no event", "The line is no event.")
            offset += len(line)

    def coded(self, pages: Iterator[Article | Failure]) -> Iterator[Coded | Failure]:
        """Each article with its events from the file; an article without any has none."""
        for page in pages:
            if isinstance(page, Failure):
                yield page
            else:
                yield Coded(page, tuple(self._events(page)))

    @property
    def strays(self) -> int:
        """How many events have not been asked for: their articles were not among the pages."""
        return sum(map(len, self._places.values()))

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _events(self, article: Article) -> Iterator[Event]:
        for offset, number in self._places.pop(article.id, ()):
            self._stream.seek(offset)
            try:
                event = event_of(json.loads(self._stream.readline()))
                fault = fault_of(event, article)
            except InputError as error:
                self._refuse(number, "no event", str(error))
                continue
            if fault:
                self._refuse(number, "does not fit", fault)
            else:
                yield event

    def _refuse(self, number: int, reason: str, message: str) -> None:
        self.bad.append({"origin": f"{self._path}:{number}", "reason": reason, "message": message})


def fault_of(event: Event, article: Article) -> str | None:
    """What contradicts the ontology or the article in an event; None where nothing does."""
    if event.type not in MODES:
        return f"There is no type {event.type!r}."
    if event.mode is not None and event.mode not in MODES[event.type]:
        return f"{event.type} has no mode {event.mode!r}."
    if event.status not in STATUSES:
        return f"There is no status {event.status!r}."
    parties = (*event.actors, *event.recipients)
    for one in parties:
        if one.sector not in SECTORS or len(one.country or "XXX") != 3:
            return f"{one.country!r} and {one.sector!r} are no country and sector."
    spans = [event.trigger, *event.also, *(one.span for one in parties)]
    optional: tuple[Any, ...] = (event.speaker, event.condition, event.location, event.date)
    for part in optional:
        span = part if isinstance(part, Span) or part is None else part.span
        if span is not None:
            spans.append(span)
    spans += [q.span for q in event.quantities]
    for span in spans:
        if not _stands(span, article):
            return f"The article does not say {span.text!r} at {span.start}."
    return None


def _stands(span: Span, article: Article) -> bool:
    fields = {"text": article.text, "title": article.title, "context": article.context}
    words = fields.get(span.where)
    return words is not None and words[span.start : span.end] == span.text
