"""What a run that adds to the record did: counted as it goes, told at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from dualtrack.record import Kept
from dualtrack.run._report import Report, counted_by_reason, listed, many


@dataclass
class KeptReport(Report):
    """A report with what became of the articles and their events in the record.

    `bad_events` are events from a file that could not be taken, each with its reason; `strays`
    counts those of articles that were not given.
    """

    kept: Kept = field(default_factory=Kept)
    bad_events: list[dict[str, str | None]] = field(default_factory=list)
    strays: int = 0

    @property
    def exit_status(self) -> int:
        """As of every run; 1 also where events of a file could not be taken."""
        return super().exit_status or int(bool(self.bad_events or self.strays))

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON values, with `record` beside what every report has."""
        out = super().to_dict()
        out["record"] = asdict(self.kept)
        out["bad_events"] = self.bad_events
        out["stray_events"] = self.strays
        return out


def kept_summary(report: KeptReport) -> list[str]:
    """What the run did to the record, in one to six short lines."""
    kept = report.kept
    lines = [] if report.ended == "complete" else [f"Ended early: {report.ended}."]
    what = {
        "new": kept.new,
        "changed": kept.changed,
        "coded anew": kept.recoded,
        "unchanged": kept.unchanged,
        "deleted before": kept.deleted,
    }
    told = ", ".join(f"{name} {n}" for name, n in what.items() if n)
    lines.append(
        f"Kept {many(kept.articles, 'article')} ({told or 'none'}): "
        f"{many(kept.reports, 'report')} of events in {report.seconds:.1f} s."
    )
    if kept.vanished or kept.withdrawn:
        lines.append(
            f"No longer told by their pages: {kept.vanished}; "
            f"no longer found by the coder: {kept.withdrawn}."
        )
    if report.not_coded:
        reasons = Counter(counted_by_reason(report.not_coded))
        lines.append(f"Not coded: {many(len(report.not_coded), 'article')} ({listed(reasons)}).")
    if report.bad_events or report.strays:
        reasons = Counter(counted_by_reason(report.bad_events))
        reasons["of no article given"] += report.strays
        lines.append(f"Events not taken: {reasons.total()} ({listed(+reasons)}).")
    if report.rejected:
        reasons = Counter(counted_by_reason(report.rejected))
        lines.append(f"Rejected: {many(len(report.rejected), 'page')} ({listed(reasons)}).")
    return lines
