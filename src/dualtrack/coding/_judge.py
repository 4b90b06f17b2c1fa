"""Both passes weighed together: is it an act, of which type and mode, how sure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dualtrack.coding._decode import Candidate
from dualtrack.coding._labels import mode_labels
from dualtrack.coding._model import Floats, RoleScores, Settings
from dualtrack.ontology import STATUSES, TYPES


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a trigger was found to be.

    `keep` says whether it is an act; `score` is the probability that it is one of this type.
    """

    keep: bool
    kind: str
    mode: str | None
    status: str
    score: float


def judge(candidate: Candidate, scores: RoleScores, settings: Settings) -> Verdict:
    """The verdict on one candidate after the second pass."""
    joint = joined(candidate, scores.kinds, settings.share)
    number = int(joint[1:].argmax())
    kind = TYPES[number]
    return Verdict(
        keep=float(1.0 - joint[0]) >= settings.keep,
        kind=kind,
        mode=_mode(scores, kind),
        status=STATUSES[int(scores.statuses.argmax())],
        score=float(joint[number + 1]),
    )


def joined(candidate: Candidate, kinds: Floats, share: float) -> Floats:
    """Both passes' chances of "none" and of each type [17], by their weighted geometric mean.

    `share` is the first pass's weight, between 0 and 1.
    """
    first = np.append(max(1e-6, 1.0 - candidate.chance), candidate.kinds)
    joint = np.maximum(first, 1e-9) ** share * np.maximum(kinds, 1e-9) ** (1.0 - share)
    out: Floats = (joint / joint.sum()).astype(np.float32)
    return out


def _mode(scores: RoleScores, kind: str) -> str | None:
    """The likeliest mode among the type's own."""
    pairs = [(float(scores.modes[i]), m) for i, (k, m) in enumerate(mode_labels()) if k == kind]
    return max(pairs, key=lambda p: p[0])[1]
