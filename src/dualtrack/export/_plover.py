"""PLOVER's exchange format: one JSON object a line, for each act."""

from __future__ import annotations

from typing import Any

from dualtrack._version import __version__
from dualtrack.coding import Event, Mention
from dualtrack.export._act import Act, Source
from dualtrack.export._fold import Folded, fold
from dualtrack.export._left import NO_ACTOR, NO_DAY, LeftOut, Notes
from dualtrack.ontology import SCALE

FIELDS: dict[str, str] = {
    "id": "the event's id in the record",
    "date": "day of the act, YYYY-MM-DD; else of its first report",
    "enddate": "its last day, where it is not the same",
    "actor": "list of entities: `code` (ISO 3166-1 alpha-3), `sector`, `entity_text`, "
    "`identifier_text` (the resolved name)",
    "recipient": "likewise",
    "event": "list of one: the type; announced acts as PLOVER has them",
    "mode": "list of one: the mode",
    "context": "list of one: the status in PLOVER's word, left out for what has happened",
    "event_text": "list: the words that name the act",
    "quad_code": "1 to 4",
    "event_scale": "PLOVER's score, scale `plover-2021/1`; ACCUSE is read as -3",
    "event_loc": "`extracted_place` and, where it is known, `country_code`",
    "text_info": "`start` and `end` of the act's sentence, in code points of the text",
    "cite_info": "`url`, `title`, `publication` (the site), `language`, `coder`, `codebook`, "
    "`version` (of the model)",
    "coded_date": "the day on which the first report was coded",
    "comment": "scale, and the type as it was coded where that is another one",
}
"""Fields that are written and what stands in each; a field that is not known is left out."""


def record(act: Act, notes: Notes) -> dict[str, Any]:
    """The act as one object. Raises LeftOut where PLOVER cannot hold it."""
    event = act.event
    if act.day is None:
        raise LeftOut(NO_DAY)
    if not event.actors:
        raise LeftOut(NO_ACTOR)
    notes.day(act)
    folded = fold(event)
    last = event.date.until if act.day == event.date.on else None
    out: dict[str, Any] = {
        "id": act.stored.id,
        "date": act.day.isoformat(),
        "enddate": last.isoformat() if last and last != act.day else None,
        "actor": [_entity(m) for m in event.actors],
        "recipient": [_entity(m) for m in event.recipients],
        "event": [folded.type],
        "mode": [folded.mode] if folded.mode else None,
        "context": list(folded.contexts) or None,
        "event_text": [event.trigger.text],
        "quad_code": folded.quad,
        "event_scale": folded.score,
        "event_loc": _place(event),
        "text_info": _sentence(event),
        "cite_info": _cited(event, act.source),
        "coded_date": act.source.coded.date().isoformat() if act.source else None,
        "comment": _comment(folded),
    }
    return _known(out)


def _entity(mention: Mention) -> dict[str, Any]:
    return _known(
        {
            "code": mention.country,
            "sector": None if mention.sector == "UNK" else mention.sector,
            "entity_text": mention.span.text,
            "identifier_text": mention.name,
        }
    )


def _place(event: Event) -> dict[str, Any] | None:
    place = event.location
    if place is None:
        return None
    return _known({"extracted_place": place.span.text, "country_code": place.country})


def _sentence(event: Event) -> dict[str, int] | None:
    if event.trigger.where != "text":
        return None
    return {"start": event.sentence[0], "end": event.sentence[1]}


def _cited(event: Event, source: Source | None) -> dict[str, Any]:
    return _known(
        {
            "url": source and source.url,
            "title": source and source.title,
            "publication": source and source.site,
            "language": source and source.language,
            "coder": f"dualtrack {event.coder.version}",
            "codebook": event.coder.codebook,
            "version": event.coder.model,
        }
    )


def _comment(folded: Folded) -> str:
    scale = f"event_scale: {SCALE}; written by dualtrack {__version__}"
    return f"{scale}; coded as {folded.was}, still to come" if folded.was else scale


def _known(value: dict[str, Any]) -> dict[str, Any]:
    return {name: v for name, v in value.items() if v is not None and v != ""}
