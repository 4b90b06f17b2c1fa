"""From an article to its events, with the exact words for every field."""

from dualtrack.coding._coder import CODEBOOK, LANGUAGE, Coder, NotCoded, refusal
from dualtrack.coding._event import (
    CoderInfo,
    Condition,
    Event,
    Mention,
    Place,
    Quantity,
    Span,
    When,
)
from dualtrack.coding._gold import GoldLine, read_gold, read_predictions
from dualtrack.coding._pair import PairType
from dualtrack.coding._reread import event_of
from dualtrack.coding._score import Scores, score

__all__ = [
    "CODEBOOK",
    "LANGUAGE",
    "Coder",
    "CoderInfo",
    "Condition",
    "Event",
    "GoldLine",
    "Mention",
    "NotCoded",
    "PairType",
    "Place",
    "Quantity",
    "Scores",
    "Span",
    "When",
    "event_of",
    "read_gold",
    "read_predictions",
    "refusal",
    "score",
]
