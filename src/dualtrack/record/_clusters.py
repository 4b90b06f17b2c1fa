"""From pairs of reports to acts: which reports tell of one and the same.

A pure function of what it is given, whatever its order. People come first: whom they put
together is together, whom they put apart is never in one act, also not by way of a third. Then the
machine's links, the strongest first (ids decide among equals), each only where it joins nothing
that must stay apart. An article tells an act once, so two reports of one article are joined by
people alone. Only standing reports hold an act together: others are joined to one, and never
join two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A report: its article, its day (ordinal), and whether it stands."""

    article: str
    day: int
    stands: bool


@dataclass(slots=True)
class _Group:
    members: list[str]
    articles: set[str]
    first: int
    last: int
    stands: bool


def clusters(
    nodes: Mapping[str, Node],
    links: Iterable[tuple[float, str, str]],
    together: Iterable[frozenset[str]] = (),
    apart: Iterable[frozenset[str]] = (),
    *,
    longest: int,
) -> list[list[str]]:
    """The acts, each as the sorted ids of its reports, in the order of their first ids.

    `links` are (strength, id, id). The machine's links make no act that is told over more than
    `longest` days. Pairs with an id that is not among `nodes` do not count.
    """
    desk = _Desk(nodes, apart, longest)
    for one, other in sorted(tuple(sorted(pair)) for pair in together if len(pair) == 2):
        desk.join(one, other, by_people=True)
    ordered = sorted((-strength, min(a, b), max(a, b)) for strength, a, b in links)
    for _, a, b in ordered:
        if a in nodes and b in nodes and nodes[a].stands and nodes[b].stands:
            desk.join(a, b)
    for _, a, b in ordered:
        desk.join(a, b, hanging=True)
    return desk.groups()


class _Desk:
    def __init__(
        self, nodes: Mapping[str, Node], apart: Iterable[frozenset[str]], longest: int
    ) -> None:
        self._longest = longest
        self._of = {
            id: _Group([id], {node.article}, node.day, node.day, node.stands)
            for id, node in nodes.items()
        }
        self._enemies: dict[str, set[str]] = {}
        for pair in apart:
            for id in pair:
                self._enemies.setdefault(id, set()).update(pair - {id})

    def join(self, a: str, b: str, *, by_people: bool = False, hanging: bool = False) -> None:
        """Make one act of two, if it may be; if `hanging`, not of two that both stand."""
        if a not in self._of or b not in self._of:
            return
        large, small = self._of[a], self._of[b]
        if large is small or self._kept_apart(large, small):
            return
        if not by_people and not self._may(large, small):
            return
        if hanging and large.stands and small.stands:
            return
        if len(large.members) < len(small.members):
            large, small = small, large
        large.members += small.members
        large.articles |= small.articles
        large.first = min(large.first, small.first)
        large.last = max(large.last, small.last)
        large.stands = large.stands or small.stands
        for id in small.members:
            self._of[id] = large

    def groups(self) -> list[list[str]]:
        unique = {id(group): group for group in self._of.values()}
        return sorted(sorted(group.members) for group in unique.values())

    def _kept_apart(self, one: _Group, other: _Group) -> bool:
        if not self._enemies:
            return False
        enemies = {e for id in one.members for e in self._enemies.get(id, ())}
        return not enemies.isdisjoint(other.members)

    def _may(self, one: _Group, other: _Group) -> bool:
        days = max(one.last, other.last) - min(one.first, other.first)
        return one.articles.isdisjoint(other.articles) and days <= self._longest
