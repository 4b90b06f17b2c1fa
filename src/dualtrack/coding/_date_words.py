"""Date words put into one plain form, and the patterns of their parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dualtrack.coding._numbers import spelt
from dualtrack.coding._tables import any_of, table

_LONGEST = 160  # code points; what is longer is a clause and no date
_TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of dates.yaml, turned round for looking up, and patterns made of them."""

    months: dict[str, int]
    weekdays: dict[str, int]
    parts: dict[str, str]
    same: dict[str, str]
    same_pattern: re.Pattern[str]
    times: re.Pattern[str]
    links: re.Pattern[str]
    kinds: dict[str, str]
    hedge: re.Pattern[str]
    named: dict[str, str]
    find: re.Pattern[str]


@cache
def words() -> Words:
    """The tables; read once."""
    data = table("dates.yaml")
    months = {word: number for number, names in data["months"].items() for word in names}
    weekdays = {word: number for number, names in data["weekdays"].items() for word in names}
    parts = {
        "M": any_of(months) + r"\.?",
        "W": any_of(weekdays),
        "D": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)",
        "Y": r"(?:1[5-9]|20|21)\d\d(?!\d)",
        "S": any_of(data["seasons"]),
        "F": any_of([*data["feasts"], *data["easter"]]),
        "E": any_of(data["eras"]),
        "N": rf"(?:\d{{1,4}}|{spelt()}|an?|one)",
        "U": r"(?:minute|hour|day|week|month|year)",
    }
    kinds = {" ".join(link.split()): kind for kind, all_ in data["links"].items() for link in all_}
    return Words(
        months=months,
        weekdays=weekdays,
        parts=parts,
        same=data["same"],
        same_pattern=re.compile(rf"\b{any_of(data['same'])}\b"),
        times=_times(data["times"]),
        links=re.compile(rf"({any_of(kinds)})\b\s*"),
        kinds=kinds,
        hedge=re.compile(rf"(?:{any_of(data['hedges'])}\b\s*)+"),
        named={name: day for day, names in data["named"].items() for name in names},
        find=pattern(
            r"\b(?:{D} (?:of )?{M}(?:,? {Y})?|{M} {D}(?:,? {Y})?|{M},? {Y}"
            r"|{Y}(?:-\d\d)?|{M}|{W})\b(?!-)",
            parts,
        ),
    )


def pattern(template: str, parts: dict[str, str]) -> re.Pattern[str]:
    """A compiled pattern in which {M}, {D}, {Y}, {W}, {S}, {F}, {N}, {U} stand for their words."""
    for name, part in parts.items():
        template = template.replace("{" + name + "}", part)
    return re.compile(template)


def _times(names: list[str]) -> re.Pattern[str]:
    clock = r"\d{1,2}(?::\d\d|\.\d\d)?\s?(?:[ap]\.?m\b\.?)|\d{1,2}:\d\d(?:\s?hours)?"
    lead = (
        r"(?:at|around|about|shortly|just|before|after|by|in|during|the|early|late|later|mid|from)"
    )
    hour = r"\w+ (?:o'clock )?in the (?:morning|evening|afternoon)"
    told = rf"(?:{clock}|(?:{lead}\s+)*{any_of(names)}|{hour})"
    return re.compile(rf"(?:\b{lead}\s+)*\b{told}(?!\w)(?:\s+(?:on|of)\b(?!\s+the\s+\w+\s+of))?")


def plain(text: str) -> str | None:
    """Lower case, plain signs, one blank between words, no possessive; None where too long."""
    if len(text) > _LONGEST:
        return None
    text = " ".join(text.translate(_TYPOGRAPHIC).casefold().split()).strip(" .,;:!?()[]\"“”'")
    text = re.sub(r"(?<=[a-z])'s(?= |$)(?! (?:end|day|eve))", "", text)
    text = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text)
    text = re.sub(r"(?<=[a-z]{3})\.(?=\s?\d)", " ", text)
    text = re.sub(r"\s+", " ", text)
    table = words()
    return table.same_pattern.sub(lambda match: table.same[match.group()], text)
