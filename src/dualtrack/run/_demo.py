"""The sample, or a corpus of one's own, read, coded and kept; and what it says of one pair."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path

from dualtrack.coding import shipped_info
from dualtrack.pages import Failure, read_inputs
from dualtrack.run._line import code_pages
from dualtrack.run._outcome import Coded
from dualtrack.run._pool import MakeCoder
from dualtrack.run._report import Report
from dualtrack.run._session import OnPage, ignore, something
from dualtrack.sample import html_pages
from dualtrack.tracks import Record, Relation, Relations


@dataclass(frozen=True, slots=True)
class Demo:
    """A relation by month, with the words of what is listed, and all pairs by activity."""

    relation: Relation
    relations: Relations


def demo(
    a: str,
    b: str,
    *,
    tally: Report,
    on_page: OnPage = ignore,
    make_coder: MakeCoder | None = None,
    db: str | None = None,
    corpus: Path | None = None,
) -> Demo:
    """Make a record of the sample's HTML pages and see what a and b did to each other.

    The record is kept at `db`, or thrown away where that is None; `corpus` is a JSONL file, or
    any other input, to be read instead of the sample. Counts in `tally` and tells `on_page` each
    outcome. Raises what `code_pages` raises, NothingToRead, RecordError and InputError.
    """
    with _place(db) as place, Record(place) as record, _pages(corpus) as paths:
        record.relation(a, b)  # a party that is none is told before the work

        def coded() -> Iterator[Coded]:
            for outcome in code_pages(read_inputs(paths), make_coder=make_coder):
                tally.add(outcome)
                on_page(outcome)
                if not isinstance(outcome, Failure):
                    yield outcome

        record.keep(coded(), coder=None if make_coder else shipped_info())
        something(tally)
        tally.end("complete")
        return Demo(record.relation(a, b), record.relations())


@contextlib.contextmanager
def _place(db: str | None) -> Iterator[str]:
    """Where the record is kept: for good, or until the block is left."""
    if db is not None:
        yield db
        return
    with tempfile.TemporaryDirectory(prefix="dualtrack-demo-") as folder:
        yield str(Path(folder) / "demo.db")


@contextlib.contextmanager
def _pages(corpus: Path | None) -> Iterator[list[Path]]:
    """What is read: the corpus, or the sample as files, unpacked if the package is not."""
    if corpus is not None:
        yield [corpus]
        return
    with contextlib.ExitStack() as files:
        yield [files.enter_context(as_file(page)) for page in html_pages()]
