"""Names of authors out of bylines and declared fields."""

from __future__ import annotations

import re

from dualtrack.pages._chrome import fold
from dualtrack.pages._tables import word_list

_LEAD = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|posted|published|edited|author)s?\s*(?:by)?\s*:?\s+)?"
    r"(?:by|from)?\b\s*:?\s*",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:[|•·(\d]|\s[-–—]\s|\bfor the\b|\bin [A-Z]|\bat [A-Z]|@|https?:|"
    r"\b(?:published|updated)\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b)\s*", re.IGNORECASE)


def names_in(text: str, site: str | None = None) -> tuple[str, ...]:
    """The people named in a byline, in order; nothing where no part of it looks like a name."""
    text = _LEAD.sub("", " ".join(text.split()), count=1)
    text = text[: cut.start()] if (cut := _CUT.search(text)) else text
    found: list[str] = []
    for part in _BETWEEN.split(text):
        name = part.strip(" .:-–—'\"")
        if is_name(name) and name not in found and not (site and fold(site) == fold(name)):
            found.append(name)
    return tuple(found)


def is_name(text: str) -> bool:
    """Whether a string looks like the name of a person: two to five words, none an office."""
    parts = text.split()
    if not 2 <= len(parts) <= 5 or len(text) > 60:
        return False
    for part in parts:
        plain = part.strip(".'’").casefold()
        if plain in word_list("no_name") or any(c.isdigit() or c in "@/:" for c in part):
            return False
        if not part[0].isupper() and plain.split("-")[0] not in word_list("particles"):
            return False
    return any(part[0].isupper() for part in parts)
