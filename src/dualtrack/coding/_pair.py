"""What one marked actor does to another in a text: the field's usual task, by the same networks.

Every possible trigger is looked at, also weak ones; each speaks for its types as far as the
source is its actor and the target its recipient. Nothing here was trained apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dualtrack._errors import InputError
from dualtrack.coding._decode import Candidate, trigger_candidates
from dualtrack.coding._judge import joined
from dualtrack.coding._labels import ROLES
from dualtrack.coding._model import Floats, Model
from dualtrack.coding._pieces import TEXT, assemble, mark
from dualtrack.ontology import MUTUAL, TYPES

Place = tuple[int, int]
FLOOR = 0.02  # of a trigger's chance: the marked pair says that there is something to find
LONGEST = 500  # pieces; the encoder takes 512, and two marks are put in
STRANGER = 0.02  # weight of a trigger that has neither of the two in its roles
_ACTOR, _RECIPIENT = ROLES.index("actor"), ROLES.index("recipient")
_MUTUAL = np.array([kind in MUTUAL for kind in TYPES])


@dataclass(frozen=True, slots=True)
class PairType:
    """The best type for a pair, the chance of each of the 16 types (they sum to 1), and the
    place of the trigger that spoke loudest, or None where no word of the text did."""

    type: str
    chances: dict[str, float]
    trigger: Place | None


def pair_type(model: Model, text: str, source: Place, target: Place) -> PairType:
    """The type of what `source` does to `target`, both given as places in the text.

    Raises InputError for a text that the encoder cannot read at once.
    """
    encoded = assemble([], model.pieces.words(text))
    if len(encoded.ids) > LONGEST:
        raise InputError(
            f"The text has {len(encoded.ids)} word pieces; give the sentences around the pair,"
            f" {LONGEST} pieces at most."
        )
    words = encoded.segment(TEXT)
    tags = model.triggers(encoded, words)
    ours = [_inside(encoded.words_at(TEXT, *place)) for place in (source, target)]
    votes = (tags[:, 1::2] + tags[:, 2::2]).max(0) * STRANGER + 1e-6
    best: tuple[float, Place | None] = (0.0, None)
    for found in trigger_candidates(tags, FLOOR):
        scores = model.roles(mark(encoded, found.first, found.last))
        vote = _vote(found, scores.kinds, scores.roles, ours, model.settings.share)
        votes = votes + vote
        if vote.max() > best[0]:
            place = encoded.word_start[found.first], encoded.word_end[found.last]
            best = (float(vote.max()), place)
    chances = votes / votes.sum()
    return PairType(
        TYPES[int(chances.argmax())],
        {kind: float(chance) for kind, chance in zip(TYPES, chances, strict=True)},
        best[1],
    )


def _vote(
    found: Candidate, kinds: Floats, roles: Floats, ours: list[list[int]], share: float
) -> Floats:
    """What one trigger says: its types' chances, weighed by who its parties are."""
    source, target = ours
    there = _part(roles, source, _ACTOR) * _part(roles, target, _RECIPIENT)
    back = _part(roles, target, _ACTOR) * _part(roles, source, _RECIPIENT)
    beside = _part(roles, source, _ACTOR) * _part(roles, target, _ACTOR)
    weight = there + np.where(_MUTUAL, np.maximum(back, beside), 0.0)
    joint = joined(found, kinds, share)[1:]
    vote: Floats = (joint * (STRANGER + weight)).astype(np.float32)
    return vote


def _part(roles: Floats, words: Iterable[int], role: int) -> float:
    """The chance that any of some words is part of a role."""
    return max((1.0 - float(roles[word, role, 0]) for word in words), default=0.0)


def _inside(span: tuple[int, int] | None) -> list[int]:
    return list(range(span[0], span[1] + 1)) if span else []
