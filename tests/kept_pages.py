"""Coded pages for tests of the record, and what a record holds row for row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from dualtrack.coding import CoderInfo, Event, NotCoded
from dualtrack.pages import Article, Paragraph, Published, article_id
from dualtrack.record import Store
from dualtrack.record._engine import reading
from dualtrack.record._migrate import METADATA
from dualtrack.run import Coded
from fake_coders import FakeCoder
from make_events import CODER

NEWER = CoderInfo("0.2.0", "sha256:1", "1")
CALM = "The sky over the harbour was clear and nothing happened in all of the long afternoon."
STRUCK = "Washington struck Israel near the harbour on that long afternoon, officials said."
AGAIN = "In the evening Washington struck Israel again, which nobody had thought possible."


def page(name: str, text: str, day: str = "2024-04-14", **more: Any) -> Article:
    """An article at an address made of `name`."""
    url = f"https://news.example/{name}"
    return Article(
        id=more.pop("id", article_id(url, text)),
        text=text,
        url=url,
        title=more.pop("title", f"News of {name}"),
        published=Published(dt.date.fromisoformat(day)),
        language="en",
        paragraphs=(Paragraph(0, len(text)),),
        origin=f"{name}.html",
        **more,
    )


def coded(article: Article, coder: CoderInfo = CODER) -> Coded:
    """The article as the fake coder codes it, in the name of `coder`."""
    ((_, found),) = FakeCoder().code_many([article])
    if isinstance(found, NotCoded):
        return Coded(article, (), found)
    return Coded(article, tuple(signed(found, coder)))


def signed(events: Iterable[Event], coder: CoderInfo) -> Iterable[Event]:
    return (replace(event, coder=coder) for event in events)


def rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All that a record holds by table, moments and `n` aside, in an order of its own."""
    out = {}
    with reading(store.engine) as connection:
        for table in METADATA.sorted_tables:
            columns = [c for c in table.c if c.name not in ("n", "at", "seen", "first_seen")]
            found = connection.execute(select(*columns))
            out[table.name] = sorted((tuple(row) for row in found), key=repr)
    return out


def states(store: Store) -> list[str]:
    """The states of all reports, sorted."""
    return sorted(report.state for report in store.reports())
