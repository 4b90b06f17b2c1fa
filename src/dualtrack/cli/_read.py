"""`dualtrack read`: pages in, articles out."""

from __future__ import annotations

from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.cli._watch import standard_input, watched
from dualtrack.run import read_to


@click.command(
    "read",
    help=f"Read pages and write down their stories as JSONL, uncoded.\n\n{_options.INPUT_HELP}\n\n"
    "Each line holds the text, its paragraphs with offsets, title, section, day, language, and "
    "what was dropped from the page with the reason. `dualtrack code` reads such lines.",
    epilog="""\b
Examples:
  dualtrack read page.html
  dualtrack read pages/ -o articles.jsonl
""",
)
@_options.inputs
@_options.out
@_options.report
def command(inputs: tuple[str, ...], out: Path | None, report: Path | None) -> int:
    """Read all inputs; the exit status."""
    with watched("reading", to_stdout=out is None, coded=False) as (tally, on_page):
        stdin = standard_input()
        read_to(out, inputs, stdin=stdin, report=report, tally=tally, on_page=on_page)
    return tally.exit_status
