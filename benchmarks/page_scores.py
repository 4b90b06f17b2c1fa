"""Comparing what a reader found on one page with the truth about it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"\w+")
_SOFT = str.maketrans("", "", "\u00ad\u200b\ufeff")
LONG = 4  # words in a shingle, and in a line that is judged
_MOSTLY = 0.6  # share of a line's shingles that make it a line of the story
_KEPT = 0.8  # share of the standfirst's shingles that must be there


@dataclass(frozen=True)
class Reading:
    """What a reader made of a page, in the terms of the measure.

    `kind` is "article", "live", "index" or, where the reader refused the page, "none".
    `moment` is aware, naive where the page gave no zone, or None where only a day is known.
    """

    paragraphs: tuple[str, ...] = ()
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    day: dt.date | None = None
    moment: dt.datetime | None = None
    kind: str = "none"


@dataclass(frozen=True)
class Score:
    """One page. Shares are 0 to 1; None is what cannot be asked of this page."""

    f1: float | None = None
    foreign: bool | None = None
    first: bool | None = None
    last: bool | None = None
    standfirst: bool | None = None
    title: bool | None = None
    date: str | None = None  # "right", "wrong" or "none"
    minute: bool | None = None
    authors: bool | None = None
    kind: bool | None = None
    line_f1: float | None = None


def words(text: str) -> list[str]:
    """The words of a text as they are compared: no case, no marks."""
    return _WORD.findall(text.translate(_SOFT).casefold())


def shingles(text: str, size: int = LONG) -> Counter[tuple[str, ...]]:
    """All runs of `size` words with their number; a shorter text is one run."""
    found = words(text)
    if len(found) < size:
        return Counter([tuple(found)] if found else [])
    return Counter(tuple(found[i : i + size]) for i in range(len(found) - size + 1))


def score_page(reading: Reading, truth: dict[str, Any]) -> Score:
    """Judge a reading of an HTML page. Body and metadata are asked of articles alone."""
    refused = reading.kind == "none" and truth["kind"] != "article"
    kind = refused or reading.kind == truth["kind"]
    if truth["kind"] != "article":
        return Score(kind=kind)
    gold = Gold(truth)
    lines = gold.lines_of(reading.paragraphs)
    right = [gold.owns(line) for line in lines]
    date, minute = score_date(reading, truth["published"])
    return Score(
        f1=gold.f1(reading.paragraphs),
        foreign=not all(right),
        first=bool(right) and right[0],
        last=bool(right) and right[-1],
        standfirst=gold.keeps_standfirst(reading) if truth["standfirst"] else None,
        title=words(reading.title or "") == words(truth["title"]) if truth["title"] else None,
        date=date,
        minute=minute,
        authors=same_names(reading.authors, truth),
        kind=kind,
    )


def score_dump(reading: Reading, truth: dict[str, Any]) -> Score:
    """Judge a reading of a page's text dump: which lines it kept, and the title."""
    if truth["kind"] != "article":
        return Score(kind=reading.kind in ("none", truth["kind"]))
    gold = Gold(truth)
    right = [gold.owns(line) for line in gold.lines_of(reading.paragraphs)]
    return Score(
        f1=gold.f1(reading.paragraphs),
        line_f1=line_f1(reading.paragraphs, truth["lines"]),
        foreign=not all(right),
        title=words(reading.title or "") == words(truth["title"]),
    )


class Gold:
    """The words of a page's story."""

    def __init__(self, truth: dict[str, Any]) -> None:
        self.body = Counter[tuple[str, ...]]()
        for part in truth["body"]:
            self.body.update(shingles(part["text"]))
        self.standfirst = truth["standfirst"] or ""
        self.title = truth["title"] or ""
        self.beside = shingles(self.standfirst) + shingles(self.title)

    def owns(self, line: str) -> bool:
        """Whether a line is the story's: body, standfirst or title."""
        return _share(shingles(line), self.body | self.beside) >= _MOSTLY

    def lines_of(self, paragraphs: Iterable[str]) -> list[str]:
        """The lines that are judged: four words or more, and not the title."""
        lines = [line for text in paragraphs for line in text.splitlines()]
        title = words(self.title)
        return [t for t in lines if len(words(t)) >= LONG and words(t) != title]

    def f1(self, paragraphs: Sequence[str]) -> float:
        """F1 of the body's shingles; title and standfirst count neither for nor against."""
        found = Counter[tuple[str, ...]]()
        for line in (line for text in paragraphs for line in text.splitlines()):
            own = shingles(line)
            only_beside = _share(own, self.beside) >= _KEPT > _share(own, self.body)
            if not only_beside:
                found.update(own)
        common = (found & self.body).total()
        return 2 * common / (found.total() + self.body.total()) if common else 0.0

    def keeps_standfirst(self, reading: Reading) -> bool:
        """Whether the standfirst is there, in the text or in a field of its own."""
        found = shingles("\n".join((*reading.paragraphs, reading.standfirst or "")))
        return _share(shingles(self.standfirst), found) >= _KEPT


def line_f1(paragraphs: Sequence[str], lines: Sequence[dict[str, str]]) -> float:
    """F1 over the lines of a dump that were kept; body and standfirst should be."""
    kept = {_letters(line) for text in paragraphs for line in text.splitlines()}
    all_kept = "\n".join(kept)
    chosen, wanted = 0, 0
    right = 0
    for line in lines:
        key = _letters(line["text"])
        is_kept = key in kept or (len(key) > 20 and key in all_kept)
        is_wanted = line["label"] in ("body", "standfirst")
        chosen += is_kept
        wanted += is_wanted
        right += is_kept and is_wanted
    return 2 * right / (chosen + wanted) if right else 0.0


def score_date(reading: Reading, truth: dict[str, str] | None) -> tuple[str, bool | None]:
    """Whether the day is right, wrong or not given, and whether the minute is.

    Where the page gives none, none is right. A day counts in the page's zone and in UTC.
    """
    if truth is None:
        return ("right" if reading.day is None else "wrong"), None
    at = dt.datetime.fromisoformat(truth["at"])
    days = {at.date()}
    if truth["zone"] == "known":
        days.add(at.astimezone(dt.UTC).date())
    minute = same_minute(reading.moment, at) if truth["zone"] != "day" else None
    if reading.day is None:
        return "none", minute
    return ("right" if reading.day in days else "wrong"), minute


def same_minute(found: dt.datetime | None, at: dt.datetime) -> bool:
    """Whether a moment is right to the minute; the zone must be known where the page has it."""
    if found is None or (found.tzinfo is None) != (at.tzinfo is None):
        return False
    return abs((found - at).total_seconds()) < 60


def same_names(found: Sequence[str], truth: dict[str, Any]) -> bool:
    """Whether the authors are the page's, in any order; agency and site may stand among them."""
    also = {" ".join(words(name)) for name in (truth["agency"], truth["site"]) if name}
    also |= {f"{name} staff" for name in also}
    names = {" ".join(words(name)) for name in found} - also
    return names == {" ".join(words(name)) for name in truth["authors"]}


def _share(part: Counter[tuple[str, ...]], whole: Counter[tuple[str, ...]]) -> float:
    """The share of a line's shingles that a text has."""
    return sum(n for key, n in part.items() if key in whole) / max(1, part.total())


def _letters(text: str) -> str:
    return "".join(words(text))
