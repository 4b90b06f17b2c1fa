"""GDELT 2.0: a table of events and one of mentions, tab-separated, without a header."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dualtrack.coding import Event, Mention, Span, sentences
from dualtrack.export._act import Act, Report
from dualtrack.export._gdelt_columns import EVENTS, MENTIONS
from dualtrack.export._left import NO_CODE, NO_DAY, NO_PARTY, LeftOut, Notes
from dualtrack.export._pairs import Pair, key, number, pairs
from dualtrack.export._tab import words
from dualtrack.export._words import cameo_country, cameo_sector, fips, is_country, name_of
from dualtrack.ontology import cameo_codes, to_cameo

__all__ = ["EVENTS", "MENTIONS", "rows"]

Row = dict[str, Any]

_NOWHERE = -1  # GDELT's word for "not found in the text"


def rows(act: Act, notes: Notes) -> tuple[list[Row], list[Row]]:
    """The rows of an act in both tables: one event a pair, one mention a pair and report.

    The sources of the act and its reports must have their texts. Raises LeftOut where GDELT
    cannot hold the act.
    """
    event = act.event
    code = to_cameo(event.type, event.mode, event.status)
    if code is None:
        raise LeftOut(NO_CODE)
    if act.day is None:
        raise LeftOut(NO_DAY)
    found = pairs(event)
    if not found:
        raise LeftOut(NO_PARTY)
    common = {**_day(act.day), **_code(code), **_counts(act), **_place(event), **_source(act)}
    made, told = [], []
    sentence_of = [_sentence(report) for report in act.told]
    for pair in found:
        notes.day(act)
        own = number(act.stored.id, pair)
        made.append(
            {
                "GLOBALEVENTID": own,
                **common,
                **_party("Actor1", pair.actor),
                **_party("Actor2", pair.recipient),
            }
        )
        for report, sentence in zip(act.told, sentence_of, strict=True):
            told.append(_mention(own, common["DATEADDED"], pair, report, sentence))
    return made, told


def _day(day: dt.date) -> Row:
    # GDELT's own formula: months of 30 days in a year of 365.
    part = min(((day.month - 1) * 30 + day.day) / 365, 0.9999)
    return {
        "Day": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": f"{day.year + part:.4f}",
    }


def _code(code: str) -> Row:
    return {
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": quad_class(code),
        "GoldsteinScale": cameo_codes()[code].goldstein,
    }


def quad_class(code: str) -> int:
    """GDELT's quad of a code, which goes by its first two digits and not by ours."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 9 else 3 if root <= 14 else 4


def _counts(act: Act) -> Row:
    return {
        "NumMentions": sum(1 + len(report.stored.event.also) for report in act.told),
        "NumSources": len({r.source.site or r.source.article for r in act.told}),
        "NumArticles": act.stored.articles,
    }


def _place(event: Event) -> Row:
    out: Row = dict.fromkeys(("Actor1Geo_Type", "Actor2Geo_Type", "ActionGeo_Type"), 0)
    place = event.location
    if place is not None:
        country = place.country
        if country and is_country(place.span.text, country):
            out["ActionGeo_Type"] = 1
        else:
            out["ActionGeo_Type"] = None  # a place, but whether town or province is not known
        out["ActionGeo_FullName"] = words(place.span.text)
        out["ActionGeo_CountryCode"] = fips(country)
    return out


def _source(act: Act) -> Row:
    source = act.source
    if source is None:
        return {"DATEADDED": None}
    return {
        "DATEADDED": f"{source.seen:%Y%m%d%H%M%S}",
        "SOURCEURL": words(source.url),
        "IsRootEvent": int(_leads(act.event.trigger, source.text)),
    }


def _leads(trigger: Span, text: str | None) -> bool:
    """Whether the act is told in the headline or the first paragraph."""
    if trigger.where == "title":
        return True
    if trigger.where != "text" or text is None:
        return False
    end = text.find("\n")
    return end < 0 or trigger.start < end


def _party(side: str, mention: Mention | None) -> Row:
    if mention is None:
        return {}
    country, sector = cameo_country(mention.country), cameo_sector(mention.sector)
    return {
        f"{side}Code": country + sector,
        f"{side}Name": words(name_of(mention).upper()),
        f"{side}CountryCode": country,
        f"{side}Type1Code": sector,
    }


def _mention(own: int, added: str | None, pair: Pair, report: Report, sentence: int | None) -> Row:
    source, event = report.source, report.stored.event
    return {
        "GLOBALEVENTID": own,
        "EventTimeDate": added,
        "MentionTimeDate": f"{source.seen:%Y%m%d%H%M%S}",
        "MentionType": 1 if source.url else 2,
        "MentionSourceName": words(source.site),
        "MentionIdentifier": words(source.url or source.title or source.article),
        "SentenceID": sentence,
        "Actor1CharOffset": _offset(event.actors, pair.actor),
        "Actor2CharOffset": _offset((*event.recipients, *event.actors), pair.recipient),
        "ActionCharOffset": _start(event.trigger),
        "InRawText": 1,
        "Confidence": round(event.confidence * 100),
        "MentionDocLen": None if source.text is None else len(source.text),
        "Extras": f"event:{report.act or ''};report:{report.stored.id}",
    }


def _offset(mentions: tuple[Mention, ...], wanted: Mention | None) -> int:
    """Where this report names the party, which another report may call otherwise."""
    if wanted is None:
        return _NOWHERE
    return next((_start(m.span) for m in mentions if key(m) == key(wanted)), _NOWHERE)


def _start(span: Span) -> int:
    return span.start if span.where == "text" else _NOWHERE


def _sentence(report: Report) -> int | None:
    """The number of the act's sentence, from 1; None where it stands not in the text."""
    event, text = report.stored.event, report.source.text
    if text is None or event.trigger.where != "text":
        return None
    return max(1, len(sentences(text[: event.trigger.end])))
