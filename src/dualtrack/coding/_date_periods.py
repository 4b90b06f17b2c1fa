"""Stretches of days: a day, a week, a month, a year, and what is made of them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from functools import cache

_ORDER = ("day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both within; `precision` says how finely they are told.

    `ahead` marks a stretch that runs on from publication whatever the act's status.
    """

    first: dt.date
    last: dt.date
    precision: str
    ahead: bool = False

    def cut(self, *, first: dt.date | None = None, last: dt.date | None = None) -> Period:
        """This period without the days before `first` or after `last`; never empty."""
        begin = max(self.first, first) if first and first <= self.last else self.first
        end = min(self.last, last) if last and last >= begin else self.last
        return replace(self, first=begin, last=end)


@dataclass(frozen=True, slots=True)
class Frame:
    """From where words count: the day of publication if known, and which way they look."""

    ref: dt.date | None
    future: bool
    historical: bool = False


def day_of(day: dt.date) -> Period:
    """One day."""
    return Period(day, day, "day")


def week_of(day: dt.date) -> Period:
    """The week, Monday to Sunday, in which `day` lies."""
    first = day - dt.timedelta(days=day.weekday())
    return Period(first, first + dt.timedelta(days=6), "week")


def month_of(year: int, month: int) -> Period:
    """A calendar month; `month` may run over 12 or under 1 into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return Period(dt.date(year, month, 1), dt.date(year, month, last), "month")


def months_from(year: int, month: int, count: int) -> Period:
    """`count` whole months from this one."""
    first, last = month_of(year, month), month_of(year, month + count - 1)
    return Period(first.first, last.last, "month")


def years(first: int, last: int | None = None) -> Period:
    """One calendar year, or all from the first to the last."""
    return Period(dt.date(first, 1, 1), dt.date(last or first, 12, 31), "year")


def hull(*periods: Period) -> Period:
    """From the first day of them all to the last, told as finely as the coarsest."""
    coarsest = max((p.precision for p in periods), key=_ORDER.index)
    return Period(min(p.first for p in periods), max(p.last for p in periods), coarsest)


def unit_of(day: dt.date, unit: str, shift: int = 0) -> Period:
    """The day, week, month or year `shift` units away from the one in which `day` lies."""
    if unit == "day":
        return day_of(day + dt.timedelta(days=shift))
    if unit == "week":
        return week_of(day + dt.timedelta(weeks=shift))
    if unit == "month":
        return month_of(day.year, day.month + shift)
    return years(day.year + shift)


def moved(day: dt.date, unit: str, count: int) -> dt.date:
    """The day `count` units away; in a shorter month its last day."""
    if unit in ("day", "week"):
        return day + dt.timedelta(days=count * (7 if unit == "week" else 1))
    target = month_of(day.year, day.month + count * (12 if unit == "year" else 1))
    return min(target.last, target.first + dt.timedelta(days=day.day - 1))


@cache
def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches, by the tables of the Gregorian reform."""
    golden = year % 19 + 1
    century = year // 100 + 1
    dropped = 3 * century // 4 - 12
    lunar = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + lunar - dropped) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact if epact <= 23 else 74 - epact
    full_moon = dt.date(year, 3, 1) + dt.timedelta(days=moon - 1)
    return full_moon + dt.timedelta(days=7 - (full_moon.weekday() + 1) % 7)
