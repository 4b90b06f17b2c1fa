"""From an article to its events, with the exact words for every field."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dualtrack.coding._conditions import condition_kind
from dualtrack.coding._dates import date_of
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
from dualtrack.coding._reread import event_of
from dualtrack.coding._sentences import sentences

if TYPE_CHECKING:
    from dualtrack.coding._coder import CODEBOOK, LANGUAGE, Coder, NotCoded, refusal
    from dualtrack.coding._gold import GoldLine, read_gold, read_predictions
    from dualtrack.coding._info import shipped_info
    from dualtrack.coding._pair import PairType
    from dualtrack.coding._score import Scores, score

# What codes loads slowly, and whoever only handles events needs none of it: loaded when first used.
_LATE = {
    "CODEBOOK": "_coder",
    "LANGUAGE": "_coder",
    "Coder": "_coder",
    "GoldLine": "_gold",
    "NotCoded": "_coder",
    "PairType": "_pair",
    "Scores": "_score",
    "read_gold": "_gold",
    "read_predictions": "_gold",
    "refusal": "_coder",
    "score": "_score",
    "shipped_info": "_info",
}

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
    "condition_kind",
    "date_of",
    "event_of",
    "read_gold",
    "read_predictions",
    "refusal",
    "score",
    "sentences",
    "shipped_info",
]


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'dualtrack.coding' has no attribute {name!r}")
    return getattr(import_module(f"dualtrack.coding.{_LATE[name]}"), name)
