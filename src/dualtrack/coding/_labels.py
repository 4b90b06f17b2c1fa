"""The label spaces of the two passes, in the fixed order in which the model was trained.

They are made from the ontology; a model file names the ontology's fingerprint, so that a
changed order is noticed and never read as other labels.
"""

from __future__ import annotations

from functools import lru_cache

from dualtrack.ontology import MODES, SECTORS, STATUSES, TYPES

ROLES = ("actor", "recipient", "speaker", "location", "date", "condition")
OUTSIDE, BEGIN, INSIDE = 0, 1, 2


@lru_cache(maxsize=1)
def trigger_tags() -> tuple[tuple[str, str], ...]:
    """Tags of the first pass: ("O", ""), then ("B", type) and ("I", type) by type."""
    return (("O", ""), *((tag, kind) for kind in TYPES for tag in ("B", "I")))


def begin_tag(kind: str) -> int:
    """The number of the tag that begins a trigger of this type; the next is its inside tag."""
    return 1 + 2 * TYPES.index(kind)


@lru_cache(maxsize=1)
def type_labels() -> tuple[str, ...]:
    """Classes of the second pass's type head: none first."""
    return ("", *TYPES)


@lru_cache(maxsize=1)
def mode_labels() -> tuple[tuple[str, str | None], ...]:
    """Classes of the mode head: (type, mode) pairs, (type, None) first of each type."""
    return tuple((kind, mode) for kind in TYPES for mode in (None, *MODES[kind]))


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """A short text that changes whenever any label or its order does."""
    parts = [",".join(TYPES), ",".join(STATUSES), ",".join(SECTORS), ",".join(ROLES)]
    parts.append(",".join(f"{kind}:{mode}" for kind, mode in mode_labels()))
    return "|".join(parts)
