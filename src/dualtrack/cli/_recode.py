"""`dualtrack recode`: what an older coder coded, coded again."""

from __future__ import annotations

from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.cli._watch import keeping
from dualtrack.run import recode


@click.command(
    "recode",
    help="Code again the articles of the record that this version's coder has not coded yet. The "
    "older codings stay as history, and what people judged stays on top. A run that was stopped "
    "can simply be started again.",
)
@_options.db
@_options.report
@_options.jobs
def command(db: str | None, report: Path | None, jobs: int | None) -> int:
    """Recode; the exit status."""
    with keeping("coding again") as (tally, on_page):
        recode(db, report=report, jobs=jobs, tally=tally, on_page=on_page)
    return tally.exit_status if tally.articles else 0
