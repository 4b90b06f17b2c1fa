"""The sample, read and coded, and what it says of one pair."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path

from dualtrack.coding import Event
from dualtrack.pages import read_inputs
from dualtrack.run._line import code_pages
from dualtrack.run._outcome import Coded
from dualtrack.run._pool import MakeCoder
from dualtrack.run._report import Report
from dualtrack.run._session import OnPage
from dualtrack.sample import html_pages
from dualtrack.tracks import Relation, relation


@dataclass(frozen=True, slots=True)
class Demo:
    """A relation by month, and the title of each article by id."""

    relation: Relation
    titles: dict[str, str]


def demo(
    a: str,
    b: str,
    *,
    tally: Report,
    on_page: OnPage = lambda outcome: None,
    make_coder: MakeCoder | None = None,
) -> Demo:
    """Code the sample's HTML pages and sum up what a and b did to each other.

    Counts in `tally` and tells `on_page` each outcome; raises what `code_pages` raises.
    """
    events: list[Event] = []
    titles: dict[str, str] = {}
    days: Counter[dt.date] = Counter()
    with _sample_files() as paths:
        for outcome in code_pages(read_inputs(paths), make_coder=make_coder):
            tally.add(outcome)
            on_page(outcome)
            if isinstance(outcome, Coded):
                events += outcome.events
                article = outcome.article
                titles[article.id] = article.title or ""
                if article.published:
                    days[article.published.day] += 1
    tally.end("complete")
    return Demo(relation(events, a, b, coverage=days), titles)


@contextlib.contextmanager
def _sample_files() -> Iterator[list[Path]]:
    """The pages as files, unpacked if the package is not."""
    with contextlib.ExitStack() as files:
        yield [files.enter_context(as_file(page)) for page in html_pages()]
