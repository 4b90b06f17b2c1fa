"""ICEWS: one row a pair, tab-separated, with a header."""

from __future__ import annotations

import hashlib
from typing import Any

from dualtrack.coding import Mention, sentences
from dualtrack.export._act import Act
from dualtrack.export._left import NO_ACTOR, NO_CODE, NO_DAY, NO_RECIPIENT, LeftOut, Notes
from dualtrack.export._pairs import number, pairs
from dualtrack.export._tab import words
from dualtrack.export._words import icews_country, icews_sector, is_country, name_of
from dualtrack.ontology import cameo_codes, to_cameo

_NEVER = "always empty: it is not known"

COLUMNS: dict[str, str] = {
    "Event ID": "31 bits of a hash of event, actor and recipient: R reads no larger whole number",
    "Event Date": "day of the act, YYYY-MM-DD; else of its first report",
    "Source Name": "the actor's name (else its words)",
    "Source Sectors": "ICEWS's name for its sector",
    "Source Country": "ICEWS's name for its country",
    "Event Text": "our label of the CAMEO code, not words of the page",
    "CAMEO Code": "CAMEO code by `plover_to_cameo.tsv`, a text with its leading zero",
    "Intensity": "Goldstein's score of the code, from `cameo.tsv`; not our intensity",
    "Target Name": "the recipient's name (else its words)",
    "Target Sectors": "as for the source",
    "Target Country": "as for the source",
    "Story ID": "31 bits of a hash of the article's id",
    "Sentence Number": "number of the sentence in the first report, from 1; empty for headlines",
    "Publisher": "the site of the first report",
    "City": _NEVER,
    "District": _NEVER,
    "Province": _NEVER,
    "Country": "ICEWS's name for the country of the place",
    "Latitude": _NEVER,
    "Longitude": _NEVER,
}
"""Name and meaning of each column, in order."""


def rows(act: Act, notes: Notes) -> list[dict[str, Any]]:
    """One row a pair of actor and recipient. Raises LeftOut where ICEWS cannot hold the act.

    The source of the act must have its text.
    """
    event, source = act.event, act.source
    code = to_cameo(event.type, event.mode, event.status)
    if code is None:
        raise LeftOut(NO_CODE)
    if act.day is None:
        raise LeftOut(NO_DAY)
    if not event.actors:
        raise LeftOut(NO_ACTOR)
    found = [p for p in pairs(event) if p.actor is not None and p.recipient is not None]
    if not found:
        raise LeftOut(NO_RECIPIENT)
    out = []
    for pair in found:
        notes.day(act)
        out.append(
            {
                "Event ID": number(act.stored.id, pair) >> 21,
                "Event Date": act.day.isoformat(),
                **_party("Source", pair.actor),
                "Event Text": cameo_codes()[code].label,
                "CAMEO Code": code,
                "Intensity": cameo_codes()[code].goldstein,
                **_party("Target", pair.recipient),
                "Story ID": story(source.article if source else event.article),
                "Sentence Number": _sentence(act),
                "Publisher": words(source.site if source else None),
                "Country": icews_country(event.location.country if event.location else None),
            }
        )
    return out


def story(article: str) -> int:
    """A number for an article that R can read, 31 bits."""
    return int(hashlib.sha256(article.encode("utf-8", "replace")).hexdigest()[:8], 16) >> 1


def _party(side: str, mention: Mention | None) -> dict[str, str]:
    if mention is None:
        return {}
    name = name_of(mention)
    if mention.country and is_country(name, mention.country):
        name = icews_country(mention.country)
    return {
        f"{side} Name": words(name),
        f"{side} Sectors": icews_sector(mention.sector),
        f"{side} Country": icews_country(mention.country),
    }


def _sentence(act: Act) -> int | None:
    trigger = act.event.trigger
    if act.source is None or act.source.text is None or trigger.where != "text":
        return None
    return max(1, len(sentences(act.source.text[: trigger.end])))
