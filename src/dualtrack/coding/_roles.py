"""The second pass's scores of one trigger → its roles as spans of the article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from dualtrack.coding._decode import spans
from dualtrack.coding._event import Span
from dualtrack.coding._labels import ROLES
from dualtrack.coding._model import RoleScores, Settings
from dualtrack.coding._parties import WEAK
from dualtrack.coding._tables import table
from dualtrack.coding._windows import Window
from dualtrack.ontology import SECTORS
from dualtrack.pages import Article

_WITHIN = ("", "'", "’")  # what may stand between two pieces of one word
SIDES = ("actor", "recipient")
NAMES = ("actor", "recipient", "speaker", "location")
SINGLE = ("speaker", "location", "date", "condition")


@dataclass(frozen=True, slots=True)
class Found:
    """A span found for a role: its words, how sure, and the likeliest sector of a mention."""

    span: Span
    first: int
    last: int
    chance: float
    sector: str


def roles_of(
    article: Article, window: Window, scores: RoleScores, settings: Settings
) -> dict[str, list[Found]]:
    """Each role's spans in the order of the text; the single roles have at most their best.

    Of actors and recipients the weak ones are given as well, each wording as often as it stands:
    what they say together is weighed by party (`_parties.py`).
    """
    out: dict[str, list[Found]] = {}
    for number, role in enumerate(ROLES):
        floor = WEAK if role in SIDES else settings.role_floor[role]
        found: list[Found] = []
        for begin, end in segments(window):
            pieces = spans(scores.roles[begin:end, number], floor)
            for first, last, chance in _joined(pieces, article, window, begin):
                first, last = first + begin, last + begin  # noqa: PLW2901
                if role in NAMES:
                    first, last = _bare(article, window, first, last)  # noqa: PLW2901
                if last < first:
                    continue  # a lone "the" is nobody
                span = window.span(article, first, last)
                if not any(c.isalnum() for c in span.text):
                    continue  # nor is a comma or a quote
                found.append(Found(span, first, last, chance, _sector(scores, first, last)))
        if role in SINGLE and len(found) > 1:
            found = [max(found, key=lambda f: f.chance)]
        out[role] = found
    return out


def _bare(article: Article, window: Window, first: int, last: int) -> tuple[int, int]:
    """The words without those at the edges that no mention begins or ends with."""
    while first <= last and _is_edge(window.span(article, first, first).text):
        first += 1
    while first <= last and _is_edge(window.span(article, last, last).text):
        last -= 1
    return first, last


def _is_edge(word: str) -> bool:
    return word.casefold() in _edges() or not any(c.isalnum() for c in word)


@cache
def _edges() -> frozenset[str]:
    return frozenset(table("mentions.yaml")["edges"])


def segments(window: Window) -> list[tuple[int, int]]:
    """(begin, end) word numbers of each segment: no span may cross from context into text."""
    numbers = window.encoded.word_segment
    cuts = [0, *(i for i in range(1, len(numbers)) if numbers[i] != numbers[i - 1]), len(numbers)]
    return list(pairwise(cuts)) if numbers else []


def _joined(
    pieces: list[tuple[int, int, float]], article: Article, window: Window, begin: int
) -> list[tuple[int, int, float]]:
    """Spans of one role that stand side by side within one written word are one span.

    "People" and "s Liberation" of "People's Liberation Front" are not two actors.
    """
    out: list[tuple[int, int, float]] = []
    for first, last, chance in pieces:
        if out:
            before, until, other = out[-1]
            whole = window.span(article, begin + before, begin + last)
            halves = [
                window.span(article, begin + a, begin + b)
                for a, b in ((before, until), (first, last))
            ]
            between = whole.text[len(halves[0].text) : len(whole.text) - len(halves[1].text)]
            if between in _WITHIN:
                out[-1] = (before, last, max(other, chance))
                continue
        out.append((first, last, chance))
    return out


def _sector(scores: RoleScores, first: int, last: int) -> str:
    return SECTORS[int(np.log(scores.sectors[first : last + 1] + 1e-9).mean(0).argmax())]
