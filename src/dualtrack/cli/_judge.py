"""`dualtrack judge`: what a person says of what the coder found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dualtrack.cli import _options
from dualtrack.output import said_line
from dualtrack.run import assigned, history, say, write_lines

_who = click.option(
    "--as",
    "who",
    metavar="NAME",
    help="Who judges. Default: $DUALTRACK_JUDGE, else the login name.",
)
_why = click.option("--why", metavar="TEXT", help="Why; kept with the judgement.")
_single = click.option(
    "--single", is_flag=True, help="Of an event told by several reports, judge this one alone."
)
_target = click.argument("target", metavar="ID")
_values = click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE…")


@click.group(
    "judge",
    epilog="""\b
Examples:
  dualtrack judge accept 3f2a91c0
  dualtrack judge reject 3f2a91c0 --why "a football match"
  dualtrack judge change 3f2a91c0 type=ACCUSE mode=allege actors=France actors=Germany
  dualtrack judge add b1946ac9 trigger=expelled type=SANCTION mode=expel actors=Russia
  dualtrack judge merge 3f2a91c0 77aa01d4
  dualtrack judge log 3f2a91c0
  dualtrack judge undo 5d41402a
""",
)
def command() -> None:
    """Accept, reject, change, add, merge or split what the record holds.

    IDs are those of reports, events, articles or judgements; their first letters will do, from
    four on. Judgements win over the coder, are only ever added, and can be taken back: see
    docs/judging.md.
    """


def _judged(action: str, target: str, **more: Any) -> int:
    who, db = more.pop("who"), more.pop("db")
    for said in say(db, who, action, target, **more):
        click.echo(said_line(said))
    return 0


def _common(function: Callable[..., int]) -> Callable[..., int]:
    for option in (_options.db, _why, _who):
        function = option(function)
    return function


@command.command("accept")
@_target
@_single
@_common
def accept(target: str, **more: Any) -> int:
    """Say that a report or event is right as it stands."""
    return _judged("accept", target, **more)


@command.command("reject")
@_target
@_single
@_common
def reject(target: str, **more: Any) -> int:
    """Say that a report or event is none."""
    return _judged("reject", target, **more)


@command.command("change")
@_target
@_values
@_single
@_common
def change(target: str, values: tuple[str, ...], **more: Any) -> int:
    """Change fields: type, mode, status, actors, recipients, speaker, condition, location, date,
    trigger.

    A VALUE is a word of the ontology, or words of the page as they stand there; `none` empties a
    field. `actors` and `recipients` may be given several times. JSON says more:
    actors='{"text": "the army", "country": "ISR", "sector": "MIL"}', date='{"on": "2024-04-13"}'.
    """
    return _judged("change", target, values=assigned(values), **more)


@command.command("add")
@click.argument("target", metavar="ARTICLE")
@_values
@_common
def add(target: str, values: tuple[str, ...], **more: Any) -> int:
    """Add an event that the coder missed; trigger and type must be given."""
    return _judged("add", target, values=assigned(values), **more)


@command.command("merge")
@_target
@click.argument("other", metavar="ID")
@_common
def merge(target: str, other: str, **more: Any) -> int:
    """Say that two reports or events tell of one act."""
    return _judged("merge", target, other=other, **more)


@command.command("split")
@_target
@_common
def split(target: str, **more: Any) -> int:
    """Say that a report tells of another act than the others of its event."""
    return _judged("split", target, **more)


@command.command("done")
@click.argument("target", metavar="ARTICLE")
@_common
def done(target: str, **more: Any) -> int:
    """Say that an article was read through: what stands is right, and nothing is missing."""
    return _judged("done", target, **more)


@command.command("undo")
@click.argument("target", metavar="JUDGEMENT")
@_common
def undo(target: str, **more: Any) -> int:
    """Take a judgement back; also an undo."""
    return _judged("undo", target, **more)


@command.command("log")
@click.argument("target", metavar="[ID]", required=False)
@click.option("--jsonl", is_flag=True, help="Print them as JSONL; -o FILE does so too.")
@_options.out
@_options.db
def log(target: str | None, jsonl: bool, out: Path | None, db: str | None) -> int:
    """List what people said, of everything or of one report, event, article or judgement.

    As JSONL it is all that the record knows of them, to be kept or handed on.
    """
    found = history(db, target)
    if jsonl or out is not None:
        write_lines([said.to_dict() for said in found], out)
        return 0
    for said in found:
        click.echo(said_line(said))
    return 0
