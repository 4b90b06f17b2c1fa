"""Standard streams of a run: what is read, and what a person sees while it goes on."""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from dualtrack.output import Progress
from dualtrack.pages import Failure
from dualtrack.run import Coded, KeptReport, Outcome, Report, kept_summary, summary


def standard_input() -> BinaryIO | None:
    """Standard input as bytes; None where it was closed."""
    return sys.stdin.buffer if sys.stdin else None


@contextlib.contextmanager
def watched(
    what: str, *, to_stdout: bool, coded: bool = True, summed: bool = True
) -> Iterator[tuple[Report, Callable[[Outcome], None]]]:
    """A report to count in and a function to call for each page; all talk is on standard error.

    `coded` says whether pages are coded or only read; `summed` whether a summary ends the run.
    """
    tally = Report()
    with Progress(what, results_on_stdout=to_stdout) as bar:
        try:
            yield tally, functools.partial(_tell, bar)
        finally:
            if summed and tally.articles and tally.ended != "pipe closed":
                for line in summary(tally, coded=coded):
                    bar.say(line)


@contextlib.contextmanager
def keeping(what: str) -> Iterator[tuple[KeptReport, Callable[[Outcome], None]]]:
    """As `watched`, for a run that adds to the record."""
    tally = KeptReport()
    with Progress(what) as bar:
        try:
            yield tally, functools.partial(_tell, bar)
        finally:
            for bad in tally.bad_events:
                bar.say(f"not taken ({bad['reason']}) {bad['origin']}: {bad['message']}")
            if tally.articles or tally.ended == "complete":
                for line in kept_summary(tally):
                    bar.say(line)


def _tell(bar: Progress, outcome: Outcome) -> None:
    bar.advance()
    if isinstance(outcome, Failure):
        bar.say(f"rejected ({outcome.reason}) {outcome.origin}: {outcome.message}")
    elif isinstance(outcome, Coded) and outcome.not_coded is not None:
        why = outcome.not_coded
        name = outcome.article.origin or outcome.article.id
        bar.say(f"not coded ({why.reason}) {name}: {why.message}")
