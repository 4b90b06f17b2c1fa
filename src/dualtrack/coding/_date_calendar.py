"""Rules for words that name a day, a month, a year, a season or a feast."""

from __future__ import annotations

import datetime as dt
import re

from dualtrack.coding._date_periods import (
    Frame,
    Period,
    day_of,
    easter,
    month_of,
    months_from,
    moved,
    unit_of,
    years,
)
from dualtrack.coding._date_rules import AROUND, nearest, rule, twice
from dualtrack.coding._date_words import words
from dualtrack.coding._tables import table

_NEWS = dt.timedelta(days=60)  # so long a bare date may still be that of the news itself


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> int:
    return words().months[text.rstrip(".")]


@rule(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)")
def _iso(match: re.Match[str], frame: Frame) -> Period | None:
    return day_of(dt.date(int(match["y"]), int(match["m"]), int(match["d"])))


@rule(
    r"(?:{W},? )?(?:the )?(?P<d>{D})(?: ?(?:-|to|and|until|through) ?(?P<e>{D}))?(?: of)?[ -]"
    r"(?P<m>{M})(?:(?:,|-)? ?(?P<y>{Y}))?"
)
@rule(
    r"(?:{W},? )?(?P<m>{M}) ?(?:the )?(?P<d>{D})"
    r"(?: ?(?:-|to|and|until|through) ?(?P<e>{D}))?(?:,? (?P<y>{Y}))?"
)
def _date(match: re.Match[str], frame: Frame) -> Period | None:
    month, day, end = _month(match["m"]), _day(match["d"]), _day(match["e"] or match["d"])

    def make(year: int) -> Period:
        return Period(dt.date(year, month, day), dt.date(year, month, end), "day")

    if end < day:
        return None
    if match["y"]:
        return make(int(match["y"]))
    if frame.historical and (named := _named(match.group())):
        return _known_or_near(named, nearest(make, frame), frame)
    # A story is dated by its zone: the day after publication may be over elsewhere.
    return nearest(make, frame, slack=0 if frame.historical else 1)


def _known_or_near(named: Period, near: Period | None, frame: Frame) -> Period | None:
    """The famous day, unless it is still to come; None where the near one may be meant as well."""
    if frame.ref is None or near is None or near == named:
        return named
    if named.first > frame.ref:
        return near
    return None if near.last > frame.ref - _NEWS else named


def _named(text: str) -> Period | None:
    day = words().named.get(re.sub(r"(?<=\d)(?:st|nd|rd|th)|[.,]|\bthe |\bof ", "", text))
    return day_of(dt.date.fromisoformat(day)) if day else None


@rule(r"9/11")
def _nine_eleven(match: re.Match[str], frame: Frame) -> Period | None:
    return _named(match.group())


@rule(r"(?P<m>{M})(?:,| of)? (?P<y>{Y})")
def _month_year(match: re.Match[str], frame: Frame) -> Period | None:
    return month_of(int(match["y"]), _month(match["m"]))


@rule(r"(?P<m>{M})(?: of)? (?:the )?(?P<look>this|last|next|same) year")
@rule(r"(?P<look>this) (?P<m>{M})")
def _month_in_year(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None or match["look"] == "same":
        return None
    return month_of(frame.ref.year + AROUND[match["look"]], _month(match["m"]))


@rule(r"(?:(?:the )?month of )?(?P<m>{M})")
def _bare_month(match: re.Match[str], frame: Frame) -> Period | None:
    month = _month(match["m"])
    return nearest(lambda year: month_of(year, month), frame)


@rule(r"(?P<look>last|next|past|coming) (?P<m>{M})")
def _looked_month(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None:
        return None
    month, step = _month(match["m"]), AROUND[match["look"]]
    outside = moved(month_of(frame.ref.year, frame.ref.month).first, "month", step)
    near = nearest(lambda year: month_of(year, month), Frame(outside, step > 0))
    return twice(near, month_of(frame.ref.year + step, month))


@rule(r"(?:the )?(?P<d>\d{1,2}(?:st|nd|rd|th)|first)(?: of (?P<look>the|this|last|next) month)?")
def _day_of_month(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None or (match["d"] == "first" and not match["look"]):
        return None
    day = 1 if match["d"] == "first" else _day(match["d"])
    if match["look"] in ("this", "last", "next"):
        month = unit_of(frame.ref, "month", AROUND[match["look"]])
        return day_of(month.first.replace(day=day))
    step = 1 if frame.future else -1
    for shift in range(0, 3 * step, step):
        month = unit_of(frame.ref, "month", shift)
        if day <= month.last.day:
            found = month.first.replace(day=day)
            if found >= frame.ref if frame.future else found <= frame.ref:
                return day_of(found)
    return None


@rule(r"(?:(?:the )?year )?(?P<y>{Y})(?: ?- ?(?P<e>\d\d|{Y}))?")
def _year(match: re.Match[str], frame: Frame) -> Period | None:
    first, end = int(match["y"]), match["e"] or match["y"]
    last = int(end) if len(end) == 4 else first - first % 100 + int(end)
    return years(first, last) if first <= last else None


@rule(r"(?:the )?(?:early |late |mid |middle of )?(?P<y>(?:1[5-9]|20)\d0)s")
def _decade(match: re.Match[str], frame: Frame) -> Period | None:
    first = int(match["y"])
    return years(first, first + (99 if first % 100 == 0 and first < 2000 else 9))


def _season_of(year: int, name: str) -> Period:
    return months_from(year, table("dates.yaml")["seasons"][name], 3)


@rule(r"(?:(?:the )?(?P<look>last|past|this|next|coming|the) )?(?P<s>{S})(?: of)?(?: (?P<y>{Y}))?")
def _season(match: re.Match[str], frame: Frame) -> Period | None:
    name, look = match["s"], match["look"]
    if match["y"]:
        # "The winter of 2014" began in that year or ended in it.
        winter = name.startswith("winter")
        return years(int(match["y"])) if winter else _season_of(int(match["y"]), name)
    if frame.ref is None:
        return None
    if look in ("last", "past", "next", "coming"):
        future = look in ("next", "coming")
        now = nearest(lambda y: _season_of(y, name), Frame(frame.ref, False))
        inside = now is not None and now.last >= frame.ref
        edge = moved(frame.ref, "month", 3 if future else -3) if inside else frame.ref
        return nearest(lambda y: _season_of(y, name), Frame(edge, future))
    return nearest(lambda year: _season_of(year, name), frame)


@rule(r"(?:(?P<look>last|past|this|next) )?(?P<f>{F})(?: (?P<y>{Y}))?|(?P<new>the new year)")
def _feast(match: re.Match[str], frame: Frame) -> Period | None:
    data = table("dates.yaml")
    if match["new"]:
        if frame.ref is None:
            return None
        return years(frame.ref.year + 1) if frame.future else years(frame.ref.year)
    name = match["f"]

    def make(year: int) -> Period:
        if name in data["easter"]:
            return day_of(easter(year) + dt.timedelta(days=data["easter"][name]))
        return day_of(dt.date(year, *data["feasts"][name]))

    if match["y"]:
        return make(int(match["y"]))
    if frame.ref is None:
        return None
    step = {"last": -1, "past": -1, "next": 1}.get(match["look"] or "")
    if step is None:
        return nearest(make, frame)
    return nearest(make, Frame(frame.ref + dt.timedelta(days=step), step > 0))


@rule(r"(?:the )?(?P<era>{E})")
def _era(match: re.Match[str], frame: Frame) -> Period | None:
    first, last = table("dates.yaml")["eras"][match["era"]]
    return years(first, last)
