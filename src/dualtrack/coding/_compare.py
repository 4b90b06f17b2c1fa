"""What it means that a predicted event is the gold one: actors, matches, dyads.

The definitions are those that the project's figures have always had; the docstrings state them
in full. Offsets are never compared, only words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dualtrack import ontology

_STOP = frozenset({"the", "a", "an", "of", "and", "in", "to", "on", "for", "by", "with", "s"})
_SUPPORT = frozenset(t for t in ontology.TYPES if ontology.track(t) == "support")
_STATELESS = frozenset(s for s in ontology.SECTORS if ontology.sector_info(s).stateless)


@lru_cache(maxsize=65_536)
def words(text: str) -> frozenset[str]:
    """The words of a text in lower case, without the smallest ones."""
    return frozenset(re.findall(r"\w+", text.lower())) - _STOP


@dataclass(frozen=True, slots=True)
class Who:
    """A mention as compared: the words it is written in, and those it is called by."""

    written: frozenset[str]
    called: frozenset[str]
    country: str | None
    sector: str | None

    def same(self, other: Who) -> bool:
        """The countries agree; where either side has none, the words overlap."""
        if self.country and other.country:
            return self.country == other.country
        return bool(self.written & other.written or self.called & other.called)

    def key(self) -> str | None:
        """Its country, or else its name if it is a body that may have none; else None."""
        if self.country:
            return self.country
        return " ".join(sorted(self.called)) if self.sector in _STATELESS else None


@dataclass(frozen=True, slots=True)
class Act:
    """An event as compared, whichever form it came in. Absent words are an empty text."""

    type: str
    mode: str | None
    status: str | None
    trigger: frozenset[str]
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    speaker: str
    condition: str

    @property
    def parties(self) -> tuple[Who, ...]:
        """Everybody on either side."""
        return self.actors + self.recipients

    @property
    def mutual(self) -> bool:
        """Its parties may be listed on either side."""
        return self.type in ontology.MUTUAL


def _text(value: object) -> str:
    """The words of a field: a text, an object with a `text`, or nothing."""
    if isinstance(value, Mapping):
        value = value.get("text")
    return value if isinstance(value, str) else ""


def _who(mention: Mapping[str, Any]) -> Who:
    written = _text(mention)
    called = mention.get("name") or written
    return Who(words(written), words(called), mention.get("country"), mention.get("sector"))


def to_act(event: Mapping[str, Any]) -> Act:
    """Read an event in gold's form or in the form of `Event.to_dict`."""
    return Act(
        type=event["type"],
        mode=event.get("mode"),
        status=event.get("status"),
        trigger=words(_text(event["trigger"])),
        actors=tuple(_who(m) for m in event.get("actors") or ()),
        recipients=tuple(_who(m) for m in event.get("recipients") or ()),
        speaker=_text(event.get("speaker")),
        condition=_text(event.get("condition")),
    )


def same_actors(left: Sequence[Who], right: Sequence[Who]) -> bool:
    """Everybody on each side is found on the other; two empty sides agree."""
    return all(any(a.same(b) for b in right) for a in left) and all(
        any(a.same(b) for a in left) for b in right
    )


def same_trigger(gold: Act, predicted: Act) -> bool:
    """The triggers share a word."""
    return bool(gold.trigger & predicted.trigger)


def same_parties(gold: Act, predicted: Act) -> bool:
    """Actors and recipients agree.

    Where the gold act is mutual, or has no recipient, it is enough that the parties agree
    when both sides are taken together, if there are any.
    """
    if same_actors(gold.actors, predicted.actors) and same_actors(
        gold.recipients, predicted.recipients
    ):
        return True
    if not gold.mutual and gold.recipients:
        return False
    return bool(gold.parties) and same_actors(gold.parties, predicted.parties)


def _same_track(gold: Act, predicted: Act) -> bool:
    """Both types are of the support track, or neither is. Modes do not count here."""
    return (gold.type in _SUPPORT) == (predicted.type in _SUPPORT)


Test = Callable[[Act, Act], bool]

TESTS: dict[str, Test] = {
    "trigger": same_trigger,
    "type": lambda g, p: g.type == p.type and same_trigger(g, p),
    "actors": lambda g, p: g.type == p.type and same_actors(g.actors, p.actors),
    "recipients": lambda g, p: g.type == p.type and same_actors(g.recipients, p.recipients),
    "event": lambda g, p: g.type == p.type and same_parties(g, p),
    "track": lambda g, p: _same_track(g, p) and same_parties(g, p),
}


def pair_up(gold: Sequence[Act], predicted: Sequence[Act], test: Test) -> list[tuple[Act, Act]]:
    """One-to-one matches of the pairs that pass a test.

    Greedy: pairs whose triggers agree come first, then the order of gold, then of the predicted.
    """
    candidates = [
        (not same_trigger(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if test(g, p)
    ]
    left, right = set(range(len(gold))), set(range(len(predicted)))
    out: list[tuple[Act, Act]] = []
    for _, i, j in sorted(candidates):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            out.append((gold[i], predicted[j]))
    return out


def dyads(acts: Sequence[Act]) -> set[tuple[str, str, str]]:
    """The distinct (party, type, other party) triples of some acts, as the tracks sum them.

    A party is a country, or a named body of a kind that may have none; nobody stands against
    itself. The actors of a mutual act without recipients stand on both sides.
    """
    out: set[tuple[str, str, str]] = set()
    for act in acts:
        doers = {k for who in act.actors if (k := who.key()) is not None}
        others = {k for who in act.recipients if (k := who.key()) is not None}
        if act.mutual and not others:
            others = doers
        out |= {(a, act.type, b) for a in doers for b in others if a != b}
    return out
