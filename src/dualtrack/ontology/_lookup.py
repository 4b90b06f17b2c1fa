"""Thin look-ups over the ontology's YAML files, which are read once."""

from __future__ import annotations

from functools import cache
from typing import get_args

from dualtrack._errors import TableError
from dualtrack.ontology._load import load
from dualtrack.ontology._types import (
    EventType,
    ModeInfo,
    Ontology,
    Quad,
    SectorInfo,
    Status,
    StatusInfo,
    Track,
    TypeInfo,
)


@cache
def ontology() -> Ontology:
    """All tables of the ontology but the crosswalk. Raises TableError if a file is damaged."""
    return load()


TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)
MODES: dict[str, tuple[str, ...]] = {t: tuple(ontology().types[t].modes) for t in TYPES}
SECTORS: tuple[str, ...] = tuple(ontology().sectors)
MUTUAL: frozenset[str] = frozenset(t for t in TYPES if ontology().types[t].mutual)
AHEAD: frozenset[str] = frozenset(s for s in STATUSES if ontology().statuses[s].ahead)
SCALE: str = ontology().scale


def type_info(event_type: str) -> TypeInfo:
    """What is known of a type. Raises TableError if there is no such type."""
    try:
        return ontology().types[event_type]
    except KeyError:
        raise TableError(
            f"There is no event type {event_type!r}; the types are {', '.join(TYPES)}."
        ) from None


def mode_info(event_type: str, mode: str) -> ModeInfo:
    """What is known of a type's mode. Raises TableError if the type has no such mode."""
    info = type_info(event_type)
    try:
        return info.modes[mode]
    except KeyError:
        known = ", ".join(info.modes) or "none"
        raise TableError(f"{event_type} has no mode {mode!r}; its modes are: {known}.") from None


def status_info(status: str) -> StatusInfo:
    """What is known of a status. Raises TableError if there is no such status."""
    try:
        return ontology().statuses[status]
    except KeyError:
        raise TableError(
            f"There is no status {status!r}; the statuses are {', '.join(STATUSES)}."
        ) from None


def sector_info(sector: str) -> SectorInfo:
    """What is known of a sector. Raises TableError if there is no such sector."""
    try:
        return ontology().sectors[sector]
    except KeyError:
        raise TableError(
            f"There is no sector {sector!r}; the sectors are {', '.join(SECTORS)}."
        ) from None


def quad(event_type: str) -> Quad:
    """The quad of a type, e.g. "verbal conflict"."""
    return type_info(event_type).quad


def quad_code(event_type: str) -> int:
    """The quad of a type as the number that other event data carry, 1 to 4."""
    return ontology().quads[quad(event_type)].code


def track(event_type: str, mode: str | None = None) -> Track | None:
    """The track that an event is summed into, or None for neither."""
    return type_info(event_type).track if mode is None else mode_info(event_type, mode).track


def intensity(event_type: str, mode: str | None = None) -> float:
    """The score of a type and mode on the scale named by `SCALE`, from -10 to +10."""
    return type_info(event_type).score if mode is None else mode_info(event_type, mode).score
