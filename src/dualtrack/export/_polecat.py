"""POLECAT: one row an act, several parties in one cell, tab-separated, with a header."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dualtrack.coding import Mention
from dualtrack.export._act import Act
from dualtrack.export._fold import fold
from dualtrack.export._left import NO_ACTOR, NO_DAY, LeftOut, Notes
from dualtrack.export._tab import words
from dualtrack.export._words import cow, name_of

_NEVER = "always empty: it is not known"


def _party(side: str) -> dict[str, str]:
    return {
        f"{side} Name": "names (else words) joined by `;`; None where there is nobody",
        f"{side} Country": "ISO 3166-1 alpha-3 joined by `;`, one each, empty where unknown",
        f"{side} COW": "Correlates of War codes of today's states, likewise",
        f"Primary {side} Sector": "sector of the first one; empty where unknown",
        f"{side} Sectors": "sectors joined by `;`, one each, empty where unknown",
        f"{side} Title": _NEVER,
        f"{side} Name Raw": "the words joined by `;`",
        f"Wikipedia {side} ID": _NEVER,
    }


COLUMNS: dict[str, str] = {
    "Event ID": "the article's id, `_`, the event's id",
    "Event Date": "day of the act, YYYY-MM-DD; else of its first report",
    "Event Type": "one of the 16 types; announced acts as PLOVER has them",
    "Event Mode": "the mode of the type, or empty",
    "Intensity": "PLOVER's score, scale `plover-2021/1`; ACCUSE is read as -3",
    "Quad Code": "1 to 4",
    "Contexts": "the status in PLOVER's word, empty for what has happened; no other contexts",
    **_party("Actor"),
    **_party("Recipient"),
    "Placename": _NEVER,
    "City": _NEVER,
    "District": _NEVER,
    "Province": _NEVER,
    "Country": "country of the place, ISO 3166-1 alpha-3",
    "Latitude": _NEVER,
    "Longitude": _NEVER,
    "GeoNames ID": _NEVER,
    "Raw Placename": "the place as written",
    "Feature Type": _NEVER,
    "Source": "the site of the first report",
    "Publication Date": "the day of the first report, YYYY-MM-DD",
    "Story People": _NEVER,
    "Story Organizations": _NEVER,
    "Story Locations": _NEVER,
    "Language": "language of the first report, ISO 639-1",
    "Version": "`dualtrack`, the coder's version, model and codebook, joined by `/`",
}
"""Name and meaning of each column, in order."""


def rows(act: Act, notes: Notes) -> list[dict[str, Any]]:
    """The act's one row. Raises LeftOut where POLECAT cannot hold it."""
    event, source = act.event, act.source
    if act.day is None:
        raise LeftOut(NO_DAY)
    if not event.actors:
        raise LeftOut(NO_ACTOR)
    notes.day(act)
    as_plover = fold(event)
    coder = event.coder
    return [
        {
            "Event ID": words(f"{event.article}_{act.stored.id}"),
            "Event Date": act.day.isoformat(),
            "Event Type": as_plover.type,
            "Event Mode": as_plover.mode,
            "Intensity": as_plover.score,
            "Quad Code": as_plover.quad,
            "Contexts": ";".join(as_plover.contexts),
            **_parties("Actor", event.actors),
            **_parties("Recipient", event.recipients),
            "Country": event.location.country if event.location else None,
            "Raw Placename": words(event.location.span.text if event.location else None),
            "Source": words(source.site if source else None),
            "Publication Date": event.published.isoformat() if event.published else None,
            "Language": source.language if source else None,
            "Version": f"dualtrack/{coder.version}/{coder.model}/{coder.codebook}",
        }
    ]


def _parties(side: str, mentions: tuple[Mention, ...]) -> dict[str, str]:
    if not mentions:
        return {f"{side} Name": "None"}  # as POLECAT says it; its readers look for the word
    sectors = ["" if m.sector == "UNK" else m.sector for m in mentions]
    return {
        f"{side} Name": _each(mentions, lambda m: _one(name_of(m))),
        f"{side} Country": _each(mentions, lambda m: m.country or ""),
        f"{side} COW": _each(mentions, lambda m: cow(m.country)),
        f"Primary {side} Sector": sectors[0],
        f"{side} Sectors": ";".join(sectors),
        f"{side} Name Raw": _each(mentions, lambda m: _one(m.span.text)),
    }


def _each(mentions: Iterable[Mention], what: Callable[[Mention], str]) -> str:
    return ";".join(map(what, mentions))


def _one(text: str) -> str:
    """One of several in a cell: it may not hold what parts them."""
    return words(text.replace(";", ","))
