"""Names of authors out of bylines and declared fields."""

from __future__ import annotations

import re
from functools import cache

from dualtrack.pages._chrome import fold
from dualtrack.pages._tables import dates, word_list

_LEAD = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|posted|published|edited|author|analysis|opinion|"
    r"propos recueillis|texto|texte)s?\s*(?:by|von|par|por)?\s*:?\s+)?"
    r"(?:by|from|von|par|por|di|door)?\b\s*:?\s*",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:[|•·(\d]|\s[-–—]\s|\bfor the\b|\bin [A-Z]|\bat [A-Z]|@|https?:|"
    r"\b(?:published|updated|veröffentlicht|aktualisiert|publié|mis à jour|publicado|"
    r"actualizado|is (?:a|an|the)|covers)\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,|;|&|/|\band\b|\bwith\b|\bund\b|\bet\b|\bavec\b|\bmit\b|\bcon\b)\s*", re.IGNORECASE
)
_BETWEEN_NAMES = re.compile(r"\s+(?:y|e|en)\s+")  # these stand inside names as well
_BY = re.compile(
    r"(?:^|[-–—|·•]\s*)(?:(?:written |reported |story |words )?by|von|par|por|di|door|text:|"
    r"autor(?:in)?:|author:)\s+(?=\W?[A-Z\u00c0-\u024f])",
    re.IGNORECASE,
)
_NO_START = frozenset(("the", "our", "a", "an", "more", "read", "all", "view", "your"))
_MOST = 12


def names_in(text: str, site: str | None = None) -> tuple[str, ...]:
    """The people named in a byline, in order; nothing where no part of it looks like a name."""
    text = _LEAD.sub("", " ".join(text.split()), count=1)
    for cut in (_month_and_number().search(text), _CUT.search(text)):
        text = text[: cut.start()] if cut else text
    found: list[str] = []
    for part in _BETWEEN.split(text):
        parts = _BETWEEN_NAMES.split(part)
        for one in parts if all(is_name(p.strip()) for p in parts) else [part]:
            name = one.strip(" .:-–—'\"")
            if is_name(name) and name not in found and not (site and fold(site) == fold(name)):
                found.append(name)
    return tuple(found[:_MOST])


def byline_in(text: str) -> str | None:
    """What stands behind the word "by" of a byline, at the beginning of a line or after a mark."""
    match = _BY.search(text)
    return text[match.end() :] if match else None


def is_name(text: str) -> bool:
    """Whether a string looks like the name of a person: two to five words, none an office."""
    parts = text.split()
    if not 2 <= len(parts) <= 5 or len(text) > 60 or parts[0].casefold() in _NO_START:
        return False
    for part in parts:
        plain = part.strip(".'’").casefold()
        if not word_list("no_name").isdisjoint((plain, *plain.split("-"))) or any(
            c.isdigit() or c in "@/:,;&|()" for c in part
        ):
            return False
        if not part[0].isupper() and plain.split("-")[0] not in word_list("particles"):
            return False
    return any(part[0].isupper() for part in parts)


def may_be_author(text: str, site: str | None = None) -> bool:
    """Whether a declared author who is no plain name may stand: one word, another script.

    Addresses, user names, desks, roles and the site's own name may not.
    """
    parts = text.split()
    if not 1 <= len(parts) <= 6 or len(text) > 60 or any(c in "@/:|<>_" for c in text):
        return False
    if site and (fold(text) in fold(site) or fold(site) in fold(text)):
        return False
    if any(c.isdigit() for c in text) or parts[0].casefold() in _NO_START:
        return False
    if any(p.strip(".,'’").casefold() in word_list("no_name") for p in parts):
        return False
    return any(c.isalpha() for c in text) and not (len(parts) == 1 and text[0].islower())


@cache
def _month_and_number() -> re.Pattern[str]:
    months = "|".join(sorted(dates().months, key=len, reverse=True))
    return re.compile(rf"(?:^|\s+)(?:{months})\b\.?\s+\d", re.IGNORECASE)
