"""`dualtrack read`: pages in, articles out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.cli._watch import standard_input, watched
from dualtrack.output import show_dropped as dropped
from dualtrack.output import terminal
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
  dualtrack read page.html --show-dropped
  dualtrack read pages/ --html what-was-read.html
""",
)
@_options.inputs
@_options.out
@_options.report
@click.option(
    "--show-dropped",
    is_flag=True,
    help="Print what was cut from each page and why, in place of JSONL on standard output.",
)
@click.option(
    "--html",
    "view",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a page to FILE that shows what was kept and dropped, in colours and with reasons.",
)
def command(
    inputs: tuple[str, ...],
    out: Path | None,
    report: Path | None,
    show_dropped: bool,
    view: Path | None,
) -> int:
    """Read all inputs; the exit status."""
    show = partial(dropped, console=terminal()) if show_dropped else None
    to_stdout = out is None and view is None
    with watched("reading", to_stdout=to_stdout or show_dropped, coded=False) as (tally, on_page):
        read_to(
            out,
            inputs,
            stdin=standard_input(),
            report=report,
            tally=tally,
            on_page=on_page,
            show=show,
            view=view,
        )
    return tally.exit_status
