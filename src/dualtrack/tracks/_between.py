"""Whether an act is between two parties, and which way it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

from dualtrack.coding import Event
from dualtrack.ontology import MUTUAL
from dualtrack.tracks._act import Act
from dualtrack.tracks._party import Party, Who

# Done together by all who are named as actors, whoever else is met or promised something. The
# ontology's other mutual acts are so only where no recipient is named ("the two sides disagree").
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})


class Two(NamedTuple):
    """Two that are named in one act; `x_acts` and `y_acts` tell actors from recipients."""

    x: Who
    x_acts: bool
    y: Who
    y_acts: bool


@dataclass(frozen=True, slots=True)
class Found:
    """An act between a and b: `there` from a to b, `back` from b to a, both if done together.

    `a` and `b` say by their keys who it was on either side, for a group's members.
    """

    act: Act
    there: bool
    back: bool
    a: frozenset[str]
    b: frozenset[str]


def twos(event: Event) -> Iterator[Two]:
    """All pairs of an event's actors and recipients, each in both orders."""
    named = [(Who.of(m), True) for m in event.actors]
    named += [(Who.of(m), False) for m in event.recipients]
    for (x, x_acts), (y, y_acts) in permutations(named, 2):
        yield Two(x, x_acts, y, y_acts)


def between(
    act: Act, pairs: Iterable[Two], a: Party, b: Party, *, has_recipients: bool
) -> Found | None:
    """How the act goes between a and b; None if it does not.

    `pairs` must hold all pairs in which x may be a and y may be b. Where the parties overlap,
    as a union and one of its members do, two who belong to both are not counted: what one
    does to another there happens within the party, not between the two.
    """
    there = back = False
    sides: tuple[set[str], set[str]] = set(), set()
    together = act.type in TOGETHER or (act.type in MUTUAL and not has_recipients)
    day = act.day
    for x, x_acts, y, y_acts in pairs:
        if not (x_acts or y_acts) or (x_acts and y_acts and not together):
            continue
        if not (a.matches(x, day) and b.matches(y, day)):
            continue
        if a.matches(y, day) and b.matches(x, day):
            continue
        there |= x_acts
        back |= y_acts
        sides[0].add(x.key)
        sides[1].add(y.key)
    if not there and not back:
        return None
    return Found(act, there, back, frozenset(sides[0]), frozenset(sides[1]))
