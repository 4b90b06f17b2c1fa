"""`dualtrack eval`: the coder's figures on labelled lines."""

from __future__ import annotations

import json
from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.output import figures, terminal
from dualtrack.run import evaluate


@click.command(
    "eval",
    epilog="""\b
Examples:
  dualtrack eval gold.jsonl
  dualtrack eval gold.jsonl --predictions events.jsonl --json
""",
)
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Measure the events in FILE (JSONL) instead of coding the lines.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@_options.jobs
def command(gold: Path, predictions: Path | None, as_json: bool, jobs: int | None) -> int:
    """Measure the coder on labelled lines.

    GOLD holds one {"id", "text", "context", "events"} a line, as the codebook gives them. Each
    text is coded after its context, and the events are compared with the labelled ones.
    """
    result = evaluate(gold, predictions, jobs=jobs).to_dict()
    if as_json:
        click.echo(json.dumps(result))
    else:
        terminal().print(figures(result))
    return 0
