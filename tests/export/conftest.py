"""A small record to export; acts as they come out of one."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from dualtrack.coding import Event
from dualtrack.export._act import Act, Report, Source
from dualtrack.pages import Article, Published
from dualtrack.record import Store, StoredEvent, StoredReport
from dualtrack.record._engine import reading
from dualtrack.run import Coded
from make_events import ARTICLE, TEXT, article_events, day
from postgres_server import Server

URL = "https://news.example/aid"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What asks the record is tested on both kinds of database, what writes files on one."""
    if "store" in metafunc.fixturenames:
        asks = metafunc.module.__name__.rpartition(".")[2] in ("test_query", "test_read")
        kinds = ["sqlite", "postgresql"] if asks else ["sqlite"]
        metafunc.parametrize("store", kinds, indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty record."""
    if request.param == "sqlite":
        with Store(str(tmp_path / "record.db")) as opened:
            yield opened
        return
    running: Server = request.getfixturevalue("server")
    with running.database() as address, Store(address) as opened:
        yield opened


@pytest.fixture
def connection(store: Store) -> Iterator[Connection]:
    """The record with two pages that tell the same, read."""
    fill(store)
    with reading(store.engine) as opened:
        yield opened


def page(n: int, **more: object) -> Article:
    """The article of `make_events` as another page of another site."""
    url = f"https://site{n}.example/aid"
    made = dataclasses.replace(
        ARTICLE,
        id=f"p{n}",
        url=url,
        site=f"site{n}.example",
        published=Published(day("2024-04-14")),
    )
    return dataclasses.replace(made, **more)  # type: ignore[arg-type]


def fill(store: Store, pages: int = 2) -> None:
    """Keep so many pages that tell the two acts of `make_events`."""
    store.keep(
        Coded(page(n), tuple(dataclasses.replace(e, article=f"p{n}") for e in article_events()))
        for n in range(pages)
    )


@pytest.fixture
def filled() -> Callable[[Store], None]:
    """A function that keeps two pages that tell the same two acts."""
    return fill


@pytest.fixture
def act() -> Callable[..., Act]:
    """An act as the record would give it, told by one report."""
    return made


def made(event: Event, *, state: str = "standing", told: int = 1, **source: object) -> Act:
    at = dt.datetime(2024, 4, 15, 10, 30)
    own = {"url": URL, "site": "news.example", "title": "Aid in doubt", "language": "en"}
    pages = [
        Source(
            **{  # type: ignore[arg-type]
                **{"article": f"a{n}", "version": f"v{n}", "number": 1, "seen": at, "coded": at},
                **own,
                "published": event.published,
                "text": TEXT,
                **source,
            }
        )
        for n in range(told)
    ]
    reports = tuple(
        Report(StoredReport(f"r{n}", f"a{n}", f"v{n}", f"c{n}", "standing", event), page, "e1")
        for n, page in enumerate(pages)
    )
    stored = StoredEvent("e1", state, False, told, told, event)  # type: ignore[arg-type]
    ids = tuple(r.stored.id for r in reports)
    return Act(stored, pages[0] if pages else None, ids, reports)
