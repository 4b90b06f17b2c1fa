"""The store: what was read, what was coded, which reports are one event, who judged what."""

from dualtrack.record._add import CodedLike, Kept
from dualtrack.record._agreement import CAVEATS, FieldAgreement
from dualtrack.record._gold_export import Gold
from dualtrack.record._history import Said
from dualtrack.record._judgements import Judgement
from dualtrack.record._overlay import Verdict
from dualtrack.record._read import StoredVersion
from dualtrack.record._report import State, StoredEvent, StoredReport
from dualtrack.record._search import Hit
from dualtrack.record._store import Store

__all__ = [
    "CAVEATS",
    "CodedLike",
    "FieldAgreement",
    "Gold",
    "Hit",
    "Judgement",
    "Kept",
    "Said",
    "State",
    "Store",
    "StoredEvent",
    "StoredReport",
    "StoredVersion",
    "Verdict",
]
