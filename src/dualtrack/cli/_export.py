"""`dualtrack export`: the record in other formats."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from dualtrack.cli import _options
from dualtrack.export import FORMATS, Format, Query
from dualtrack.ontology import STATUSES
from dualtrack.output import Progress
from dualtrack.run import export_to, told

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    "export",
    epilog="""\b
Examples:
  dualtrack export parquet -o events.parquet
  dualtrack export csv --reports --since 2024-01-01 -o reports.csv
  dualtrack export gdelt -o mine            (mine.export.CSV, mine.mentions.CSV)
  dualtrack export icews --pair RUS UKR -o rus-ukr.tab
""",
)
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@_options.out
@click.option("--reports", is_flag=True, help="Reports instead of events (jsonl, csv, parquet).")
@click.option("--since", type=_DAY, metavar="DAY", help="Only acts of this day or later.")
@click.option("--until", type=_DAY, metavar="DAY", help="Only acts of this day or earlier.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only this type; repeatable.")
@click.option("--actor", metavar="A", help="Only acts of this actor: USA, USA/MIL, a name, EU.")
@click.option("--pair", nargs=2, metavar="A B", help="Only acts of the one on the other.")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([*STATUSES, "all"]),
    help="Only this status; repeatable. Default: actual where the format has no place for a "
    "status, else all.",
)
@click.option(
    "--groups",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Groups of actors of your own.",
)
@_options.db
def command(
    *,
    form: Format,
    out: Path | None,
    reports: bool,
    since: dt.datetime | None,
    until: dt.datetime | None,
    types: tuple[str, ...],
    actor: str | None,
    pair: tuple[str, str] | None,
    statuses: tuple[str, ...],
    groups: Path | None,
    db: str | None,
) -> int:
    """Write the record's events in a format that others read.

    FORMAT is jsonl, csv or parquet, with all that the record says; or gdelt (two files), icews,
    polecat or plover, with exactly the columns that their readers expect. Beside FILE lies
    FILE.manifest.json: counts, what was left out and why, query, coders, scales, checksums.
    docs/formats.md says what stands in every column.
    """
    query = Query(
        since=since.date() if since else None,
        until=until.date() if until else None,
        types=types,
        statuses=STATUSES if "all" in statuses else statuses,
        actor=actor,
        pair=pair or None,
        groups=str(groups) if groups else None,
    )
    with Progress("exporting", results_on_stdout=out is None) as progress:
        exported = export_to(db, form, out, query, reports=reports, on_rows=progress.reach)
    for line in told(exported):
        click.echo(line, err=True)
    return 0
