"""Finding the words that a person quotes in the text of a version."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dualtrack._errors import InputError
from dualtrack.coding import Span


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a version: its text, title and context."""

    text: str
    title: str | None = None
    context: str | None = None

    def field(self, where: str) -> str:
        """The field that offsets count in; empty where there is none."""
        return {"text": self.text, "title": self.title, "context": self.context}.get(where) or ""

    def where(self, anywhere: bool) -> tuple[str, ...]:
        """The fields in which words may stand."""
        return ("text", "title", "context") if anywhere else ("text",)


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text; as whole words, if they stand so anywhere."""
    found = [m.span() for m in re.finditer(re.escape(words), text)]
    whole = [(a, b) for a, b in found if not (_runs_on(text, a) or _runs_on(text, b))]
    return whole or found


def _runs_on(text: str, at: int) -> bool:
    """Whether a word goes on across this place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def nearest(words: Words, quoted: str, near: tuple[int, int] | None, anywhere: bool) -> Span | None:
    """The occurrence of quoted words nearest to a place in the text, or None.

    Occurrences in the text come before those in the title and the context, where `anywhere`
    lets them stand there.
    """
    for where in words.where(anywhere):
        found = occurrences(words.field(where), quoted)
        if found:
            middle = sum(near) / 2 if near and where == "text" else 0.0
            start, end = min(found, key=lambda s: abs((s[0] + s[1]) / 2 - middle))
            return Span(quoted, start, end, where)  # type: ignore[arg-type]
    return None


def quote(
    words: Words,
    given: str | Mapping[str, Any],
    *,
    what: str,
    near: tuple[int, int] | None = None,
    anywhere: bool = True,
) -> Span:
    """The span of words that a person gives, with or without offsets.

    `given` is the words, or an object with `text` and maybe `start`, `end` and `where`. Raises
    InputError where they do not stand in the page, or not there.
    """
    given = {"text": given} if isinstance(given, str) else given
    quoted = given.get("text")
    if not isinstance(quoted, str) or not quoted.strip():
        raise InputError(f"The {what} must be words of the page, not {shown(quoted)}.")
    if given.get("start") is None:
        span = nearest(words, quoted, near, anywhere)
        if span is None:
            place = "page" if anywhere else "text of the page"
            raise InputError(f"{shown(quoted)} ({what}) does not stand in the {place}.")
        return span
    return _placed(words, given, quoted, what, anywhere)


def _placed(words: Words, given: Mapping[str, Any], quoted: str, what: str, anywhere: bool) -> Span:
    start, where = given["start"], given.get("where", "text")
    end = given.get("end", start + len(quoted) if isinstance(start, int) else None)
    if where not in words.where(anywhere):
        known = ", ".join(words.where(anywhere))
        raise InputError(f"The {what} cannot stand in {shown(where)}, only in: {known}.")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        raise InputError(f"{shown(start)} to {shown(end)} is no place for the {what}.")
    found = words.field(where)[start:end]
    if found != quoted:
        raise InputError(
            f"At {start} to {end} of the {where} stands {shown(found)}, "
            f"not {shown(quoted)} ({what})."
        )
    return Span(quoted, start, end, where)


def shown(value: object) -> str:
    """A value as it may stand in a message: escaped, and not too long."""
    text = ascii(value)
    return text if len(text) <= 80 else text[:77] + "..."
