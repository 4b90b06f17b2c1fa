"""`dualtrack code`: pages in, events out."""

from __future__ import annotations

from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.cli._watch import standard_input, watched
from dualtrack.output import FORMS, Form
from dualtrack.run import code_to


@click.command(
    "code",
    help=f"Read pages and write down their events.\n\n{_options.INPUT_HELP}\n\n"
    "A summary, and every rejected page with its reason, go to standard error.",
    epilog="""\b
Examples:
  dualtrack code page.html
  dualtrack code pages/ more.jsonl -o events.parquet --report report.json
  curl -s https://example.org/story.html | dualtrack code - --format csv
""",
)
@_options.inputs
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="Form of the output. Default: by the ending of FILE, else jsonl.",
)
@_options.out
@_options.report
@_options.jobs
def command(
    inputs: tuple[str, ...],
    form: Form | None,
    out: Path | None,
    report: Path | None,
    jobs: int | None,
) -> int:
    """Code all inputs; the exit status."""
    with watched("coding", to_stdout=out is None) as (tally, on_page):
        code_to(
            out,
            inputs,
            stdin=standard_input(),
            form=form,
            report=report,
            jobs=jobs,
            tally=tally,
            on_page=on_page,
        )
    return tally.exit_status
