"""Runs that add to the record: pages read, coded and kept; or what it holds coded anew."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dualtrack.coding import CoderInfo, shipped_info
from dualtrack.pages import Article, Failure, read_inputs
from dualtrack.record import Store
from dualtrack.run._events_file import EventsFile
from dualtrack.run._kept import KeptReport
from dualtrack.run._line import code_pages
from dualtrack.run._outcome import Coded
from dualtrack.run._pool import MakeCoder
from dualtrack.run._session import OnPage, ignore, reported, something

_LOOK = 64  # articles that are looked up in the record at once
_PATIENCE = 1.0  # seconds after which those that have come are looked up, few as they may be


def add_to(
    db: str | None,
    inputs: Sequence[str],
    *,
    events: Path | None = None,
    stdin: BinaryIO | None = None,
    report: Path | None = None,
    jobs: int | None = None,
    tally: KeptReport | None = None,
    on_page: OnPage = ignore,
    make_coder: MakeCoder | None = None,
    coder: CoderInfo | None = None,
) -> KeptReport:
    """Read all inputs, code what the record does not hold as this coder codes it, and keep it.

    `events` names a file of events to take instead of coding. `make_coder` and `coder`, which
    says what it makes, are for another coder than the shipped one. Raises what `code_to` does,
    and RecordError; what was kept before stays.
    """
    tally = tally or KeptReport()
    with reported(tally, report, None, inputs), Store(db) as store:
        pages = read_inputs(inputs, stdin=stdin, left_out=tally.left_out)
        if events is not None:
            with contextlib.closing(EventsFile(events)) as file:
                _keep(store, file.coded(pages), file.coder, tally, on_page)
                tally.bad_events, tally.strays = file.bad, file.strays
        else:
            info = coder or shipped_info()
            unknown = _unknown(store, pages, info, tally, on_page)
            coded = code_pages(unknown, jobs=jobs, make_coder=make_coder)
            _keep(store, coded, info, tally, on_page)
        something(tally)
    return tally


def recode(
    db: str | None,
    *,
    report: Path | None = None,
    jobs: int | None = None,
    tally: KeptReport | None = None,
    on_page: OnPage = ignore,
    make_coder: MakeCoder | None = None,
    coder: CoderInfo | None = None,
) -> KeptReport:
    """Code again the newest version of every article that this coder has not coded yet.

    Older codings stay, and so does what people said. All else is as in `add_to`.
    """
    tally = tally or KeptReport()
    with reported(tally, report, None, ()), Store(db, create=False) as store:
        info = coder or shipped_info()
        coded = code_pages(_outdated(store, info), jobs=jobs, make_coder=make_coder)
        _keep(store, coded, info, tally, on_page)
    return tally


def _keep(
    store: Store,
    outcomes: Iterable[Coded | Failure],
    info: CoderInfo | None,
    tally: KeptReport,
    on_page: OnPage,
) -> None:
    """Keep what was coded, and count it as it is kept."""

    def coded() -> Iterator[Coded]:
        for outcome in outcomes:
            tally.add(outcome)
            on_page(outcome)
            if not isinstance(outcome, Failure):
                yield outcome

    store.keep(coded(), coder=info, told=tally.kept.add)


def _unknown(
    store: Store,
    pages: Iterator[Article | Failure],
    info: CoderInfo,
    tally: KeptReport,
    on_page: OnPage,
) -> Iterator[Article | Failure]:
    """The pages that must be coded; what the record holds already is only counted."""
    for group in _groups(pages):
        articles = [page for page in group if not isinstance(page, Failure)]
        known = iter(store.known(articles, info) if articles else ())
        for page in group:
            if isinstance(page, Failure) or not next(known):
                yield page
            else:
                tally.add(page)
                tally.kept.unchanged += 1
                on_page(page)


def _groups(pages: Iterator[Article | Failure]) -> Iterator[list[Article | Failure]]:
    group: list[Article | Failure] = []
    begun = time.monotonic()
    for page in pages:
        group.append(page)
        if len(group) >= _LOOK or time.monotonic() - begun > _PATIENCE:
            yield group
            group, begun = [], time.monotonic()
    if group:
        yield group


def _outdated(store: Store, info: CoderInfo) -> Iterator[Article]:
    """In portions, so that no transaction is open while they are coded."""
    waiting = iter(store.outdated(info))
    while portion := list(itertools.islice(waiting, _LOOK)):
        for version in store.load(portion):
            if not version.deleted:
                yield version.article
