"""The list of date rules, and what they share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache

from dualtrack.coding._date_periods import Frame, Period, hull
from dualtrack.coding._date_words import pattern, words
from dualtrack.coding._numbers import number

_Rule = Callable[[re.Match[str], Frame], Period | None]
_RULES: list[tuple[str, _Rule]] = []
# Units away from publication.
AROUND = {"last": -1, "past": -1, "this": 0, "the": 0, "current": 0, "next": 1, "coming": 1}
_LONGEST_COUNT = 1200


def rule(form: str) -> Callable[[_Rule], _Rule]:
    """Add a rule for words of this form, in which {M}, {D}, {Y} and so on stand for parts."""

    def keep(rule: _Rule) -> _Rule:
        _RULES.append((form, rule))
        return rule

    return keep


@cache
def _compiled() -> list[tuple[re.Pattern[str], _Rule]]:
    return [(pattern(form, words().parts), rule) for form, rule in _RULES]


def period(text: str, frame: Frame) -> Period | None:
    """What plain date words mean; None where no rule knows them or no day is known to count from.

    Raises ValueError or OverflowError for days that no calendar has.
    """
    for form, meaning in _compiled():
        match = form.fullmatch(text)
        if match and (found := meaning(match, frame)):
            return found
    return None


def count_of(text: str) -> int | None:
    """A number of days, weeks or years; None where it is none or absurd."""
    value = 1.0 if text in ("a", "an") else number(text)
    return int(value) if value is not None and 0 < value <= _LONGEST_COUNT else None


def nearest(make: Callable[[int], Period], frame: Frame, slack: int = 0) -> Period | None:
    """The year's copy of a yearly period that lies nearest, looking the frame's way.

    `slack` days on the other side still count as near.
    """
    if frame.ref is None:
        return None
    edge = frame.ref + dt.timedelta(days=slack)
    step = 1 if frame.future else -1
    for year in range(frame.ref.year - step, frame.ref.year + 9 * step, step):
        try:
            found = make(year)
        except ValueError:  # 29 February in a common year
            continue
        if found.last >= frame.ref if frame.future else found.first <= edge:
            return found
    return None


def twice(near: Period | None, other: Period | None) -> Period | None:
    """One reading if both agree; else both together, as finely as their distance allows."""
    if near is None or other is None or near == other:
        return near
    both = hull(near, other)
    coarser = {"day": "week", "week": "month"}.get(both.precision, "year")
    return Period(both.first, both.last, coarser)
