"""The group `dualtrack`, and what becomes of everything that can go wrong."""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import click

from dualtrack._errors import DualtrackError
from dualtrack._version import __version__

NOTHING_DONE = 2
INTERRUPTED = 128 + signal.SIGINT
PIPE_CLOSED = 128 + 13  # what a shell says of a program that SIGPIPE ended
TERMINATED = 128 + signal.SIGTERM

# Each command lives in its own module, loaded when it is asked for: help is quick then.
_COMMANDS = {
    "code": "Read pages and write down their events.",
    "read": "Read pages and write down their stories, uncoded.",
    "add": "Read pages, code them and keep them in the record.",
    "recode": "Code again what an older coder coded.",
    "judge": "Accept, reject, change, add, merge or split what the record holds.",
    "agreement": "Say how far judges agree.",
    "gold": "Write judged articles as labelled lines.",
    "show": "Show what two parties did for and against each other, from the record.",
    "relations": "List all pairs of the record, by activity or by change.",
    "explain": "Show a text with its events marked, and why each was coded.",
    "eval": "Measure the coder on labelled lines.",
    "export": "Write the record in other formats: CSV, Parquet, GDELT, ICEWS, POLECAT, PLOVER.",
    "demo": "Make a record of the sample and show USA and Israel, two tracks.",
}

_EPILOG = """\b
Examples:
  dualtrack demo
  dualtrack code pages/ -o events.jsonl --report report.json
  dualtrack code 'news/*.html' --format csv > events.csv
  dualtrack read page.html | dualtrack code -
  dualtrack explain "Iran launched over 300 drones at Israel on Saturday."

\b
Exit status:
  0    everything was read
  1    some pages were rejected; each is named on standard error
  2    nothing could be done: bad arguments, nothing to read, no place to write
  130  stopped by Ctrl-C
  141  whoever read the output closed the pipe
"""


class _Commands(click.Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the table above."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command from its module, or None if there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"dualtrack.cli._{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command; one that does not exist is answered with those that do."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            known = ", ".join(_COMMANDS)
            raise click.UsageError(f"There is no command {args[0]!r}; there are {known}.", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--debug", is_flag=True, help="Show a traceback when something unforeseen happens.")
@click.version_option(__version__, prog_name="dualtrack")
def dualtrack(debug: bool) -> None:
    """Read the news and keep the record.

    Dualtrack finds in each page what political actors do for and against each other, with the
    words that prove it.
    """
    # What a library has to say of a page is for whoever looks for a fault; we say our own.
    logging.basicConfig(level=logging.WARNING if debug else logging.CRITICAL + 1)


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit status; a bad input is never a traceback."""
    args = list(sys.argv[1:] if args is None else args)
    if sys.stderr is None:  # it was closed: then nobody wants to be told
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    signal.signal(signal.SIGTERM, _terminated)
    status = _run(args)
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        status = status or PIPE_CLOSED
        _mute()
    sys.exit(status)


def _run(args: list[str]) -> int:
    """The command's exit status; every error of ours, and every other, becomes one."""
    try:
        # Not dualtrack.main(): click would end a closed pipe with 1, which means something here.
        with dualtrack.make_context("dualtrack", list(args)) as context:
            status = dualtrack.invoke(context)
    except click.exceptions.Exit as left:  # --help, --version
        return left.exit_code
    except click.ClickException as error:
        error.show()
        return NOTHING_DONE
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped by Ctrl-C.", INTERRUPTED)
    except BrokenPipeError:
        _mute()
        return PIPE_CLOSED
    except Exception as error:
        return _say(_sentence(error, debug="--debug" in args), NOTHING_DONE)
    return status if isinstance(status, int) else 0


def _sentence(error: Exception, *, debug: bool) -> str:
    if isinstance(error, DualtrackError):
        return str(error)
    what = f"Something unforeseen happened ({type(error).__name__}: {error})."
    if debug:
        traceback.print_exception(error)
        return what
    return f"{what} Run it again as `dualtrack --debug …` for a traceback to report."


def _say(sentence: str, status: int) -> int:
    """Print one sentence to standard error; it may hold words of a page."""
    line = " ".join(sentence.split())
    safe = "".join(c if c.isprintable() else "?" for c in line)
    with contextlib.suppress(OSError):
        click.echo(f"dualtrack: {safe}", err=True)
    return status


def _mute() -> None:
    """Nobody reads standard output any more; nothing shall be said about it at the exit."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    """Leave by an exception, so that files written aside are removed."""
    raise SystemExit(TERMINATED)
