"""A whole run: inputs read, coded, written to their place, and reported on."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dualtrack._errors import NothingToRead, OutputError
from dualtrack.output import Form, JsonlWriter, PageView, check_place, open_place, open_writer
from dualtrack.pages import Article, Failure, read_inputs
from dualtrack.run._line import code_pages
from dualtrack.run._outcome import Coded, Outcome
from dualtrack.run._pool import MakeCoder
from dualtrack.run._report import Report

OnPage = Callable[[Outcome], None]


def ignore(outcome: Outcome) -> None:
    """Nobody watches."""


def code_to(
    out: Path | None,
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    form: Form | None = None,
    report: Path | None = None,
    jobs: int | None = None,
    tally: Report | None = None,
    on_page: OnPage = ignore,
    make_coder: MakeCoder | None = None,
) -> Report:
    """Code all inputs and write their events to `out` (None: standard output).

    `stdin` is what the input `-` means; `form` None is the form that the name of `out` asks for.
    The report is counted in `tally`, which stays readable if the run ends early, and written to
    `report` however the run ends. `on_page` is told each outcome. Raises NothingToRead if not
    one article could be read (`out` is then left as it was), OutputError before the work if
    a place cannot be written, and what `code_pages` raises.
    """
    tally = tally or Report()
    with reported(tally, report, out, inputs), open_writer(form, out, inputs=inputs) as writer:
        pages = read_inputs(inputs, stdin=stdin, left_out=tally.left_out)
        for outcome in code_pages(pages, jobs=jobs, make_coder=make_coder):
            tally.add(outcome)
            on_page(outcome)
            if isinstance(outcome, Coded) and outcome.events:
                writer.write(outcome.events)
        something(tally)
    return tally


def read_to(
    out: Path | None,
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    report: Path | None = None,
    tally: Report | None = None,
    on_page: OnPage = ignore,
    show: Callable[[Article], None] | None = None,
    view: Path | None = None,
) -> Report:
    """Read all inputs and write their articles to `out` as JSONL; all else is as in `code_to`.

    `show` is called with each article; `view` names a file for a page of HTML that shows what
    was kept and dropped of each. With either of them JSONL is written only where `out` names
    a file.
    """
    tally = tally or Report()
    if view is not None and out is not None and view.absolute() == out.absolute():
        raise OutputError(f"{view} cannot take both the articles and the page that shows them.")
    with reported(tally, report, out, inputs), contextlib.ExitStack() as places:
        takers: list[Callable[[Article], None]] = [show] if show else []
        if out is not None or not (show or view):
            writer = JsonlWriter(places.enter_context(open_place(out, inputs=inputs)))
            takers.append(lambda article: writer.write_objects([article.to_dict()]))
        shown = None
        if view is not None:
            shown = PageView(places.enter_context(open_place(view, inputs=inputs)))
            takers.append(shown.write)
        for page in read_inputs(inputs, stdin=stdin, left_out=tally.left_out):
            tally.add(page)
            on_page(page)
            if not isinstance(page, Failure):
                for take in takers:
                    take(page)
        something(tally)
        if shown:
            shown.finish()
    return tally


def something(tally: Report) -> None:
    """Raise NothingToRead where not one article was read."""
    if not tally.articles:
        n = len(tally.rejected)
        why = "the only page was rejected" if n == 1 else f"all {n} pages were rejected"
        raise NothingToRead(f"Nothing could be read: {why if n else 'the input holds no page'}.")


@contextlib.contextmanager
def reported(
    tally: Report, report: Path | None, out: Path | None, inputs: Sequence[str]
) -> Iterator[None]:
    """See how the block ends, and write the report whatever happens in it."""
    if report is not None:
        if out is not None and report.absolute() == out.absolute():
            raise OutputError(f"{report} cannot take both the output and the report.")
        check_place(report, inputs=inputs)
    how = "failed"
    try:
        yield
        how = "complete"
    except KeyboardInterrupt:
        how = "interrupted"
        raise
    except BrokenPipeError:
        how = "pipe closed"
        raise
    finally:
        tally.end(how)
        if report is not None:
            text = json.dumps(tally.to_dict(), indent=2) + "\n"
            with open_place(report) as stream:
                stream.write(text.encode("ascii"))
