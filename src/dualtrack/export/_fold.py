"""Acts as PLOVER has them: without a status, whose word goes into the context."""

from __future__ import annotations

from dataclasses import dataclass

from dualtrack.coding import Event
from dualtrack.ontology import intensity, quad_code, status_info

# PLOVER manual, draft 2.0: what is still to come is agreed to, or yielded in words.
_TO_COME = {
    **dict.fromkeys(("SUPPORT", "AID", "COOPERATE", "CONSULT"), "AGREE"),
    "RETREAT": "CONCEDE",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """Type, mode, score, quad (1 to 4) and contexts; `was` says what it was, where it changed."""

    type: str
    mode: str | None
    score: float
    quad: int
    contexts: tuple[str, ...]
    was: str | None


def fold(event: Event) -> Folded:
    """The event as PLOVER has it."""
    word = status_info(event.status).plover
    contexts = (word,) if word else ()
    changed = _TO_COME.get(event.type) if event.status == "announced" else None
    if changed is None:
        return Folded(
            event.type, event.mode, event.intensity, quad_code(event.type), contexts, None
        )
    was = "/".join(filter(None, (event.type, event.mode)))
    return Folded(changed, None, intensity(changed), quad_code(changed), contexts, was)
