"""Numbers written in figures or in words, up to the trillions."""

from __future__ import annotations

import re
from functools import cache

from dualtrack.coding._tables import any_of, table

# 3,000 and 3 000 and 1.5; a group after a blank must have three digits and no more.
FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?"


@cache
def spelt() -> str:
    """A pattern for a number in words: "three", "twenty-four", "two hundred and six"."""
    data = table("numbers.yaml")
    tens = any_of(word for word, value in data["small"].items() if value >= 20)
    ones = any_of(word for word, value in data["small"].items() if 0 < value < 10)
    small, scale = any_of(data["small"]), any_of(data["scales"])
    unit = rf"(?:{tens}[\s-]{ones}|{small})"
    scaled = rf"(?:{unit}|an?)(?:[\s-]{scale})+(?:(?:,?\s+and)?\s+{unit}(?:\s+{scale})*)*"
    return rf"(?:{scaled}|{unit})"


@cache
def _values() -> tuple[dict[str, float], dict[str, float]]:
    data = table("numbers.yaml")
    small = {word: float(value) for word, value in data["small"].items()}
    return small, {word: float(value) for word, value in data["scales"].items()}


def number(text: str) -> float | None:
    """The value of a number in figures or words ("3,000", "1.5 million", "twenty-four").

    None for words that are no number.
    """
    small, scales = _values()
    total, group, seen = 0.0, 0.0, False
    text = re.sub(r"(?<=\d)[, \u00a0\u202f](?=\d{3})", "", text.casefold())
    for word in re.split(r"[\s-]+|,\s", text.strip()):
        if word in small:
            group += small[word]
        elif word in scales:
            factor = scales[word]
            group = (group or 1.0) * factor
            if factor > 100:
                total, group = total + group, 0.0
        elif re.fullmatch(r"\d+(?:\.\d+)?", word, re.ASCII) and len(word) < 25:
            group += float(word)
        elif word not in ("and", "a", ""):
            return None
        seen = seen or word not in ("and", "a", "")
    return total + group if seen else None
