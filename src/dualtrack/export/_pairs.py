"""Acts of several parties as pairs of an actor and a recipient, where a format knows no lists."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from dualtrack.coding import Event, Mention
from dualtrack.export._words import name_of
from dualtrack.ontology import MUTUAL

# Done together by all who are named as actors, whoever else is met or promised something.
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Pair:
    """One actor and one recipient of an act; None where the act names none."""

    actor: Mention | None
    recipient: Mention | None


def pairs(event: Event) -> list[Pair]:
    """Every actor with every recipient, each pair once.

    What several did together stands in both directions between each two of them. An act without
    actors or without recipients keeps the side that it has.
    """
    found = [Pair(a, r) for a in event.actors or (None,) for r in event.recipients or (None,)]
    if event.type in _TOGETHER or (event.type in MUTUAL and not event.recipients):
        among = [Pair(a, b) for a in event.actors for b in event.actors if key(a) != key(b)]
        if among and not event.recipients:
            found = []
        found += among
    once = {(key(p.actor), key(p.recipient)): p for p in reversed(found)}
    return [p for p in reversed(once.values()) if p.actor is not None or p.recipient is not None]


def key(mention: Mention | None) -> str:
    """What tells a party from another: its country, sector and name."""
    if mention is None:
        return ""
    return "\t".join((mention.country or "", mention.sector, name_of(mention).casefold()))


def number(act: str, pair: Pair) -> int:
    """A number for an act and a pair, the same in every export.

    It has 52 bits, so that also readers who take numbers for floating point keep it whole; two
    of a million rows are the same with a chance of one in ten thousand.
    """
    words = "\n".join((act, key(pair.actor), key(pair.recipient)))
    return int(hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:13], 16)
