"""Consoles that print text as it is, without reading anything into it."""

from __future__ import annotations

import sys

from rich.console import Console

from dualtrack._errors import OutputError


class _Console(Console):
    """A console that leaves a closed pipe to whoever runs the program."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def terminal(*, stderr: bool = False, width: int | None = None) -> Console:
    """A console on standard output or error that neither reads markup nor finds things to colour.

    Where it is no terminal the width is 100 columns, so that a file looks the same everywhere.
    Raises OutputError where the stream was closed.
    """
    stream = sys.stderr if stderr else sys.stdout
    if stream is None:
        raise OutputError("Standard output is closed.")
    if width is None and not stream.isatty():
        width = 100
    return _Console(
        file=stream, markup=False, emoji=False, highlight=False, width=width, soft_wrap=False
    )
