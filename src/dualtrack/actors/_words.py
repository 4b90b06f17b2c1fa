"""Words of a text, folded so that spellings meet: one apostrophe, no accents, same length."""

from __future__ import annotations

import re
import unicodedata

TOKEN = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
# Letters that Unicode does not take apart, and signs that stand for an ASCII one.
_ALONE = str.maketrans(
    "łŁøØđĐıßæÆœŒðÐþÞəƏ’‘ʻʼʿʾ`´“”–—‐‑\u00a0\u2009\u202f",
    "lLoOdDisaAoOdDtTaA''''''''\"\"----   ",
)


def _fold_run(match: re.Match[str]) -> str:
    run = match.group().translate(_ALONE)
    if run.isascii():
        return run
    out = []
    for char in run:
        base = unicodedata.normalize("NFKD", char)[0] if not unicodedata.combining(char) else char
        out.append(base)
    return "".join(out).translate(_ALONE)


def fold(text: str) -> str:
    """The text without accents and with plain quotes and dashes, code point for code point."""
    return text if text.isascii() else _NOT_ASCII.sub(_fold_run, text)


def compose(text: str) -> tuple[str, list[int] | None]:
    """The text without loose combining marks, and the place of each code point in the original.

    The second is None where nothing had to be taken out.
    """
    if text.isascii() or not _MARKS.search(text):
        return text, None
    places = [i for i, char in enumerate(text) if not _MARKS.match(char)]
    return "".join(text[i] for i in places), [*places, len(text)]


def gap(between: str) -> str | None:
    """What stands between two words of one name, in one spelling; None if no name goes over it."""
    if between in {" ", "-", "", "'", ".", "/"}:
        return " " if between in {" ", "-"} else between
    flat = " ".join(between.split())
    if flat in {"", "-"}:
        # A blank line ends a name; a line break does not.
        return " " if between.count("\n") < 2 else None
    if flat in {".", "'", "' "} and between[-1:].isspace():
        return " "
    if flat in {",", "&"}:
        return f"{flat} " if flat == "," else " & "
    return None


def key_of(name: str) -> tuple[str, ...]:
    """A name as the index holds it: words and what stands between them, in turn."""
    flat = fold(unicodedata.normalize("NFC", name))
    parts: list[str] = []
    end = 0
    for match in TOKEN.finditer(flat):
        if parts:
            between = gap(flat[end : match.start()])
            parts.append(" " if between is None else between)
        parts.append(match.group())
        end = match.end()
    return tuple(parts)
