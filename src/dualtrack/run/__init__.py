"""Runs the line from pages to events, in one process or several, and reports on it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dualtrack.run._demo import Demo, demo
    from dualtrack.run._evaluate import evaluate
    from dualtrack.run._export import export_to, told
    from dualtrack.run._judge import (
        agreement,
        assigned,
        gold_summary,
        gold_to,
        history,
        judge_name,
        say,
        write_lines,
    )
    from dualtrack.run._keep import add_to, recode
    from dualtrack.run._kept import KeptReport, kept_summary
    from dualtrack.run._line import code_pages, cores
    from dualtrack.run._outcome import Coded, CodesMany, Outcome, code_chunk
    from dualtrack.run._pool import MakeCoder, pooled
    from dualtrack.run._report import Report, summary
    from dualtrack.run._session import code_to, read_to
    from dualtrack.run._show import show, show_all
    from dualtrack.run._texts import pages_of

# Each command needs a few of these, and some load slowly: all are loaded when first used.
_LATE = {
    "Coded": "_outcome",
    "CodesMany": "_outcome",
    "Demo": "_demo",
    "KeptReport": "_kept",
    "MakeCoder": "_pool",
    "Outcome": "_outcome",
    "Report": "_report",
    "add_to": "_keep",
    "agreement": "_judge",
    "assigned": "_judge",
    "code_chunk": "_outcome",
    "code_pages": "_line",
    "code_to": "_session",
    "cores": "_line",
    "demo": "_demo",
    "evaluate": "_evaluate",
    "export_to": "_export",
    "gold_summary": "_judge",
    "gold_to": "_judge",
    "history": "_judge",
    "judge_name": "_judge",
    "kept_summary": "_kept",
    "pages_of": "_texts",
    "pooled": "_pool",
    "read_to": "_session",
    "recode": "_keep",
    "say": "_judge",
    "show": "_show",
    "show_all": "_show",
    "summary": "_report",
    "told": "_export",
    "write_lines": "_judge",
}

__all__ = [
    "Coded",
    "CodesMany",
    "Demo",
    "KeptReport",
    "MakeCoder",
    "Outcome",
    "Report",
    "add_to",
    "agreement",
    "assigned",
    "code_chunk",
    "code_pages",
    "code_to",
    "cores",
    "demo",
    "evaluate",
    "export_to",
    "gold_summary",
    "gold_to",
    "history",
    "judge_name",
    "kept_summary",
    "pages_of",
    "pooled",
    "read_to",
    "recode",
    "say",
    "show",
    "show_all",
    "summary",
    "told",
    "write_lines",
]


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'dualtrack.run' has no attribute {name!r}")
    return getattr(import_module(f"dualtrack.run.{_LATE[name]}"), name)
