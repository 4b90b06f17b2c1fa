"""Words cut to stems, and how much each weighs: the rarer in the news, the more."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

WORD = re.compile(r"\w+(?:[.,]\d+)*")
# Coarse, for comparing only: "bombing", "bombed" and "bombs" are one, "struck" and "strike" two.
_ENDS = ("ings", "ing", "ers", "er", "ed", "es", "s", "e")
_LONGEST = 6


def _read(name: str) -> str:
    return (files("dualtrack.record") / name).read_text("utf-8")


RULE: dict[str, Any] = yaml.safe_load(_read("same.yaml"))
_NUMERALS: dict[str, str] = {word: str(n) for word, n in RULE["numerals"].items()}


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word in lower case without its end; a number in digits, without thousands' commas."""
    if word[0].isdigit():
        return word.replace(",", "")
    word = word.casefold()
    if word in _NUMERALS:
        return _NUMERALS[word]
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)]
            break
    return word[:_LONGEST]


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(map(stem, WORD.findall(text)))


IGNORED = stems(RULE["ignored"])


def listed(name: str) -> frozenset[str]:
    """The stems of a list of words in `same.yaml`."""
    return stems(RULE[name])


def _table() -> tuple[int, dict[str, int]]:
    """How many items were counted, and in how many of them each stem stands."""
    total, counts = 0, {}
    for line in _read("same_words.tsv").split("\n"):
        if line.startswith("# items:"):
            total = int(line.split(":")[1])
        elif line and not line.startswith("#"):
            word, _, count = line.partition("\t")
            counts[word] = int(count)
    return total, counts


_TOTAL, _COUNTS = _table()
_WEIGHTS = {word: math.log(_TOTAL / count) for word, count in _COUNTS.items()}
_UNLISTED = math.log(_TOTAL / RULE["unlisted"])


def weight(stem_: str) -> float:
    """How much a stem weighs: the logarithm of one over the share of items that hold it."""
    return _WEIGHTS.get(stem_, _UNLISTED)


def weigh(stems_: frozenset[str]) -> float:
    """How much some stems weigh together."""
    return sum(_WEIGHTS.get(one, _UNLISTED) for one in sorted(stems_))
