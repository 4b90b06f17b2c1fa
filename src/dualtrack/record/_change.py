"""The fields of an event that a judge can change, and an event with changes in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dualtrack.coding import Event, date_of, event_of
from dualtrack.ontology import MODES, intensity, quad, track

# Those whose value quotes words of the page; True if the title or the context will do.
QUOTING = {
    "trigger": False,
    "actors": True,
    "recipients": True,
    "speaker": True,
    "condition": False,
    "location": True,
    "date": False,
}
FIELDS = ("type", "mode", "status", *QUOTING)


def fit(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes without a mode that the changed type does not have."""
    out = dict(changes)
    mode = out.get("mode")
    if mode is not None and "type" in out and mode not in MODES[out["type"]]:
        del out["mode"]
    return out


def changed(event: Event, changes: Mapping[str, Any]) -> Event:
    """The event with the changes in it; quad, track and intensity follow type and mode.

    `changes` maps fields to values in the form of `Event.to_dict`. A mode that the type does not
    have becomes None. A changed status moves a date that hangs on it ("on Tuesday" of what is
    announced lies ahead). A changed trigger that lies outside the event's sentence widens it.
    """
    if not changes:
        return event
    made = event_of({**event.to_dict(), **changes})
    mode = made.mode if made.mode in MODES[made.type] else None
    start, end = made.sentence
    date = made.date
    if "status" in changes and "date" not in changes and date.source != "judge":
        date = date_of(date.span, made.published, status=made.status)
    return replace(
        made,
        confidence=event.confidence,
        mode=mode,
        date=date,
        quad=quad(made.type),
        track=track(made.type, mode),
        intensity=intensity(made.type, mode),
        sentence=(min(start, made.trigger.start), max(end, made.trigger.end)),
    )
