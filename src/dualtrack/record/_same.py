"""Whether two reports tell of one act: the rule, as a pure function of both.

First what contradicts: another type or status, days, parties, places, numbers, another act of the
kind. Then points for what agrees. All thresholds and words are in `same.yaml`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dualtrack.ontology import AHEAD, MUTUAL
from dualtrack.record._look import Look, Who
from dualtrack.record._stems import RULE as _DATA
from dualtrack.record._stems import weigh, weight

RULE: str = _DATA["name"]
REACH: int = _DATA["days"]["apart"]
LONGEST: int = _DATA["days"]["told"]
_POINTS: dict[str, float] = _DATA["points"]
_NEEDED: float = _DATA["needed"]
_MOST: float = _DATA["most"]
_MOST_APART = 30.0
_RARE: float = _DATA["rare"]
_RAREST: float = _DATA["rarest"]
_NUMBERS: float = _DATA["numbers"]
_NAMES_APART: float = _DATA["names_apart"]


@dataclass(frozen=True, slots=True)
class Match:
    """How surely two reports tell of one act (0.5 to 1), and why, as JSON values."""

    strength: float
    why: dict[str, Any]


def same(one: Look, other: Look) -> Match | None:
    """Whether both tell of one act. The order of the two makes no difference."""
    if contradiction(one, other) is not None:
        return None
    measures = measured(one, other)
    total = sum(_POINTS[name] * value for name, value in measures.items())
    if total < _NEEDED:
        return None
    strength = 1 / (1 + math.exp(_NEEDED - total))
    why: dict[str, Any] = {name: round(value, 3) for name, value in measures.items() if value}
    why["points"] = round(total, 3)
    why["shared"] = sorted(one.words & other.words, key=lambda w: (-weight(w), w))[:8]
    return Match(round(strength, 4), why)


def contradiction(one: Look, other: Look) -> str | None:
    """In a word why the two cannot tell of one act; None where nothing says so."""
    return next((name for name, says in _CONTRADICTIONS.items() if says(one, other)), None)


def measured(one: Look, other: Look) -> dict[str, float]:
    """What the points are given for, by its name in `same.yaml`."""
    shared = one.words & other.words
    both, first, second = weigh(shared), weigh(one.words), weigh(other.words)
    names = one.names | other.names
    rare = sorted((weight(w) for w in shared & names if not w.isdigit()), reverse=True)
    rare += [0.0, 0.0]
    return {
        "overlap": both / max(1.0, min(first, second)),
        "likeness": both / max(1.0, first + second - both),
        "rarest": min(rare[0], _MOST),
        "second": min(rare[1], _MOST),
        "looks_back": float(_in_order(one, other)[1].looks_back),
        "apart": min(_only(one, other), _only(other, one), _MOST_APART),
    }


def _in_order(one: Look, other: Look) -> tuple[Look, Look]:
    if (one.reported, one.id) <= (other.reported, other.id):
        return one, other
    return other, one


def _only(one: Look, other: Look) -> float:
    """The weight of the names that only the first one's sentence has."""
    return weigh(one.names - other.words)


def _dated_apart(one: Look, other: Look) -> bool:
    """Their words give days that have none in common; or one's day had not come for the other."""
    if one.dated and other.dated:
        return one.dated[0] > other.dated[1] or other.dated[0] > one.dated[1]
    if one.status in AHEAD:
        return False
    return any(
        a.dated is not None and b.reported != 0 and a.dated[0] > b.reported
        for a, b in ((one, other), (other, one))
    )


def _parties_apart(one: Look, other: Look) -> bool:
    """Whether a side is surely another in each. A very rare name in common clears it."""
    both, other_both = one.actors + one.recipients, other.actors + other.recipients
    if any(weight(word) >= _RAREST for word in _called(both) & _called(other_both)):
        return False
    actors, recipients = other.actors, other.recipients
    apart = _sides_apart(one, other, actors, recipients)
    if apart and one.type in MUTUAL:  # "A clashed with B" is "B clashed with A"
        crossed = _meet(one.actors, recipients) or _meet(one.recipients, actors)
        return not crossed or _sides_apart(one, other, recipients, actors)
    return apart


def _sides_apart(
    one: Look, other: Look, actors: tuple[Who, ...], recipients: tuple[Who, ...]
) -> bool:
    return any(
        some and others and _others(some, others, one.names, other.names)
        for some, others in ((one.actors, actors), (one.recipients, recipients))
    )


def _others(
    some: tuple[Who, ...],
    others: tuple[Who, ...],
    names: frozenset[str],
    other_names: frozenset[str],
) -> bool:
    """Whether they are surely not the same: of other countries, or called by other rare names."""
    words, other_words = _called(some), _called(others)
    if words & other_words:
        return False
    countries = {who.country for who in some if who.country}
    other_countries = {who.country for who in others if who.country}
    if countries & other_countries:
        return _rare(words & names) and _rare(other_words & other_names)
    return bool(countries and other_countries)


def _meet(some: tuple[Who, ...], others: tuple[Who, ...]) -> bool:
    """Whether they have a word or a country in common."""
    countries = {who.country for who in some if who.country}
    return bool(_called(some) & _called(others) or countries & {who.country for who in others})


def _called(some: tuple[Who, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(who.words for who in some))


def _rare(words: frozenset[str]) -> bool:
    return any(weight(word) >= _RARE for word in words)


def _places_apart(one: Look, other: Look) -> bool:
    return bool(
        one.place
        and other.place
        and not one.place & other.place
        and not one.place & other.words
        and not other.place & one.words
    )


def _numbers_apart(one: Look, other: Look) -> bool:
    earlier, later = _in_order(one, other)
    few = min(len(earlier.numbers), len(later.numbers))
    if not few or later.looks_back or earlier.grows or later.grows:
        return False
    return len(earlier.numbers & later.numbers) < _NUMBERS * few


def _names_apart(one: Look, other: Look) -> bool:
    return min(_only(one, other), _only(other, one)) >= _NAMES_APART


def _days_apart(one: Look, other: Look) -> bool:
    return abs(one.reported - other.reported) > REACH or _dated_apart(one, other)


def _other_kind(one: Look, other: Look) -> bool:
    return not (one.trigger & other.trigger or one.kinds & other.kinds)


# The cheap ones first.
_CONTRADICTIONS: dict[str, Callable[[Look, Look], bool]] = {
    "article": lambda one, other: one.article == other.article,
    "type": lambda one, other: one.type != other.type,
    "status": lambda one, other: one.status != other.status,
    "trigger": _other_kind,
    "day": _days_apart,
    "again": lambda one, other: one.again or other.again,
    "parties": _parties_apart,
    "place": _places_apart,
    "numbers": _numbers_apart,
    "names": _names_apart,
}
