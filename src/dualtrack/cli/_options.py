"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click


def _or_stdout(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """`-o -` is standard output, as everywhere."""
    return None if value is None or str(value) == "-" else value


inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
out = click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    callback=_or_stdout,
    metavar="FILE",
    help="Write to FILE, which appears only when it is whole. Default: standard output.",
)
report = click.option(
    "--report",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write counts, and every rejected page with its reason, to FILE as JSON.",
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to code with. Default: one for a small input, else one a core.",
)
db = click.option(
    "--db",
    metavar="URL",
    help="The record: a file, or the address of an SQLite or PostgreSQL database. "
    "Default: $DUALTRACK_DB, else dualtrack.db.",
)
since = click.option("--since", metavar="DAY", help="First day: 2024-04-14, 2024-04 or 2024.")
until = click.option("--until", metavar="DAY", help="Last day, likewise.")
INPUT_HELP = """\
INPUT is a file, a folder, a pattern such as 'news/*.html', an address on the web (https://…), or -
for standard input.
A page is HTML, plain text, or JSONL with one article a line: {"id", "text", "title", "published",
"url", "context"}, of which only "text" must be there."""
