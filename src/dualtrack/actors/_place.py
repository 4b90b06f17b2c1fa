"""Where a place lies: a location as written to the country it is in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dualtrack.actors._phrase import bare
from dualtrack.actors._words import compose, fold

if TYPE_CHECKING:
    from dualtrack.actors._gazetteer import Gazetteer
    from dualtrack.actors._memory import Memory

LONGEST = 400  # code points; a longer location names no place
_KINDS = frozenset({"country", "capital", "city", "region", "demonym"})
_ABROAD = re.compile(r"\b(?:embassy|embassies|consulate|mission|ambassador)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:border|crossing|between|frontier|line)\b", re.IGNORECASE)
_DIRECTION = re.compile(
    r"^(?:(?:near|outside|inside|in|at|around|off|across|throughout|central|downtown|greater"
    r"|northern|southern|eastern|western|north|south|east|west|northeast|northwest|southeast"
    r"|southwest|northeastern|northwestern|southeastern|southwestern|upper|lower|the|rural"
    r"|occupied|mainland|parts of|city of|town of|village of)\s+)+",
    re.IGNORECASE,
)


def place_of(gazetteer: Gazetteer, text: str, memory: Memory | None) -> str | None:
    """The one country a location's words name; None where they name none or several."""
    if len(text) > LONGEST:
        return None
    plain = bare(fold(compose(text)[0]))
    for name in (plain, _DIRECTION.sub("", plain)):
        actor = gazetteer.exact(name, stopped=False)
        if actor is not None and actor.kind in _KINDS and actor.country:
            return actor.country
    found = [hit for hit in gazetteer.find(plain) if hit.actor.kind in _KINDS]
    if _ABROAD.search(plain):
        # An embassy is the sender's; the place is the host's, named last.
        found = [hit for hit in found if hit.actor.kind != "demonym"]
    known = [hit.actor.country for hit in found if hit.actor.country]
    if len(set(known)) == 1:
        return known[0]
    if known:
        # "Tripoli, Lebanon": the last name holds the first. "Syria and Iraq" are two places.
        last, before = found[-1], plain[: found[-1].start].rstrip()
        inside = before.endswith(",") or before.endswith((" in", " of"))
        if inside and not _BETWEEN.search(plain):
            return last.actor.country
        return None
    return _by_memory(gazetteer, plain, memory)


def _by_memory(gazetteer: Gazetteer, plain: str, memory: Memory | None) -> str | None:
    """An ambiguous place ("Hyderabad") lies in the candidate the article has named."""
    if memory is None:
        return None
    for part in (plain, plain.partition(",")[0], _DIRECTION.sub("", plain)):
        options = [c for c in gazetteer.candidates(part) if c in memory.countries]
        if len(options) == 1:
            return options[0]
    return None
