"""What stands behind a number: the words for that which is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dualtrack.coding._tables import any_of, table

_WORD = re.compile(r"[ \u00a0]((?:[A-Z]\.){2,}|[^\W\d_][\w]*(?:[-–]\w+)*(?:['’]s(?= ))?)(?![\w'’])")
_TOGETHER = re.compile(r"(?:,|,? and|,? or)(?= )")
_OF = re.compile(r" of(?= )")
_SUM = re.compile(r" (?:of|in|worth of)(?= )")
_SHARE = re.compile(r" of(?: the| its| their| all)?(?= )")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Lists:
    stops: frozenset[str]
    plurals: frozenset[str]
    before: frozenset[str]
    verb_before: re.Pattern[str]
    after_no_count: re.Pattern[str]
    before_no_count: re.Pattern[str]
    pronoun: re.Pattern[str]
    numbers: frozenset[str]


@cache
def _lists() -> _Lists:
    data = table("quantities.yaml")
    return _Lists(
        stops=frozenset(data["stops"]),
        plurals=frozenset(data["plurals"]),
        before=frozenset(data["before_the_head"]),
        verb_before=re.compile(
            rf"\s(?:(?:about |over |around )?\d|{any_of(data['determiners'])}\b)", re.IGNORECASE
        ),
        after_no_count=re.compile(
            rf"[\s-]*(?:{any_of(data['between'])}\s)?{any_of(data['not_counted'])}\b", re.IGNORECASE
        ),
        before_no_count=re.compile(
            rf"(?<!\w){any_of(data['names_a_number'])}\.?(?:\s|\sof\s)$", re.IGNORECASE
        ),
        numbers=frozenset([*table("numbers.yaml")["small"], *data["loose"]]),
        pronoun=re.compile(rf"(?<!\w){any_of(data['pronoun_after'])}\s$", re.IGNORECASE),
    )


def counts_nothing(text: str, start: int, at: int, end: int) -> bool:
    """Whether the number in `text[start:at]` is a time, a length, an age, a day or a name."""
    lists = _lists()
    return bool(
        lists.after_no_count.match(text, at, end)
        or lists.before_no_count.search(text, max(0, start - 16), start)
    )


def is_pronoun(text: str, start: int, at: int) -> bool:
    """Whether "one" stands for somebody: "no one", "one of them"."""
    if text[start:at].casefold() != "one":
        return False
    return bool(
        _lists().pronoun.search(text, max(0, start - 10), start)
        or re.match(r"\s(?:of|day|another|thing|side|more)\b", text[at : at + 9])
    )


def counted(text: str, at: int, end: int, *, single: bool = False) -> tuple[int, int] | None:
    """Start and end of the words counted by a number that ends at `at`; None if there are none.

    They run to the plural that heads them, with further plurals joined to it ("missiles and
    drones") and an "of" without article ("tonnes of wheat"). `single` takes a singular.
    """
    first = _head(text, at, end, single=single)
    if first is None:
        return None
    start, stop = first
    for _ in range(4):
        joined = _joined(text, stop, end) or _of(text, stop, end)
        if joined is None:
            break
        stop = joined
    return start, stop


def _words(text: str, at: int, end: int) -> list[re.Match[str]]:
    out: list[re.Match[str]] = []
    while len(out) < _MOST_WORDS and (match := _WORD.match(text, at, end)):
        if match[1].casefold() in _lists().stops and match[1] != "US":
            break
        out.append(match)
        at = match.end()
    return out


def _plural(word: str) -> bool:
    low = word.casefold()
    if low in _lists().before:
        return False
    if low in _lists().plurals or low.endswith(("men", "people")):
        return True
    return len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "sis", "'s", "’s"))


def _collective(word: str) -> bool:
    """Whether a plural without s may stand before another: "police officers"."""
    low = word.casefold()
    return low in _lists().plurals and not low.endswith(("men", "people", "children"))


def _head(text: str, at: int, end: int, *, single: bool) -> tuple[int, int] | None:
    words = _words(text, at, end)
    if not words:
        return None
    for word, then in zip(words, [*words[1:], None], strict=True):
        if _plural(word[1]):
            compound = then and _collective(word[1]) and _plural(then[1])
            return words[0].start(1), then.end(1) if then and compound else word.end(1)
    if not single:
        # "20 Vietnamese": the name of a people may be its own plural.
        people = words[0][1][0].isupper() and words[0][1].endswith(("ese", "ish", "ch", "i"))
        return words[0].span(1) if people else None
    last = words[0]
    for word in words[1:3]:
        if word[1].endswith(("ed", "ing")) or _plural(word[1]):
            break
        last = word
    if _lists().after_no_count.fullmatch(last[1]):
        return None
    return words[0].start(1), last.end(1)


def _joined(text: str, at: int, end: int) -> int | None:
    join = _TOGETHER.match(text, at, end)
    if join is None:
        return None
    words = _words(text, join.end(), end)
    for word in words[:2]:
        if word[1].endswith(("ed", "ing")) or word[1].casefold() in _lists().numbers:
            return None
        if not _plural(word[1]):
            continue
        if _lists().verb_before.match(text, word.end(), end):
            return None  # "and injures 30"
        listed = join.group() == ","
        return None if listed and _joined(text, word.end(), end) is None else word.end(1)
    return None


def _of(text: str, at: int, end: int) -> int | None:
    of = _OF.match(text, at, end)
    if of is None:
        return None
    words = _words(text, of.end(), end)[:3]
    last: int | None = None
    for word in words:
        if last is not None and word[1].endswith(("ed", "ing")):
            break
        last = word.end(1)
        if _plural(word[1]) or not word[1][0].isupper():
            break
    return last


def share_of(text: str, at: int, end: int, *, money: bool) -> tuple[int, int] | None:
    """What a share or a sum is told of: "15% of the vote", "$26 billion in aid"."""
    lead = (_SUM if money else _SHARE).match(text, at, end)
    if lead is None:
        return None
    words = _words(text, lead.end(), end)[:5]
    if not words or (" in" in lead.group() and words[0][1][0].isupper()):
        return None
    last = words[0]
    for word in words[1:]:
        if _plural(last[1]) or word[1].endswith("ed"):
            break
        last = word
    return words[0].start(1), last.end(1)
