"""The tables as they are declared; test_migrate.py says that the steps make them."""

from __future__ import annotations

from dualtrack.record._migrate import METADATA

DERIVED = {"events", "members", "parties", "buckets"}


def test_derived_tables_lean_on_no_other() -> None:
    """They are emptied and filled anew while others stay."""
    for table in METADATA.tables.values():
        for key in table.foreign_keys:
            assert table.name not in DERIVED
            assert key.column.table.name not in DERIVED


def test_every_table_has_a_key_and_ids_fit() -> None:
    for table in METADATA.tables.values():
        assert table.primary_key.columns
        if "id" in table.c:
            assert table.c.id.type.length == 16  # type: ignore[attr-defined]
