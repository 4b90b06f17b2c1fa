"""Pages with events made by hand, put into a record."""

from __future__ import annotations

import dataclasses

from dualtrack.coding import Event
from dualtrack.pages import Article, Published
from dualtrack.record import Kept, Store
from dualtrack.run import Coded
from make_events import day

SENTENCE = "They acted against each other, officials said."


def page(
    *events: Event, name: str = "a1", on: str | None = "2024-04-14", text: str = SENTENCE
) -> Coded:
    """A page of a day that says `text`, with these events in it."""
    article = Article(
        id=name,
        text=text,
        title=f"Title of {name}",
        url=f"https://news.example/{name}",
        published=Published(day(on)) if on else None,
        language="en",
    )
    whole = (0, len(text))
    return Coded(
        article, tuple(dataclasses.replace(e, article=name, sentence=whole) for e in events)
    )


def keep(store: Store, *pages: Coded) -> Kept:
    return store.keep(pages)


def keep_each(store: Store, *events: Event) -> None:
    """Each event on a page of its own, of its own day, in words that no other page has."""
    pages = []
    for n, event in enumerate(events):
        on = str(event.published) if event.published else None
        words = " ".join(f"w{n}x{i}" for i in range(8))
        pages.append(page(event, name=f"p{n}", on=on, text=f"{words} acted."))
    store.keep(pages)
