"""docs/formats.md says of every column what stands there."""

from __future__ import annotations

import re
from pathlib import Path

from dualtrack.cli._main import _COMMANDS
from dualtrack.export import FORMATS, _gdelt, _icews, _own, _plover, _polecat

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
TABLES = {
    "Our own: events": _own.EVENT_FIELDS,
    "Our own: reports": _own.REPORT_FIELDS,
    "GDELT 2.0: events": _gdelt.EVENTS,
    "GDELT 2.0: mentions": _gdelt.MENTIONS,
    "ICEWS": _icews.COLUMNS,
    "POLECAT": _polecat.COLUMNS,
    "PLOVER": _plover.FIELDS,
}


def test_every_column_is_described() -> None:
    for title, columns in TABLES.items():
        part = TEXT.split(f"\n## {title}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `([^`]+)` \| (.+) \|$", part, re.M) == list(columns.items()), title


def test_every_format_and_the_command_are_named() -> None:
    assert "export" in _COMMANDS
    assert all(f"`{form}`" in TEXT for form in FORMATS)
