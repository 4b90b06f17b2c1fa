"""Who stands on one side of an act: what several names of one party say together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dualtrack.coding._event import Mention, Span

WEAK = 0.1  # a name below this chance tells nothing of a party
# What may stand between two names of a list: "Netanyahu and his minister Gallant".
_LISTED = re.compile(r"\s*(,|and\b|or\b|&|as well as\b)[^.;:]{0,30}")


@dataclass(frozen=True, slots=True)
class Party:
    """One name of a party, and the chance that the party is on this side."""

    mention: Mention
    chance: float


def parties(
    named: Sequence[tuple[Mention, float]], floor: float, between: Callable[[Span, Span], str]
) -> list[Party]:
    """The parties of one side in the order of the text; `named` are its names with their chances.

    A text names a party in several places ("Putin", "Russia", "Moscow"), and the network spreads
    its chance over them: chances of one country, or without a country of one wording, are added.
    A party stands from `floor` on, by its surest name, and by others only where they are listed
    beside one another. `between` gives the words between two spans of one field.
    """
    groups: dict[str, list[tuple[Mention, float]]] = defaultdict(list)
    for mention, chance in named:
        groups[mention.country or mention.span.text.casefold()].append((mention, chance))
    out: list[Party] = []
    for group in groups.values():
        whole = min(1.0, sum(chance for _, chance in group))
        if whole >= floor:
            out += [Party(mention, whole) for mention in _told(group, floor, between)]
    return sorted(out, key=lambda p: (p.mention.span.where, p.mention.span.start))


def _told(
    group: Sequence[tuple[Mention, float]], floor: float, between: Callable[[Span, Span], str]
) -> list[Mention]:
    """The surest name, and those that are as sure as a party and stand in one list with it."""
    best, _ = max(group, key=lambda pair: pair[1])
    out = [best]
    for mention, chance in group:
        fresh = mention.span.text.casefold() not in {m.span.text.casefold() for m in out}
        if chance >= floor and fresh and any(_listed(mention, m, between) for m in out):
            out.append(mention)
    return out


def _listed(one: Mention, other: Mention, between: Callable[[Span, Span], str]) -> bool:
    first, second = sorted((one.span, other.span), key=lambda s: s.start)
    if first.where != second.where or first.end > second.start:
        return False
    return _LISTED.fullmatch(between(first, second)) is not None
