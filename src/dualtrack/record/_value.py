"""A judge's value for a field, checked against the ontology and against the words of the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dualtrack import ontology
from dualtrack._errors import InputError
from dualtrack.actors import Gazetteer, country_codes
from dualtrack.coding import Condition, Mention, Place, Span, When, condition_kind, date_of
from dualtrack.record._change import FIELDS, QUOTING
from dualtrack.record._quote import Words, quote, shown

_NONE = frozenset({"", "-", "none"})  # how nothing is written on a command line
_PLACE = ("text", "start", "end", "where")
_CONDITIONS = ("if", "unless", "until", "in return", "other")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a value is checked against: the page, and the event as it stands."""

    words: Words
    trigger: tuple[int, int] | None
    type: str
    status: str
    published: dt.date | None


def checked(field: str, given: Any, setting: Setting) -> Any:
    """The value in the form of `Event.to_dict`.

    Words may be given alone, or as an object with `text`, and with `start`, `end` and `where`
    where they stand more than once; what is left out of the object is found as the coder finds
    it. Raises InputError for a field that cannot be changed and a value that does not fit.
    """
    if field not in FIELDS:
        known = ", ".join(FIELDS)
        raise InputError(f"There is no field {shown(field)} to change; there are {known}.")
    if isinstance(given, str) and given.strip().lower() in _NONE:
        given = None
    if field in ("type", "mode", "status"):
        return _code(field, given, setting)
    if field in ("actors", "recipients"):
        return [mention.to_dict() for mention in _mentions(field, given, setting)]
    if given is None:
        if field == "trigger":
            raise InputError("An event needs a trigger: the words that name the act.")
        return None if field != "date" else _date(None, setting)
    if not isinstance(given, str | Mapping):
        raise InputError(f"The {field} must be words of the page, not {shown(given)}.")
    return _worded(field, given, setting)


def _code(field: str, given: Any, setting: Setting) -> str | None:
    if field == "mode":
        if given is None:
            return None
        modes = ontology.MODES[setting.type]
        if given not in modes:
            known = ", ".join(modes) or "none"
            raise InputError(f"{setting.type} has no mode {shown(given)}; its modes are: {known}.")
        return str(given)
    known_ones: Sequence[str] = ontology.TYPES if field == "type" else ontology.STATUSES
    word = given.upper() if field == "type" and isinstance(given, str) else given
    if word not in known_ones:
        known = ", ".join(known_ones)
        raise InputError(f"There is no {field} {shown(given)}; there are {known}.")
    return str(word)


def _worded(field: str, given: str | Mapping[str, Any], setting: Setting) -> dict[str, Any]:
    more = {
        "condition": ("kind",),
        "location": ("country",),
        "date": ("on", "until", "precision", "from"),
    }
    if isinstance(given, Mapping):
        _only(given, (*_PLACE, *more.get(field, ())), field)
    if field == "date":
        return _date(given, setting)
    span = _span(field, given, setting)
    extra: Mapping[str, Any] = {} if isinstance(given, str) else given
    if field == "condition":
        kind = extra.get("kind") or condition_kind(span.text)
        if kind not in _CONDITIONS:
            known = ", ".join(_CONDITIONS)
            raise InputError(f"There is no condition of the kind {shown(kind)}; there are {known}.")
        return Condition(span, kind).to_dict()
    if field == "location":
        if "country" in extra:
            return Place(span, _country(extra["country"])).to_dict()
        return Place(span, Gazetteer.load().place(span.text)).to_dict()
    return span.to_dict()


def _span(field: str, given: str | Mapping[str, Any], setting: Setting) -> Span:
    return quote(setting.words, given, what=field, near=setting.trigger, anywhere=QUOTING[field])


def _mentions(side: str, given: Any, setting: Setting) -> list[Mention]:
    if given is None:
        return []
    many = [given] if isinstance(given, str | Mapping) else given
    if not isinstance(many, Sequence):
        raise InputError(f"The {side} must be a list of mentions, not {shown(given)}.")
    out: list[Mention] = []
    for one in many:
        if not isinstance(one, str | Mapping):
            raise InputError(f"One of the {side} must be words of the page, not {shown(one)}.")
        mention = _mention(side, one, setting)
        if mention.span not in [other.span for other in out]:
            out.append(mention)
    return out


def _mention(side: str, given: str | Mapping[str, Any], setting: Setting) -> Mention:
    span = _span(side, given, setting)
    extra: Mapping[str, Any] = {} if isinstance(given, str) else given
    _only(extra, (*_PLACE, "name", "country", "sector"), side)
    name, country, sector = (extra.get(key) for key in ("name", "country", "sector"))
    if not {"name", "country", "sector"} <= set(extra):
        actor = Gazetteer.load().resolve(span.text, setting.published)
        name = name if "name" in extra else actor.name or None
        country = country if "country" in extra else actor.country
        sector = sector if "sector" in extra else actor.sector
    if name is not None and not (isinstance(name, str) and name.strip()):
        raise InputError(f"The name of one of the {side} must be text, not {shown(name)}.")
    if sector is not None and sector not in ontology.SECTORS:
        known = ", ".join(ontology.SECTORS)
        raise InputError(f"There is no sector {shown(sector)}; there are {known}.")
    return Mention(span, name, _country(country), sector or "UNK")


def _country(given: Any) -> str | None:
    if given is None or (isinstance(given, str) and given in country_codes()):
        return given
    raise InputError(f"{shown(given)} is no country's code; write it as USA, PSE or XKX.")


def _date(given: str | Mapping[str, Any] | None, setting: Setting) -> dict[str, Any]:
    """From words, from days, or both: the days that are given win over those of the words."""
    extra: Mapping[str, Any] = {} if given is None or isinstance(given, str) else given
    if extra.get("from") in ("published", "none"):  # as an event without date words has it
        extra = {}
    span = None
    if isinstance(given, str) or extra.get("text") is not None:
        span = _span("date", given or "", setting)
    if extra.get("on") is None and extra.get("until") is None:
        return date_of(span, setting.published, status=setting.status).to_dict()
    on = _day(extra.get("on") or extra["until"])
    until = _day(extra.get("until") or extra["on"])
    if until < on:
        raise InputError(f"The last day, {until}, is before the first, {on}.")
    precision = extra.get("precision") or ("day" if on == until else _width(on, until))
    if precision not in ("day", "week", "month", "year"):
        raise InputError(f"A date is as exact as a day, week, month or year, not {precision!r}.")
    return When(span, on, until, precision, "text" if span else "judge").to_dict()


def _width(on: dt.date, until: dt.date) -> str:
    days = (until - on).days + 1
    return "week" if days <= 7 else "month" if days <= 31 else "year"


def _day(given: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(given)
    except (TypeError, ValueError):
        raise InputError(f"{shown(given)} is no day; write it as 2024-04-14.") from None


def _only(given: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    unknown = [key for key in given if key not in known]
    if unknown:
        raise InputError(
            f"{shown(unknown[0])} is nothing that the {what} can have; "
            f"there are {', '.join(known)}."
        )
