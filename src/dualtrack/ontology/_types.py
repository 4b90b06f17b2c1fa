"""The words of the ontology as types, and the records that the YAML files are read into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Track = Literal["support", "pressure"]
Status = Literal["actual", "announced", "possible", "predicted", "negated", "historical"]
Summed = Literal["solid", "apart", "listed"]


@dataclass(frozen=True, slots=True)
class QuadInfo:
    """One quad: its number in other people's columns (1 to 4) and the track it feeds."""

    name: Quad
    code: int
    track: Track


@dataclass(frozen=True, slots=True)
class ModeInfo:
    """One mode of one type. `score` is from -10 to +10, the type's where the source has none."""

    name: str
    score: float
    track: Track | None
    means: str


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """One event type. `mutual`: its parties may be listed on either side."""

    name: EventType
    quad: Quad
    track: Track
    score: float
    mutual: bool
    means: str
    note: str | None
    modes: dict[str, ModeInfo]


@dataclass(frozen=True, slots=True)
class StatusInfo:
    """One status. `summed`: in the series, in one of its own, or only listed.

    `plover` is the nearest auxiliary mode of PLOVER, None for an actual event. `ahead`: the
    act's day may lie after the day it is told of.
    """

    name: Status
    means: str
    summed: Summed
    plover: str | None
    ahead: bool


@dataclass(frozen=True, slots=True)
class SectorInfo:
    """One sector. `stateless`: such a body may act in its own name, without a country."""

    name: str
    means: str
    stateless: bool


@dataclass(frozen=True, slots=True)
class Ontology:
    """All that the YAML files say. `scale` names the scores and their version."""

    scale: str
    tracks: dict[str, str]
    quads: dict[str, QuadInfo]
    types: dict[str, TypeInfo]
    statuses: dict[str, StatusInfo]
    sectors: dict[str, SectorInfo]
