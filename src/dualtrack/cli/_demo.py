"""`dualtrack demo`: the sample coded, and the two tracks of one pair."""

from __future__ import annotations

import click

from dualtrack.cli._watch import watched
from dualtrack.output import terminal
from dualtrack.run import demo
from dualtrack.tracks import draw

PAIR = "USA", "ISR"

NEXT = """\
What to try next:
  dualtrack explain "Washington may cut military aid if Israel does not protect civilians."
  dualtrack code PAGE.html            events of your own page, one a line
  dualtrack code FOLDER -o out.csv    a table for a spreadsheet
  dualtrack read PAGE.html            the story alone, and what was dropped with the reason
  dualtrack --help"""


@click.command("demo", epilog="\b\nExample:\n  dualtrack demo")
def command() -> int:
    """Code the sample that comes with Dualtrack and draw the United States and Israel.

    The sample is short stories on public facts, written for this purpose, as web pages. Shown are
    both ways month by month, what hangs on a condition, what is due, and the newest events.
    """
    with watched("coding the sample", to_stdout=False) as (tally, on_page):
        found = demo(*PAIR, tally=tally, on_page=on_page)
    console = terminal()
    draw(found.relation, console, titles=found.titles)
    console.print()
    console.print(NEXT)
    return tally.exit_status
