"""Text of strangers, made safe to print: a page must not be able to move anybody's cursor."""

from __future__ import annotations

import re

from rich.text import Text

# Control characters (C0, DEL, C1), the marks that turn the direction of writing, those that
# divide lines, and halves of surrogate pairs, which no terminal can be sent.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Whole escape sequences go, or their harmless half ("[31m") would be left to read.
_ESCAPE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)?"  # OSC and kin
    "|\x1b[ -/]*[0-~]"
)


def printable(text: str) -> str:
    """`text` without escape sequences and control characters; tab and line feed stay."""
    if text.isprintable():
        return text
    return _UNSAFE.sub("", _ESCAPE.sub("", text))


def one_line(text: str, limit: int | None = None) -> str:
    """`printable` text on one line; one longer than `limit` characters is cut and ends in `…`."""
    line = " ".join(printable(text).split())
    if limit is not None and len(line) > limit:
        return line[: max(limit - 1, 0)].rstrip() + "…"
    return line


def plain(text: str, style: str = "") -> Text:
    """`printable` text as rich text, in which square brackets mean nothing."""
    return Text(printable(text), style=style)
