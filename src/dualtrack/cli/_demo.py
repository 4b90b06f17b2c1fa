"""`dualtrack demo`: a record made of the sample, and the two tracks of one pair."""

from __future__ import annotations

from pathlib import Path

import click

from dualtrack.cli._watch import watched
from dualtrack.output import draw_relations, terminal
from dualtrack.run import demo
from dualtrack.tracks import draw

PAIR = "USA", "ISR"

NEXT = """\
What to try next:
  dualtrack explain "Washington may cut military aid if Israel does not protect civilians."
  dualtrack code PAGE.html            events of your own page, one a line
  dualtrack code FOLDER -o out.csv    a table for a spreadsheet
  dualtrack add FOLDER                read, code and keep, in a record that lasts
  dualtrack show USA ISR              this picture, from your record
  dualtrack relations --by-change     which pairs depart from their own past
  dualtrack --help"""


@click.command(
    "demo",
    epilog="""\b
Examples:
  dualtrack demo
  dualtrack demo --db demo.db && dualtrack show ISR IRN --db demo.db
  dualtrack demo --corpus mine.jsonl --pair RUS UKR
""",
)
@click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help='Read these articles instead: JSONL, one a line, of which only "text" must be there.',
)
@click.option(
    "--pair",
    nargs=2,
    default=PAIR,
    metavar="A B",
    help="Whom to show. Default: USA ISR.",
)
@click.option(
    "--db", metavar="URL", help="Keep the record there. Default: it is thrown away afterwards."
)
def command(corpus: Path | None, pair: tuple[str, str], db: str | None) -> int:
    """Make a record of the sample that comes with Dualtrack, and draw USA and Israel from it.

    The sample is short stories on public facts, written for this purpose, as web pages. Shown are
    both ways month by month, what hangs on a condition, what is due and what came of it, and the
    newest acts with their words.
    """
    what = "coding the sample" if corpus is None else "coding the corpus"
    with watched(what, to_stdout=False) as (tally, on_page):
        found = demo(*pair, tally=tally, on_page=on_page, db=db, corpus=corpus)
    console = terminal()
    draw(found.relation, console)
    console.print()
    draw_relations(found.relations, console, most=5)
    console.print()
    console.print(NEXT)
    return tally.exit_status
