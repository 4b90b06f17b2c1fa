"""`dualtrack show`: what two parties did for and against each other."""

from __future__ import annotations

from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.output import RELATION_FORMS, RelationForm, open_place, terminal, write_relation
from dualtrack.run import show
from dualtrack.tracks import PERIODS, By, draw


@click.command(
    "show",
    epilog="""\b
Examples:
  dualtrack show USA ISR --since 2024
  dualtrack show RUS UKR --by year --until 2024-06
  dualtrack show USA/LEG CHN --format csv > congress.csv
  dualtrack show EU RUS --format json | jq '.due'
""",
)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@_options.since
@_options.until
@click.option("--by", type=click.Choice(PERIODS), default="month", show_default=True)
@click.option(
    "--groups",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Groups of your own: a line each, with a name, a tab, and members joined by |.",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    metavar="N",
    help="Entries of each list in the text; how many more there are is said.",
)
@click.option(
    "--format", "form", type=click.Choice(RELATION_FORMS), default="text", show_default=True
)
@_options.db
def command(
    *,
    a: str,
    b: str,
    since: str | None,
    until: str | None,
    by: By,
    groups: Path | None,
    most: int,
    form: RelationForm,
    db: str | None,
) -> int:
    """Show what A and B did for and against each other, from the record.

    A and B are a country (USA), a sector of one (USA/LEG), a named organisation (Hezbollah), or
    a group (EU, NATO, G7, …), which stands for its members on the day of each act. As text: the
    two tracks of either way, conditions, what is due and what came of it, disagreements,
    predictions, who spoke, and the newest words. JSON has all acts with their sentences, CSV the
    series. docs/relations.md says what each number means.
    """
    listed = None if form == "json" else most if form == "text" else 0
    relation = show(db, a, b, since=since, until=until, by=by, groups=groups, listed=listed)
    if form == "text":
        draw(relation, terminal(), most=most)
        return 0
    with open_place(None) as stream:
        write_relation(relation, form, stream)
    return 0
