"""A progress bar that keeps quiet unless somebody watches and has to wait."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from dualtrack._printable import one_line
from dualtrack.output._terminal import terminal


class Progress:
    """Counts pages on standard error; shown on a terminal only, after a second of work.

    Where `total` is None the bar has no end. Where standard output is the same terminal and
    carries the results (`results_on_stdout`), there is no bar at all. `say` prints a line above it.
    """

    def __init__(
        self, what: str, *, total: int | None = None, results_on_stdout: bool = False
    ) -> None:
        self._wanted = sys.stderr.isatty() and not (results_on_stdout and sys.stdout.isatty())
        self._console = terminal(stderr=True)
        self._bar = Bar(
            TextColumn(what),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
        )
        self._task = self._bar.add_task(what, total=total)
        self._begun = time.monotonic()
        self._shown = False

    def __enter__(self) -> Progress:
        """Start the clock; nothing is shown yet."""
        self._begun = time.monotonic()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._shown:
            self._bar.stop()

    def advance(self) -> None:
        """One page more is done."""
        self._bar.advance(self._task)
        self._show()

    def reach(self, done: int, total: int) -> None:
        """So many are done, of so many."""
        self._bar.update(self._task, completed=done, total=total)
        self._show()

    def _show(self) -> None:
        if self._wanted and not self._shown and time.monotonic() - self._begun > 1:
            self._bar.start()
            self._shown = True

    def say(self, line: str) -> None:
        """Print one line to standard error; it may hold words of a page."""
        self._console.print(one_line(line), soft_wrap=True)
