"""Tab-separated rows that every reader takes apart in the same way, with quotes or without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from dualtrack.output import plain, unbroken

# Whatever ends a line or a field for some reader, and what cannot be printed.
_BREAKS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")


def words(text: str | None) -> str:
    """Words of a page for one cell: white space is one space each, `"` becomes `'`.

    Readers differ on quotes (pandas minds them, readers of ICEWS do not), so there are none.
    Words that a spreadsheet would run as a formula get one `'` in front, as in CSV.
    """
    return plain(_BREAKS.sub(" ", text or "").strip().replace('"', "'")) or ""


class TabWriter:
    """Writes rows of the same columns, in UTF-8, lines ending in a line feed.

    Nothing is quoted: cells with words must come from `words`. None is an empty cell.
    """

    def __init__(self, stream: BinaryIO, columns: Iterable[str], *, header: bool) -> None:
        self._stream, self._columns = stream, tuple(columns)
        self.rows = 0
        if header:
            self._put(["\t".join(self._columns)])

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write the rows; a column that a row lacks is empty, one that there is not is an error."""
        lines = []
        for row in rows:
            if not row.keys() <= set(self._columns):
                raise KeyError(sorted(row.keys() - set(self._columns))[0])
            lines.append("\t".join(_cell(row.get(name)) for name in self._columns))
        self.rows += len(lines)
        self._put(lines)

    def _put(self, lines: list[str]) -> None:
        if lines:
            data = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
            with unbroken():
                self._stream.write(data)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
