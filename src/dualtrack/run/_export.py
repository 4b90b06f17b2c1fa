"""Exports a record, with progress, and says what was left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dualtrack.export import Exported, Format, Query, export
from dualtrack.record import Store
from dualtrack.record._engine import reading


def export_to(
    db: str | None,
    form: Format,
    path: Path | None,
    query: Query,
    *,
    reports: bool = False,
    on_rows: Callable[[int, int], None] | None = None,
) -> Exported:
    """Export from one state of the record at `db`; whoever writes meanwhile is not seen.

    Raises InputError, OutputError, MissingExtra or RecordError.
    """
    with Store(db, create=False) as store, reading(store.engine) as connection:
        file = store.url.database if store.url.get_backend_name() == "sqlite" else None
        inputs = [f"{file}{ending}" for ending in ("", "-wal", "-shm")] if file else []
        return export(
            connection, form, path, query, reports=reports, inputs=inputs, on_rows=on_rows
        )


def told(exported: Exported) -> list[str]:
    """What is to be said of an export, in lines."""
    made = exported.manifest
    of = made["of"]
    lines = [f"{made['written']:,} of {made['read']:,} {of} written."]
    lines += [f"  left out, for {why}: {n:,}" for why, n in made["left_out"].items()]
    lines += [f"  note: {what}: {n:,}" for what, n in made["notes"].items()]
    lines += [f"  {f['name']}: {f['rows']:,} rows" for f in made["files"]]
    if exported.path is not None:
        lines.append(f"  {exported.path.name}: what it is, counted and checked")
    return lines
