"""The coder's figures as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.table import Table


def figures(result: Mapping[str, Any]) -> Table:
    """A table of what `score` gave: shares with three digits, counts as they are."""
    table = Table(box=None, pad_edge=False)
    table.add_column("figure")
    table.add_column("value", justify="right")
    for name, value in result.items():
        if isinstance(value, Mapping):
            for part, share in value.items():
                table.add_row(f"{name}: {part}", _number(share))
        else:
            table.add_row(str(name), _number(value))
    return table


def _number(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
