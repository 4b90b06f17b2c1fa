"""`dualtrack relations`: all pairs, by activity or by change."""

from __future__ import annotations

import click

from dualtrack.cli import _options
from dualtrack.output import (
    RELATION_FORMS,
    RelationForm,
    draw_relations,
    open_place,
    terminal,
    write_relations,
)
from dualtrack.run import show_all
from dualtrack.tracks import Order


@click.command(
    "relations",
    epilog="""\b
Examples:
  dualtrack relations --since 2024-04 --until 2024-04
  dualtrack relations --by-change
  dualtrack relations --format csv > pairs.csv
""",
)
@_options.since
@_options.until
@click.option(
    "--by-change/--by-activity",
    default=False,
    help="Pairs that depart most from their own past first (without --since: in the last thirty "
    "days), or those that did most (the default).",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="Pairs in the text; how many more there are is said. JSON and CSV have all.",
)
@click.option(
    "--format", "form", type=click.Choice(RELATION_FORMS), default="text", show_default=True
)
@_options.db
def command(
    *,
    since: str | None,
    until: str | None,
    by_change: bool,
    most: int,
    form: RelationForm,
    db: str | None,
) -> int:
    """List all pairs of the record that did something to each other.

    A party is a country, or a body without one. Both tracks are summed both ways together; what
    is only announced or possible is counted apart. docs/relations.md says how change is measured.
    """
    order: Order = "change" if by_change else "activity"
    relations = show_all(db, since=since, until=until, order=order)
    if form == "text":
        draw_relations(relations, terminal(), most=most)
        return 0
    with open_place(None) as stream:
        write_relations(relations, form, stream)
    return 0
