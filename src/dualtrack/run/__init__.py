"""Runs the line from pages to events, in one process or several, and reports on it."""

from dualtrack.run._demo import Demo, demo
from dualtrack.run._evaluate import evaluate
from dualtrack.run._line import code_pages, cores
from dualtrack.run._outcome import Coded, CodesMany, Outcome, code_chunk
from dualtrack.run._pool import MakeCoder, pooled
from dualtrack.run._report import Report, summary
from dualtrack.run._session import code_to, read_to
from dualtrack.run._texts import pages_of

__all__ = [
    "Coded",
    "CodesMany",
    "Demo",
    "MakeCoder",
    "Outcome",
    "Report",
    "code_chunk",
    "code_pages",
    "code_to",
    "cores",
    "demo",
    "evaluate",
    "pages_of",
    "pooled",
    "read_to",
    "summary",
]
