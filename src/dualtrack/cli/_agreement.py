"""`dualtrack agreement`: how far judges agree."""

from __future__ import annotations

import json

import click

from dualtrack.cli import _options
from dualtrack.output import agreement_table, agreement_words, terminal
from dualtrack.run import agreement


@click.command("agreement")
@_options.db
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
def command(db: str | None, as_json: bool) -> int:
    """Say how far the record's judges agree, field by field, as Krippendorff's alpha."""
    found = agreement(db)
    if as_json:
        click.echo(
            json.dumps(
                {
                    "fields": [one.to_dict() for one in found],
                    "notes": agreement_words(found),
                }
            )
        )
        return 0
    console = terminal()
    console.print(agreement_table(found))
    for line in agreement_words(found):
        console.print(line)
    return 0
