"""`dualtrack explain`: the text with its events marked, and the reasons."""

from __future__ import annotations

import datetime as dt

import click

from dualtrack.cli._watch import standard_input, watched
from dualtrack.output import explain, terminal
from dualtrack.run import Coded, code_pages, pages_of


@click.command(
    "explain",
    epilog="""\b
Examples:
  dualtrack explain "Iran launched over 300 drones at Israel on Saturday." --published 2024-04-14
  dualtrack explain page.html
""",
)
@click.argument("given", metavar="TEXT|FILE")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day of TEXT (2024-04-14), from which `on Tuesday` is counted.",
)
@click.option("--title", help="The title of TEXT.")
def command(given: str, published: dt.datetime | None, title: str | None) -> int:
    """Show a text with its events marked, and why each was coded.

    Every word that has a role in an event stands in brackets with the number of the event and
    its role, coloured where the output is a terminal. FILE may be whatever `code` reads.
    """
    console = terminal()
    with watched("coding", to_stdout=True, summed=False) as (tally, on_page):
        pages = pages_of(
            given,
            published=published.date() if published else None,
            title=title,
            stdin=standard_input(),
        )
        for outcome in code_pages(pages, jobs=1):
            tally.add(outcome)
            on_page(outcome)
            if isinstance(outcome, Coded):
                explain(outcome.article, outcome.events, console)
        tally.end("complete")
    return tally.exit_status
