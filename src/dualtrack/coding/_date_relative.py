"""Rules for words that count from the day of publication."""

from __future__ import annotations

import datetime as dt
import re

from dualtrack.coding._date_periods import (
    Frame,
    Period,
    day_of,
    months_from,
    moved,
    unit_of,
    week_of,
)
from dualtrack.coding._date_rules import AROUND, count_of, period, rule, twice
from dualtrack.coding._date_words import words
from dualtrack.coding._tables import table


@rule(r"(?:(?P<look>last|past|this|next|coming|an?) )?(?P<w>{W})")
def _weekday(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None:
        return None
    wanted, look = words().weekdays[match["w"]], match["look"]
    ahead = (wanted - frame.ref.weekday()) % 7
    behind = (frame.ref.weekday() - wanted) % 7
    if look in ("next", "coming"):
        near = day_of(frame.ref + dt.timedelta(days=ahead or 7))
    elif look in ("last", "past"):
        near = day_of(frame.ref - dt.timedelta(days=behind or 7))
    else:
        return day_of(frame.ref + dt.timedelta(days=ahead if frame.future else -behind))
    if look in ("coming", "past"):
        return near
    week = week_of(frame.ref + dt.timedelta(weeks=AROUND[look]))
    return twice(near, day_of(week.first + dt.timedelta(days=wanted)))


@rule(r"(?P<w>{W})(?: of)? (?P<look>last|this|next) week")
def _weekday_in_week(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None:
        return None
    week = unit_of(frame.ref, "week", AROUND[match["look"]])
    return day_of(week.first + dt.timedelta(days=words().weekdays[match["w"]]))


@rule(r"(?P<word>today|yesterday|tomorrow|tonight|this \w+|tomorrow night|the day \w+ \w+)")
def _counted_day(match: re.Match[str], frame: Frame) -> Period | None:
    shift = table("dates.yaml")["days"].get(match["word"])
    if frame.ref is None or shift is None:
        return None
    return day_of(frame.ref + dt.timedelta(days=shift))


@rule(r"overnight|(?:the )?night|last night")
def _overnight(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None or (frame.historical and match.group() != "last night"):
        return None
    one = dt.timedelta(days=1)
    if frame.future and match.group() != "last night":
        return Period(frame.ref, frame.ref + one, "day")
    return Period(frame.ref - one, frame.ref, "day")


@rule(r"(?P<look>last|past|this|current|next|coming) (?P<unit>week|month|year)")
def _unit(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None:
        return None
    if match["look"] == "past":
        return Period(moved(frame.ref, match["unit"], -1), frame.ref, match["unit"])
    return unit_of(frame.ref, match["unit"], AROUND[match["look"]])


@rule(
    r"the (?:past|last) (?P<unit>day|week|month|year)"
    r"|(?P<coming>the (?:coming|next)) (?P<u>week|month|year)"
)
def _stretch(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None:
        return None
    if match["coming"]:
        return Period(frame.ref, moved(frame.ref, match["u"], 1), match["u"])
    return Period(moved(frame.ref, match["unit"], -1), frame.ref, match["unit"])


@rule(r"(?P<look>last|past|this|the|next|coming) weekend|weekend")
def _weekend(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None:
        return None
    look = match["look"] or "the"
    saturday = week_of(frame.ref).first + dt.timedelta(days=5)
    now = frame.ref >= saturday
    back = look in ("last", "past") or (look in ("the", "this") and not frame.future)
    if look in ("last", "next") and (now or look == "next"):
        weeks = AROUND[look]
    else:
        weeks = -1 if back and not now else 0
    first = saturday + dt.timedelta(weeks=weeks)
    return Period(first, first + dt.timedelta(days=1), "day")


@rule(r"(?P<n>{N}) (?P<unit>{U})s? ago(?: (?P<w>today|{W}))?")
def _ago(match: re.Match[str], frame: Frame) -> Period | None:
    count = count_of(match["n"])
    if frame.ref is None or count is None:
        return None
    if match["unit"] in ("hour", "minute"):
        days = count // 24 + 1 if match["unit"] == "hour" else 1
        return Period(frame.ref - dt.timedelta(days=days), frame.ref, "day")
    if match["w"] == "today":
        return day_of(moved(frame.ref, match["unit"], -count))
    found = unit_of(frame.ref, match["unit"], -count)
    if not match["w"]:
        return found
    if match["unit"] != "week":
        return None
    return day_of(found.first + dt.timedelta(days=words().weekdays[match["w"]]))


@rule(
    r"(?:the )?(?P<look>last|past|next|coming|following) (?P<n>{N}) (?P<unit>{U})s?"
    r"|(?P<in>in|within) (?P<m>{N}) (?P<u>{U})s?(?: time)?"
    r"|within (?P<low>{N}) (?:to|or) (?P<high>{N}) (?P<v>{U})s"
)
def _next_or_last(match: re.Match[str], frame: Frame) -> Period | None:
    count = count_of(match["n"] or match["m"] or match["high"])
    if frame.ref is None or count is None:
        return None
    unit = match["unit"] or match["u"] or match["v"]
    if unit in ("hour", "minute"):
        count, unit = (max(1, -(-count // 24)) if unit == "hour" else 1), "day"
    if match["look"] in ("last", "past"):
        return Period(moved(frame.ref, unit, -count), frame.ref, unit)
    if match["look"] is None and not frame.future:
        return None  # told of the past it is how long something took
    if match["in"] == "in":
        return unit_of(frame.ref, unit, count)
    return Period(frame.ref, moved(frame.ref, unit, count), unit)


@rule(
    r"(?:the )?(?:(?P<back>recent|few) |(?P<on>coming ))?"
    r"(?P<unit>hours|days|weeks|months)(?P<ago> ago)?"
)
@rule(r"(?P<on>within )(?P<back>)(?P<unit>hours|days|weeks|months)(?P<ago>)")
def _vague(match: re.Match[str], frame: Frame) -> Period | None:
    if frame.ref is None:
        return None
    precision, days = table("dates.yaml")["vague"][match["unit"]]
    reach = dt.timedelta(days=days)
    if (match["back"] == "recent") != bool(match["ago"]) and not match["on"] and match["back"]:
        return Period(frame.ref - reach, frame.ref, precision)
    if match["on"] and (frame.future or match["on"] == "coming "):
        return Period(frame.ref, frame.ref + reach, precision)
    return None


@rule(
    r"(?P<side>earlier|later) (?:in |on )?"
    r"(?P<rest>(?:the|this|that) (?:day|week|month|year)|{W}|today)"
)
@rule(r"(?P<side>)(?:the )?(?:rest|remainder) of (?P<rest>(?:the|this) (?:day|week|month|year))")
@rule(r"(?P<side>)(?:within|for) (?P<rest>the (?:day|week|month|year))")
def _earlier_later(match: re.Match[str], frame: Frame) -> Period | None:
    rest = match["rest"]
    if frame.ref is None or rest.startswith("that ") or (frame.historical and rest == "the day"):
        return None
    look, _, unit = rest.rpartition(" ")
    if not look:
        return period(rest, frame)
    found = unit_of(frame.ref, unit)
    back = match["side"] == "earlier" or (match["side"] == "later" and not frame.future)
    return found.cut(last=frame.ref) if back else found.cut(first=frame.ref)


_WHOLE = r"(?:the |this )?(?P<unit>week|month|year)"


@rule(
    r"(?:the )?(?P<part>end|close|start|beginning|middle|early|late|first days) (?:of |in )?"
    r"(?P<rest>.+)"
)
@rule(r"(?P<part>early|late)(?: in| on)? (?P<rest>.+)")
@rule(
    r"(?:the )?(?P<rest>(?:month|year))'s (?P<part>end)"
    r"|(?:the )?(?P<unit>year|month) (?:ended|is out|ends|was out)"
)
def _part(match: re.Match[str], frame: Frame) -> Period | None:
    groups = match.groupdict()
    rest = groups.get("rest") or groups.get("unit") or ""
    if unit := re.fullmatch(_WHOLE, rest):
        return None if frame.ref is None else unit_of(frame.ref, unit["unit"])
    return period(rest, frame)


_FRACTIONS = {"half": 6, "quarter": 3}
_ORDINALS = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "last": -1,
}


@rule(
    r"(?:the )?(?P<o>first|1st|second|2nd|third|3rd|fourth|4th|last) (?P<part>half|quarter)"
    r"(?: of)? (?P<rest>(?:the |this |last |next )?year|{Y})"
)
def _fraction(match: re.Match[str], frame: Frame) -> Period | None:
    rest = "this year" if match["rest"] in ("the year", "year") else match["rest"]
    whole = period(rest, frame)
    size = _FRACTIONS[match["part"]]
    at = _ORDINALS[match["o"]] % (12 // size) if match["o"] == "last" else _ORDINALS[match["o"]]
    if whole is None or at >= 12 // size:
        return None
    return months_from(whole.first.year, 1 + at * size, size)


@rule(
    r"(?:the )?(?:(?P<n>{N}) )?(?P<unit>day|week|month|year)s? (?:before|earlier|prior|previously)"
)
@rule(r"(?:the )?(?P<n>)previous (?P<unit>day|week|month)")
def _before(match: re.Match[str], frame: Frame) -> Period | None:
    # Counted from the story's day; told of an earlier time, from some other act, so unknown.
    count = count_of(match["n"] or "1")
    if frame.ref is None or frame.historical or frame.future or count is None:
        return None
    return unit_of(frame.ref, match["unit"], -count)
