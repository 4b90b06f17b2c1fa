"""Decisions that need the whole article: the same act told twice, and acts of long ago.

An act told twice is one event with several places. Two tellings are one act if type, status and
all parties agree, somebody is known on each side, mode, place and days do not contradict each
other, the triggers share a word's stem, and they stand in different sentences. In doubt there
are two.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from dualtrack.coding._event import Event, Mention, When

STALE = dt.timedelta(days=45)  # before publication: no longer the story's own news cycle
_STEM = 4  # letters by which "strikes" and "struck" differ but "attack" and "attacked" agree


def settle(events: Iterable[Event]) -> list[Event]:
    """An article's events in order, told-twice ones joined and old ones said to be historical."""
    out: list[Event] = []
    for event in map(aged, events):
        place = next((i for i, kept in enumerate(out) if same_act(kept, event)), None)
        if place is None:
            out.append(event)
        else:
            out[place] = joined(out[place], event)
    return out


def aged(event: Event) -> Event:
    """An act that its own words date long before the story is background, not news."""
    last = event.date.until
    if event.status != "actual" or event.published is None or last is None:
        return event
    if event.date.source == "text" and event.published - last > STALE:
        return replace(event, status="historical")
    return event


def same_act(first: Event, second: Event) -> bool:
    """Whether two events of one article tell the same act."""
    return (
        first.type == second.type
        and first.status == second.status
        and first.sentence != second.sentence
        and (first.mode == second.mode or None in (first.mode, second.mode))
        and _parties(first.actors) == _parties(second.actors)
        and _parties(first.recipients) == _parties(second.recipients)
        and bool(_known(first.actors) and _known(first.recipients))
        and bool(_stems(first.trigger.text) & _stems(second.trigger.text))
        and _same_place(first, second)
        and _days_meet(first.date, second.date)
    )


def joined(first: Event, second: Event) -> Event:
    """The first telling, with the second's place and what only the second says."""
    return replace(
        first,
        also=(*first.also, second.trigger),
        mode=first.mode or second.mode,
        speaker=first.speaker or second.speaker,
        condition=first.condition or second.condition,
        location=first.location or second.location,
        date=second.date if first.date.span is None and second.date.span else first.date,
        confidence=max(first.confidence, second.confidence),
    )


def _parties(mentions: tuple[Mention, ...]) -> frozenset[tuple[str | None, str]]:
    """Who they are: the country with the sector, or the name."""
    return frozenset(
        (m.country, m.sector if m.country else (m.name or m.span.text).casefold()) for m in mentions
    )


def _known(mentions: tuple[Mention, ...]) -> bool:
    return any(m.country or m.name for m in mentions)


def _stems(words: str) -> set[str]:
    return {w[:_STEM] for w in re.findall(r"\w{3,}", words.casefold())}


def _same_place(first: Event, second: Event) -> bool:
    a, b = first.location, second.location
    return a is None or b is None or not (a.country and b.country) or a.country == b.country


def _days_meet(first: When, second: When) -> bool:
    if "text" not in (first.source, second.source):
        return True
    if first.on is None or second.on is None or first.until is None or second.until is None:
        return first.span is None or second.span is None
    return first.on <= second.until and second.on <= first.until
