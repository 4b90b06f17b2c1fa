"""JSONL: one object a line, in UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from dualtrack.coding import Event
from dualtrack.output._place import unbroken

# These end a line for some readers, though not in JSON.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def json_line(value: Mapping[str, Any]) -> bytes:
    """One object as one line. Halves of surrogate pairs stand as escapes, so nothing is lost."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)
        return text.encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False).encode("ascii") + b"\n"


class JsonlWriter:
    """Writes events (or any objects) as lines; each batch is flushed whole."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, events: Iterable[Event]) -> None:
        """Write the events, one line each."""
        self.write_objects(event.to_dict() for event in events)

    def write_objects(self, objects: Iterable[Mapping[str, Any]]) -> None:
        """Write the objects, one line each. Ctrl-C waits until the last line is whole."""
        data = b"".join(map(json_line, objects))
        if data:
            with unbroken():
                self._stream.write(data)
                self._stream.flush()

    def finish(self) -> None:
        """Nothing is left to write."""

    def abandon(self) -> None:
        """Nothing is left open."""
