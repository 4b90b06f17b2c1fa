"""Publication stamps: from ISO strings, from what meta elements hold, from lines of text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dualtrack.pages._article import Published
from dualtrack.pages._tables import dates

_ISO = re.compile(
    r"(?P<day>\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{8}(?!\d))"
    r"(?:[T ,]\s*(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?"
    r"\s*(?P<zone>Z\b|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?(?!\d)|UTC|GMT)?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.hH](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?"
    r"\s*(?P<half>[aApP]\.?\s?[mM]\b\.?)?\s*(?P<zone>\(?(?:[A-Z]{1,4}|[a-z]{3,4})\)?\s?[+-]\d{1,2}(?::?\d{2})?"
    r"|[+-]\d{2}:?\d{2}|\(?[A-Za-z]{1,4}\)?)?(?![\w:])"
)
_SECONDS = re.compile(r"[1-9]\d{9}(?:\d{3})?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EARLIEST = 1900
_CLOCK_ERROR = dt.timedelta(minutes=10)  # by which the clocks of a site and of this machine differ


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when a page was published or changed. `rest` is what else it says."""

    published: Published
    changed: bool
    labelled: bool
    rest: str


def parse_stamp(text: str, source: str) -> Published | None:
    """A stamp as data declares it: ISO 8601, an e-mail date, or an English date; None if none.

    A moment with a zone is turned into UTC. A date before 1900 or in the future, by the
    clock of this machine, is refused, unless `source` is "given".
    """
    text = text.strip()
    if not text or len(text) > 100:
        return None
    if _SECONDS.fullmatch(text):  # since 1970, in seconds or thousandths
        return _stamp(dt.datetime.fromtimestamp(int(text[:10]), dt.UTC), "known", source)
    match = _ISO.match(text)
    if match and not re.search(r"[A-Za-z]", text[match.end() :]):
        return _from_iso(match, source)
    if re.match(r"[A-Za-z]{3},? \d{1,2} [A-Za-z]{3} \d{4} \d", text):
        return _from_mail(text, source)
    line = date_line(text, source)
    if line is None and match:
        return _from_iso(match, source)
    return line.published if line else None


def _from_mail(text: str, source: str) -> Published | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _stamp(moment, "known" if moment.tzinfo else "missing", source)


def date_line(text: str, source: str = "text", *, day_first: bool | None = None) -> DateLine | None:
    """Read a short line that holds a date and little else; None for anything else.

    `day_first` says how 4/5/2024 is meant where such numbers alone do not tell; None refuses it.
    """
    if len(text) > 160 or not _YEAR.search(text):
        return None
    plain = " ".join(text.split())
    found = [m for m in _day_pattern().finditer(plain) if _day_of(m, day_first)]
    if not found:
        return None
    first = _preferred(plain, found)
    following = [m.start() for m in found if m.start() > first.start()]
    end = min(following, default=len(plain))
    published = _with_clock(first, plain, end, source, day_first)
    if published is None or not _plausible(published.day, source):
        return None
    label = _label_before(plain, first.start())
    rest = _rest(plain, found)
    return DateLine(published, label == "changed", label == "published", rest)


def best_line(lines: Iterable[str], *, day_first: bool | None = None) -> Published | None:
    """The stamp of the first line that says "published", else of the first with a bare date."""
    bare: Published | None = None
    for text in lines:
        line = date_line(text, day_first=day_first)
        if line is None or line.changed or line.rest:
            continue
        if line.labelled:
            return line.published
        bare = bare or line.published
    return bare


def changed_line(text: str, *, day_first: bool | None = None) -> Published | None:
    """The stamp of the last change, where a short line gives one and says so."""
    if len(text) > 160 or not _YEAR.search(text):
        return None
    plain = " ".join(text.split())
    found = [m for m in _day_pattern().finditer(plain) if _day_of(m, day_first)]
    for number, match in enumerate(found):
        if _label_before(plain, match.start()) == "changed":
            after = found[number + 1].start() if number + 1 < len(found) else len(plain)
            stamp = _with_clock(match, plain, after, "text", day_first)
            return stamp if stamp and _plausible(stamp.day, "text") else None
    return None


def _from_iso(match: re.Match[str], source: str) -> Published | None:
    try:
        day = _plain_day(match["day"])
        if not match["clock"]:
            return Published(day, source=source) if _plausible(day, source) else None
        clock = match["clock"].zfill(5) if len(match["clock"]) < 6 else match["clock"].zfill(8)
        moment = dt.datetime.combine(day, dt.time.fromisoformat(clock))
    except ValueError:
        return None
    zone = _fixed_zone(match["zone"]) if match["zone"] else None
    if zone is None:
        return _stamp(moment, "missing", source)
    return _stamp(moment.replace(tzinfo=zone), "known", source)


def _plain_day(text: str) -> dt.date:
    """Year, month and day, with or without marks and zeros. Raises ValueError."""
    parts = re.split("[-/]", text)
    if len(parts) == 1:
        parts = [text[:4], text[4:6], text[6:]]
    return dt.date(*map(int, parts))


def _stamp(moment: dt.datetime, zone: str, source: str) -> Published | None:
    if zone == "known":
        try:
            moment = moment.astimezone(dt.UTC)
        except (OverflowError, ValueError):
            return None
        if source != "given" and moment > dt.datetime.now(dt.UTC) + _CLOCK_ERROR:
            return None
    else:
        moment = moment.replace(tzinfo=None)
    if not _plausible(moment.date(), source):
        return None
    return Published(moment.date(), moment, "known" if zone == "known" else "missing", source)


def _plausible(day: dt.date, source: str) -> bool:
    if source == "given":  # what the caller says is not for this module to doubt
        return True
    # Tomorrow has begun in the east; a moment is checked to the minute in `_stamp`.
    latest = (dt.datetime.now(dt.UTC) + dt.timedelta(hours=14)).date()
    return day.year >= _EARLIEST and day <= latest


@cache
def _day_pattern() -> re.Pattern[str]:
    month = "|".join(sorted(dates().months, key=len, reverse=True))
    return re.compile(
        rf"(?P<iso>\b\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}(?!\d))"
        rf"|\b(?P<m1>{month})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)\b"
        rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?(?:\s+(?:of|de))?[\s-]+(?P<m2>{month})\.?,?"
        rf"(?:\s+del?)?[\s-]+(?P<y2>(?:19|20)\d\d)\b"
        rf"|(?<![\d./])(?P<n1>\d{{1,2}})(?P<mark>[./])(?P<n2>\d{{1,2}})(?P=mark)(?P<y3>(?:19|20)\d\d)(?![\d./]\d)",
        re.IGNORECASE,
    )


def _day_of(match: re.Match[str], day_first: bool | None) -> dt.date | None:
    try:
        if match["iso"]:
            return _plain_day(match["iso"])
        if match["y3"]:
            first, second = int(match["n1"]), int(match["n2"])
            if match["mark"] == "." or first > 12 or first == second:
                day_first = True
            elif second > 12:
                day_first = False
            if day_first is None:
                return None
            day, month = (first, second) if day_first else (second, first)
            return dt.date(int(match["y3"]), month, day)
        which = "1" if match["m1"] else "2"
        month = dates().months[match["m" + which].casefold()]
        return dt.date(int(match["y" + which]), month, int(match["d" + which]))
    except ValueError:
        return None


def _preferred(plain: str, found: list[re.Match[str]]) -> re.Match[str]:
    labels = [_label_before(plain, match.start()) for match in found]
    for wanted in ("published", None):
        if wanted in labels:
            return found[labels.index(wanted)]
    return found[0]


def _label_before(plain: str, start: int) -> str | None:
    return label_in(re.split(r"[|•·]|\s-\s|\d{4}", plain[:start])[-1])


def label_in(before: str) -> str | None:
    """What the words before a date say of it: "published", "changed" or nothing."""
    said = re.findall(r"[^\W\d_]+", before.casefold())
    for size in (3, 2, 1):
        for at in range(len(said) - size, -1, -1):
            phrase = " ".join(said[at : at + size])
            if phrase in dates().changed:
                return "changed"
            if phrase in dates().published and phrase not in ("on", "date"):
                return "published"
    return None


def _with_clock(
    match: re.Match[str], plain: str, end: int, source: str, day_first: bool | None
) -> Published | None:
    day = _day_of(match, day_first)
    if day is None:
        return None
    after = plain[match.end() : end]
    if match["iso"] and (iso := _ISO.match(plain, match.start())) and iso["clock"]:
        whole = _from_iso(iso, source)
        if whole and whole.zone == "known":
            return whole
    before = re.split(r"[|•·]|\d{4}", plain[: match.start()])[-1]
    for part in (after, before):
        for clock in _CLOCK.finditer(part):
            if (clock["minute"] or clock["half"]) and (made := _moment(day, clock, source)):
                return made
    return Published(day, source=source)


def _moment(day: dt.date, clock: re.Match[str], source: str) -> Published | None:
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    if clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    try:
        moment = dt.datetime.combine(day, dt.time(hour, minute, int(clock["second"] or 0)))
    except ValueError:
        return None
    zone = _zone(clock["zone"], moment) if clock["zone"] else None
    if zone is None:
        return _stamp(moment, "missing", source)
    return _stamp(moment.replace(tzinfo=zone), "known", source)


def _zone(text: str, moment: dt.datetime) -> dt.tzinfo | None:
    name = text.strip("() ").casefold()
    if name in dates().zones:
        return dt.timezone(dt.timedelta(minutes=dates().zones[name]))
    if name in dates().zones_by_season:
        try:
            offset = ZoneInfo(dates().zones_by_season[name]).utcoffset(moment)
        except (ZoneInfoNotFoundError, OSError):  # a machine without zone tables
            return None
        return dt.timezone(offset) if offset is not None else None
    if match := re.fullmatch(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?", name):
        return _offset(match[1], match[2], match[3])
    return None


def _fixed_zone(text: str) -> dt.tzinfo | None:
    if text.upper() in ("Z", "UTC", "GMT"):
        return dt.UTC
    match = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?", text.casefold())
    return _offset(match[1], match[2], match[3]) if match else None


def _offset(sign: str, hours: str, minutes: str | None) -> dt.tzinfo | None:
    total = int(hours) * 60 + int(minutes or 0)
    if total > 14 * 60:
        return None
    return dt.timezone(dt.timedelta(minutes=-total if sign == "-" else total))


def _rest(plain: str, found: list[re.Match[str]]) -> str:
    """What a line says beside its dates, labels and clocks, as one string of words."""
    for match in reversed(found):
        plain = plain[: match.start()] + " " + plain[match.end() :]
    table = dates()
    known = table.beside | table.zones.keys() | table.zones_by_season.keys()
    labels = {word for phrase in table.published | table.changed for word in phrase.split()}
    return " ".join(
        word
        for word in re.findall(r"[^\W\d_]+(?:['’.][^\W\d_]+)*", plain)
        if word.casefold() not in known and word.casefold() not in labels
    )
