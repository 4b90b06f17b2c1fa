"""What two parties do for and against each other: two tracks, never netted."""

from dualtrack.tracks._draw import draw
from dualtrack.tracks._party import Party
from dualtrack.tracks._periods import By
from dualtrack.tracks._relation import Cell, Due, Period, Relation, Tally, Way
from dualtrack.tracks._sum import relation

__all__ = [
    "By",
    "Cell",
    "Due",
    "Party",
    "Period",
    "Relation",
    "Tally",
    "Way",
    "draw",
    "relation",
]
