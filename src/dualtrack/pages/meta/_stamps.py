"""When a page was published and last changed: declared, else printed, else guessed."""

from __future__ import annotations

import copy
import datetime as dt
import logging
import re
from collections.abc import Iterable, Sequence
from typing import Any

from dualtrack.pages._article import Published
from dualtrack.pages._dates import best_line, changed_line, date_line, parse_stamp
from dualtrack.pages._names import byline_in, names_in
from dualtrack.pages._tables import dates
from dualtrack.pages.meta._structured import Declared
from dualtrack.pages.meta._times import Stamp, is_elsewhere, read_times
from dualtrack.pages.visible._blocks import HtmlBlock

log = logging.getLogger(__name__)

_STORY = ("datePublished", "dateCreated", "uploadDate")
_ELSEWHERE = frozenset(
    ("teaser", "navigation", "footer", "comments", "advertisement", "membership prompt", "form")
)
_NUMBERS = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?![\d/])")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2]|(?<=[/_-])(?:[1-9]|[a-z]{3,9}))[/_-]?"
    r"(0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9])(?!\d)",
    re.IGNORECASE,
)
_QUARTER = dt.timedelta(minutes=15)
_BELOW = 14  # blocks below the headline in which a printed date is the story's own
_BESIDE = 8  # words of a byline or a desk that may stand beside a date which says what it is
_ABOVE = 4


def find_stamps(
    root: Any, declared: Declared, blocks: Sequence[HtmlBlock], title: int | None, url: str | None
) -> tuple[Published | None, Published | None]:
    """The stamps of publication and of the last change; `title` is the headline's block.

    The first source that speaks gives the day; another one that agrees may add the hour or the
    zone. Where a page declares its last change as its publication, and another source has an
    earlier one, that is taken. A change before publication is left out.
    """
    times = read_times(root)
    day_first = _day_first(declared, blocks)
    printed = _printed(blocks, title, day_first)
    modified = _best([*_declared_changes(declared, times), *_printed_changes(blocks, day_first)])
    said = list(_declared(declared, times))
    published = said[0] if said else None
    if published and modified and published.at is not None and published.at == modified.at:
        earlier = [s for s in said if s.zone == published.zone and s.at and s.at < published.at]
        # A bare `<time>` may be the change's own.
        unsure = published.source == "time" and not any(t.label == "published" for t in times)
        published = earlier[0] if earlier else None if unsure else published
    others = [s for s in (*said, *printed) if s != modified]
    if published is None:
        published = _best(stamp for stamp in printed if stamp != modified)
    published = _refined(published, others) if published else _guess(root, url, modified)
    if modified and published and _is_before(modified, published):
        modified = None
    return published, modified


def _declared(declared: Declared, times: Sequence[Stamp]) -> Iterable[Published]:
    for key in _STORY:
        value = declared.story.get(key)
        if stamp := _read(value, declared.source):
            yield stamp
    for name in dates().meta:
        for text in declared.meta.get(name, ()):
            if stamp := parse_stamp(text, "meta"):
                yield stamp
    if stamp := _read(declared.page.get("datePublished"), declared.source):
        yield stamp
    for label in ("published", None):
        for time in times:
            if time.label == label and (stamp := parse_stamp(time.text, "time")):
                yield stamp
                break


def _read(value: Any, source: str) -> Published | None:
    """The stamp of a declared value: a string, a number of seconds, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return parse_stamp(value, source) if isinstance(value, str) else None


def _declared_changes(declared: Declared, times: Sequence[Stamp]) -> Iterable[Published]:
    for node in (declared.story, declared.page):
        if stamp := _read(node.get("dateModified"), declared.source):
            yield stamp
    for name in dates().meta_changed:
        for text in declared.meta.get(name, ()):
            if stamp := parse_stamp(text, "meta"):
                yield stamp
    for time in times:
        if time.label == "changed" and (stamp := parse_stamp(time.text, "time")):
            yield stamp


def _printed(
    blocks: Sequence[HtmlBlock], title: int | None, day_first: bool | None
) -> list[Published]:
    """Dates in lines of their own, or beside the byline, near the headline; else anywhere."""
    lines = [b.text for b in _near(blocks, title)]
    found = best_line(lines, day_first=day_first)
    if found is None:
        for text in lines:
            line = date_line(text, day_first=day_first)
            if line is None or line.changed:
                continue
            said = line.labelled and line.rest.count(" ") < _BESIDE
            if said or names_in(byline_in(text) or line.rest):
                found = line.published
                break
    if found is None:
        anywhere = [b.text for b in blocks if len(b.text) <= 160 and b.reason not in _ELSEWHERE]
        bare = [] if title is not None else anywhere
        labelled = [
            t for t in anywhere if (line := date_line(t, day_first=day_first)) and line.labelled
        ]
        found = best_line([*labelled, *bare], day_first=day_first)
    return [found] if found else []


def _near(blocks: Sequence[HtmlBlock], title: int | None) -> list[HtmlBlock]:
    """The short blocks below the headline, then those right above it."""
    if title is None:
        return []
    near = [*blocks[title + 1 : title + 1 + _BELOW], *blocks[max(0, title - _ABOVE) : title]]
    return [b for b in near if len(b.text) <= 160 and b.reason not in _ELSEWHERE]


def _printed_changes(blocks: Sequence[HtmlBlock], day_first: bool | None) -> Iterable[Published]:
    for block in blocks:
        if len(block.text) > 160 or block.reason in _ELSEWHERE:
            continue
        if stamp := changed_line(block.text, day_first=day_first):
            yield stamp


def _day_first(declared: Declared, blocks: Sequence[HtmlBlock]) -> bool | None:
    """How this page means 4/5/2024: by another date on it, by its region, by its language."""
    for block in blocks:
        for match in _NUMBERS.finditer(block.text[:160]):
            if int(match[1]) > 12:
                return True
            if int(match[2]) > 12:
                return False
    said = declared.language or declared.first_meta("og:locale", "content-language") or ""
    language, _, region = said.strip().replace("_", "-").partition("-")
    if region:
        return region.upper()[:2] not in dates().month_first
    return True if language and language.casefold() != "en" else None


def _best(stamps: Iterable[Published]) -> Published | None:
    """The first, with the hour and zone that another one adds."""
    all_ = list(stamps)
    return _refined(all_[0], all_) if all_ else None


def _refined(first: Published, others: Iterable[Published]) -> Published:
    """The most exact stamp that says the same as the first."""
    best = first
    for other in others:
        bare_day = best.zone == "day" and other.at is not None and _on_day(best.day, other)
        bare_clock = best.zone == "missing" and other.zone == "known" and _same_clock(best, other)
        if bare_day or bare_clock:
            best = other
    return best


def _on_day(day: dt.date, other: Published) -> bool:
    if other.zone == "missing" or other.at is None:
        return other.day == day
    start = dt.datetime.combine(day, dt.time(), dt.UTC)
    return start - dt.timedelta(hours=14) <= other.at < start + dt.timedelta(hours=36)


def _same_clock(bare: Published, known: Published) -> bool:
    """Whether two moments differ by what may be a zone: whole quarters of an hour."""
    if bare.at is None or known.at is None:
        return False
    apart = known.at.replace(tzinfo=None) - bare.at
    if not dt.timedelta(hours=-14) <= apart <= dt.timedelta(hours=12):
        return False
    rest = abs(apart) % _QUARTER
    return min(rest, _QUARTER - rest) < dt.timedelta(minutes=1)


def _is_before(modified: Published, published: Published) -> bool:
    a, b = modified.at, published.at
    if a is not None and b is not None and modified.zone == published.zone:
        return a < b
    return modified.day < published.day - dt.timedelta(days=1)


def _own_part(root: Any) -> Any:
    """A copy of a tree without scripts and without what is about other stories."""
    copied = copy.deepcopy(root)
    gone = [
        element
        for element in copied.iter()
        if isinstance(element.tag, str)
        and element.getparent() is not None
        and (element.tag in ("script", "style") or is_elsewhere(element))
    ]
    for element in gone:
        element.drop_tree()
    return copied


def day_in_address(url: str | None) -> str | None:
    """The day that an address bears, in ISO 8601: "/2024/apr/14/", "/20240414/", "-2024-04-14"."""
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return None
    year, month, day = match[1], match[2].casefold(), int(match[3])
    number = dates().months.get(month) if month.isalpha() else int(month)
    try:
        return dt.date(int(year), number or 0, day).isoformat()
    except ValueError:
        return None


def _guess(root: Any, url: str | None, modified: Published | None) -> Published | None:
    """The day in the address, or what htmldate takes for it: often right, never certain.

    The day of the last change is refused, unless the address bears it as well.
    """
    from htmldate import find_date  # noqa: PLC0415 - only pages that declare no date need it

    try:
        in_address = day_in_address(url)
        day = in_address or find_date(_own_part(root), original_date=True, outputformat="%Y-%m-%d")
        guess = parse_stamp(str(day), "guess") if day else None
    except Exception:
        # whatever a third party's guess breaks on, the page itself can be read
        log.debug("htmldate failed", exc_info=True)
        return None
    if guess and not in_address and guess.day.day == 1:  # it makes this of a year or a month alone
        return None
    if guess and modified and guess.day == modified.day and not in_address:
        return None
    return guess
