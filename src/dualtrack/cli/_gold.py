"""`dualtrack gold`: judged articles as labelled lines."""

from __future__ import annotations

from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.run import gold_summary, gold_to


@click.group("gold")
def command() -> None:
    """Labelled lines, to measure the coder on and to train it with."""


@command.command(
    "export",
    epilog="""\b
Examples:
  dualtrack gold export -o mine.jsonl
  dualtrack eval mine.jsonl
""",
)
@click.option(
    "--judged",
    is_flag=True,
    help="Also articles that nobody said are done, if every report that stands was judged. What "
    "nobody looked for is then labelled as no event.",
)
@_options.out
@_options.db
def export(judged: bool, out: Path | None, db: str | None) -> int:
    """Write the articles that judges said are done as labelled lines.

    One line a paragraph, in the form that `dualtrack eval` and training read: rejected events are
    left out, changed and added ones are in. Counts go to standard error.
    """
    for line in gold_summary(gold_to(db, out, judged=judged)):
        click.echo(line, err=True)
    return 0
