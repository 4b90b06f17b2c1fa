"""Puts the mentions of one person together: spellings, offices, days seen."""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dualtrack.actors._words import fold
from people_find import Mention

ALIKE, ALIKE_WORD = 0.9, 0.78  # how alike two spellings must be, and each word: 0 to 1
LONG = 5  # letters of a word from which a slip of spelling is believed
_ARTICLE = re.compile(r"\b(?:al|el|ad|ar|as|an|ash|at|ul|ur)[- ]")
_SAME = (("kh", "h"), ("ou", "u"), ("ei", "i"), ("ai", "i"), ("ck", "k"), ("ph", "f"), ("oe", "o"))
_LETTERS = str.maketrans({"y": "i", "w": "v", "q": "k", "c": "k", "'": None, "’": None})


@dataclass(slots=True)
class Person:
    """A person of one country: how often each spelling and office was seen, and when."""

    country: str
    spellings: Counter[str] = field(default_factory=Counter)
    seen: list[tuple[str, Mention]] = field(default_factory=list)  # (day, mention)

    @property
    def name(self) -> str:
        """The spelling seen most often."""
        return max(self.spellings, key=lambda spelling: (self.spellings[spelling], spelling))

    def take(self, other: Person) -> None:
        """Takes over what was seen of a person who turned out to be the same."""
        self.spellings.update(other.spellings)
        self.seen += other.seen


def skeleton(name: str) -> str:
    """What the spellings of one name have in common: sounds without accents, no initials."""
    flat = _ARTICLE.sub("", fold(name).lower())
    for spelling, sound in _SAME:
        flat = flat.replace(spelling, sound)
    flat = re.sub(r"(?<=[a-z])j", "i", flat)
    flat = re.sub(r"(.)\1+", r"\1", flat.translate(_LETTERS))
    words = [word for word in re.split(r"[ .-]+", flat) if word]
    full = [word for word in words if len(word) > 1]
    return " ".join(full if len(full) > 1 else words)


def group(mentions: Iterable[tuple[str, Mention]]) -> list[Person]:
    """The people of mentions with their days, spellings of one name together."""
    found: dict[tuple[str, str], Person] = {}
    for day, mention in mentions:
        key = (mention.country, skeleton(mention.name))
        person = found.setdefault(key, Person(mention.country))
        person.spellings[mention.name] += 1
        person.seen.append((day, mention))
    by_country: dict[str, list[Person]] = defaultdict(list)
    for person in found.values():
        by_country[person.country].append(person)
    return [person for people in by_country.values() for person in _merged(people)]


def _merged(people: list[Person]) -> Iterator[Person]:
    """The people of a country, with those put together whose names are nearly the same."""
    kept: list[Person] = []
    for person in sorted(people, key=lambda p: (-len(p.seen), p.name)):
        same = [other for other in kept if alike(other.name, person.name)]
        if len(same) == 1:
            same[0].take(person)
        else:
            kept.append(person)
    yield from kept


def alike(one: str, two: str) -> bool:
    """Whether two names of people of one country are spellings of one name."""
    a, b = skeleton(one).split(), skeleton(two).split()
    if len(a) < 2 or len(b) < 2:
        return False
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        tail = long[-len(short) :] == short
        # One word more in the middle, or in front, or (of a long name) at the end.
        inner = len(long) - len(short) == 1 and (long[0], long[-1]) == (short[0], short[-1])
        return tail or inner or (len(short) > 2 and long[: len(short)] == short)
    if [word[0] for word in a] != [word[0] for word in b]:
        return False
    pairs = [*zip(a, b, strict=True), (" ".join(a), " ".join(b))]
    if any(x != y and min(len(x), len(y)) < LONG for x, y in pairs):
        return False
    ratios = [difflib.SequenceMatcher(None, x, y).ratio() for x, y in pairs]
    return min(ratios) >= ALIKE_WORD and ratios[-1] >= ALIKE
