"""What the rule of `_same.py` looks at of one report, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from dualtrack.coding import Event, Mention
from dualtrack.record._stems import IGNORED, RULE, WORD, listed, stem, stems

_AGAIN, _GOES_ON, _TOTAL = listed("again"), listed("goes_on"), listed("total")
_KNOWN = listed("known")
_BACK, _GROWS, _NUMEROUS = listed("back"), listed("grows"), listed("numerous")
_KINDS = [stems(words) for words in RULE["kinds"]]
_NEAR: int = RULE["near"]
_KNOWN_WITHIN: int = RULE["known_within"]


@dataclass(frozen=True, slots=True)
class Who:
    """One party: its country, and the stems of all the words it is called by."""

    country: str | None
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Look:
    """One report as the rule sees it. Days are ordinals, 0 without one; words are stems.

    `dated` are the first and the last day of the act where its words give a day, else None.
    `names` are the capitalised words of the sentence; `kinds` the kinds of act that the trigger
    names; `looks_back` that the sentence speaks of the act as known; `again` that it speaks of
    another act of the kind; `grows` that its numbers are those of a running total.
    """

    id: str
    article: str
    type: str
    status: str
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    country: str | None
    place: frozenset[str]
    reported: int
    dated: tuple[int, int] | None
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    trigger: frozenset[str]
    kinds: frozenset[int]
    looks_back: bool
    again: bool
    grows: bool


def look(id: str, article: str, event: Event, sentence: str) -> Look:
    """The look of one report; `sentence` is its evidence."""
    found = list(WORD.finditer(sentence))
    said = [match.group() for match in found]
    order = [stem(word) for word in said]
    first, last = _place(found, event)
    words = frozenset(order)
    trigger = stems(event.trigger.text) - IGNORED
    again = not _GOES_ON.isdisjoint(words) or not _AGAIN.isdisjoint(
        order[max(0, first - _NEAR) : last + _NEAR + 1]
    )
    total = not _TOTAL.isdisjoint(words)
    known = order[max(0, first - _KNOWN_WITHIN) : first]
    place = event.location
    return Look(
        id=id,
        article=article,
        type=event.type,
        status=event.status,
        actors=tuple(map(_who, event.actors)),
        recipients=tuple(map(_who, event.recipients)),
        country=place.country if place else None,
        place=stems(place.span.text) - IGNORED if place else frozenset(),
        reported=event.published.toordinal() if event.published else 0,
        dated=_dated(event),
        words=words - IGNORED,
        names=frozenset(stem(word) for word in said if word[0].isupper()) - IGNORED,
        numbers=frozenset(one for one in words if one[0].isdigit() or one in _NUMEROUS),
        trigger=trigger,
        kinds=frozenset(n for n, kind in enumerate(_KINDS) if trigger & kind),
        looks_back=not _KNOWN.isdisjoint(known) or not _BACK.isdisjoint(words),
        again=again and not total,
        grows=(again and total) or not _GROWS.isdisjoint(words),
    )


def _place(found: list[re.Match[str]], event: Event) -> tuple[int, int]:
    """Of the sentence's words, which are the trigger's: the first and the last of them."""
    start = event.trigger.start - event.sentence[0]
    end = event.trigger.end - event.sentence[0]
    inside = [i for i, match in enumerate(found) if start <= match.start() < end]
    return (inside[0], inside[-1]) if inside else (0, 0)


def _dated(event: Event) -> tuple[int, int] | None:
    when = event.date
    if when.source != "text" or when.precision != "day" or when.on is None:
        return None
    return when.on.toordinal(), (when.until or when.on).toordinal()


@lru_cache(maxsize=16_384)
def _called(text: str) -> frozenset[str]:
    return stems(text) - IGNORED


def _who(mention: Mention) -> Who:
    called = _called(mention.span.text)
    if mention.name is not None and mention.name != mention.span.text:
        called |= _called(mention.name)
    return Who(mention.country, called)


def buckets(one: Look) -> set[int]:
    """Under which numbers (63 bits) a report is kept, so that what it might match is found.

    One for each country of its parties and its place; for a party without a country, one for
    each of its words; one for all the rest where there is nobody at all.
    """
    marks: set[str] = {who.country for who in one.actors + one.recipients if who.country}
    if one.country:
        marks.add(one.country)
    for who in one.actors + one.recipients:
        if not who.country:
            marks |= who.words
    return {_number(one.type, one.status, mark) for mark in marks or {""}}


@lru_cache(maxsize=65_536)
def _number(*parts: str) -> int:
    packed = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "big") >> 1
