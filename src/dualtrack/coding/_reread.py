"""Events back from their outside form, as `Event.to_dict` writes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dualtrack._errors import InputError
from dualtrack.coding._event import (
    CoderInfo,
    Condition,
    Event,
    Mention,
    Place,
    Quantity,
    Span,
    When,
)


def event_of(data: Mapping[str, Any]) -> Event:
    """The event that `to_dict` made `data` of; `event_of(e.to_dict()) == e`, but for rounding.

    Raises InputError where a field is missing or of another kind.
    """
    try:
        return _event(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"{type(error).__name__}: {error}"
        raise InputError(f"This is no event as Dualtrack writes it ({what}).") from error


def _event(data: Mapping[str, Any]) -> Event:
    sentence, condition, place = data["sentence"], data["condition"], data["location"]
    return Event(
        id=data["id"],
        article=data["article"],
        published=_day(data["published"]),
        type=data["type"],
        mode=data["mode"],
        quad=data["quad"],
        track=data["track"],
        status=data["status"],
        intensity=data["intensity"],
        confidence=data["confidence"],
        trigger=span_of(data["trigger"]),
        actors=tuple(map(_mention, data["actors"])),
        recipients=tuple(map(_mention, data["recipients"])),
        speaker=span_of(data["speaker"]) if data["speaker"] else None,
        condition=Condition(span_of(condition), condition["kind"]) if condition else None,
        location=Place(span_of(place), place["country"]) if place else None,
        date=_when(data["date"]),
        quantities=tuple(map(_quantity, data["quantities"])),
        sentence=(sentence["start"], sentence["end"]),
        coder=CoderInfo(**data["coder"]),
        also=tuple(map(span_of, data.get("also", ()))),
    )


def span_of(data: Mapping[str, Any]) -> Span:
    """The span in an object that has `text`, `start`, `end` and maybe `where`."""
    return Span(data["text"], data["start"], data["end"], data.get("where", "text"))


def _mention(data: Mapping[str, Any]) -> Mention:
    return Mention(span_of(data), data["name"], data["country"], data["sector"])


def _when(data: Mapping[str, Any]) -> When:
    return When(
        span_of(data) if data["text"] is not None else None,
        _day(data["on"]),
        _day(data["until"]),
        data["precision"],
        data["from"],
    )


def _quantity(data: Mapping[str, Any]) -> Quantity:
    return Quantity(
        span_of(data), data["low"], data["high"], data["of"], data["unit"], data["relation"]
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
