"""Takes a mention apart: its head, what follows a preposition, titles and counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dualtrack.actors._tables import word_list
from dualtrack.actors._words import TOKEN

_LEAD = re.compile(
    r"(?:(?:the|a|an|its|their|his|her|our|some|several|many|most|other|another|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|scores|both|all"
    r"|more than|at least|about|around|over|up to|nearly|almost|hundreds of|dozens of"
    r"|thousands of|tens of thousands of|hundreds of thousands of|a number of|a group of"
    r"|members of|\d[\d,.]*)(?:\s+of)?\s+(?:the\s+)?)+(?=\S)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s+(of|from|in|for|to|at|on|with|who|which|that|near|against|by|under|inside|outside|across"
    r"|during|aboard|belonging|loyal|including|among|between|over|into|as|within|off|after"
    r"|protesting|accused|suspected|carrying|travelling|seeking|demanding|fleeing|working|living"
    r"|detained|held|arrested|led|backed|supported|linked)\b|\s*[,(;:]|\s+[-–—]+\s"
)
TITLES = word_list("titles")
_POSSESSIVE = re.compile(r"(?<=s)'$|'s$|'$")
# "Saudi-backed rebels" are not Saudi; "Saudi-led coalition" is.
_OTHERS = re.compile(
    r"[- ](backed|linked|funded|trained|supported|aligned|allied|occupied|made|built|supplied"
    r"|bound|friendly|affiliated|inspired|financed|armed|annexed|brokered|mediated|sponsored"
    r"|facing|educated|flagged|designated|tied|oriented)\b"
)
_SIDES = re.compile(r"(?:pro|anti|non)-$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention in parts: `head` as folded text, and the `tail` behind its first preposition."""

    head: str
    link: str | None
    tail: str


def bare(mention: str) -> str:
    """A folded mention without articles, counts and a closing possessive."""
    text = " ".join(mention.split())
    text = _POSSESSIVE.sub("", text.strip("\"'.,;: ") if not text.endswith(".") else text)
    match = _LEAD.match(text)
    return text[match.end() :] if match else text


def split(text: str, spans: Iterable[tuple[int, int]] = ()) -> Phrase:
    """Cuts a bare mention at its first preposition, comma or relative word.

    `spans` are places of known names, which are not cut ("Bank of England").
    """
    held = list(spans)
    for match in _BREAK.finditer(text):
        if match.start() and not any(a < match.start() < b for a, b in held):
            return Phrase(text[: match.start()], match.group(1), text[match.end() :].strip())
    return Phrase(text, None, "")


def words(text: str) -> list[str]:
    """The words of a phrase in lower case; parts of a hyphenated word stay together."""
    flat = text.lower().replace("'s", "")
    return [word.strip("'\"") for word in re.findall(r"[^\s,()]+", flat) if word.strip("'\"")]


def for_others(text: str, start: int, end: int) -> bool:
    """Whether a nation's name at a place only backs or opposes the thing ("pro-Russian")."""
    return _OTHERS.match(text, end) is not None or _SIDES.search(text[:start][-6:]) is not None


def name_words(text: str) -> list[str]:
    """The words of a person's name in a mention, titles taken off."""
    tokens = [match.group() for match in TOKEN.finditer(text)]
    while tokens and tokens[0].lower() in TITLES:
        tokens.pop(0)
    return tokens


def titled(text: str) -> bool:
    """Whether a mention begins with a title such as Mr or President."""
    first = TOKEN.match(text)
    return first is not None and first.group().lower() in TITLES and " " in text
