"""What two parties do for and against each other: two tracks, never netted."""

from dualtrack.tracks._act import Act
from dualtrack.tracks._draw import draw
from dualtrack.tracks._groups import groups_of
from dualtrack.tracks._outside import ROW_COLUMNS
from dualtrack.tracks._pairs import ORDERS, PAIR_COLUMNS, Order, Pair, Relations, TrackSum
from dualtrack.tracks._party import Party
from dualtrack.tracks._periods import PERIODS, By
from dualtrack.tracks._record import Record
from dualtrack.tracks._relation import (
    Cell,
    Due,
    Evidence,
    Period,
    Relation,
    Speaker,
    Tally,
    Way,
)
from dualtrack.tracks._sum import relation

__all__ = [
    "ORDERS",
    "PAIR_COLUMNS",
    "PERIODS",
    "ROW_COLUMNS",
    "Act",
    "By",
    "Cell",
    "Due",
    "Evidence",
    "Order",
    "Pair",
    "Party",
    "Period",
    "Record",
    "Relation",
    "Relations",
    "Speaker",
    "Tally",
    "TrackSum",
    "Way",
    "draw",
    "groups_of",
    "relation",
]
