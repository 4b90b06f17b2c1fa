"""`dualtrack add`: pages in, into the record."""

from __future__ import annotations

from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.cli._watch import keeping, standard_input
from dualtrack.run import add_to


@click.command(
    "add",
    help="Read pages, code them and keep them with their events in the record, which is made if "
    "it is not there. What it holds already is not coded again; a page that has changed becomes "
    f"a new version.\n\n{_options.INPUT_HELP}\n\n"
    "A summary, and every rejected page with its reason, go to standard error. A run that was "
    "stopped can simply be started again.",
    epilog="""\b
Examples:
  dualtrack add pages/
  dualtrack add 'news/*.html' --db postgresql://localhost/news
  dualtrack add articles.jsonl --events events.jsonl
""",
)
@_options.inputs
@_options.db
@click.option(
    "--events",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the events from FILE, JSONL as `dualtrack code` writes it, instead of coding. "
    "Events name their article by its id and must quote its words.",
)
@_options.report
@_options.jobs
def command(
    inputs: tuple[str, ...],
    db: str | None,
    events: Path | None,
    report: Path | None,
    jobs: int | None,
) -> int:
    """Add all inputs; the exit status."""
    with keeping("adding") as (tally, on_page):
        add_to(
            db,
            inputs,
            events=events,
            stdin=standard_input(),
            report=report,
            jobs=jobs,
            tally=tally,
            on_page=on_page,
        )
    return tally.exit_status
