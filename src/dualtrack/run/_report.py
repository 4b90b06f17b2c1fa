"""What a run did: counted as it goes, told at the end."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from dualtrack.coding import CoderInfo
from dualtrack.pages import Failure
from dualtrack.run._outcome import FAULT, Coded, Outcome


@dataclass(slots=True)
class Report:
    """Counts of one run.

    `ended` is "running", "complete", "interrupted", "pipe closed" or "failed".
    Every article that was read is either coded or in `not_coded`; every page that was not
    read is in `rejected`; records of archives that hold no page are in `left_out`, by what they
    are. `kinds` and `access` count the articles by what their pages are
    ("live" for live blogs) and by whether their stories are whole ("paywalled", "cut").
    `seconds` count from the report's making.
    """

    ended: str = "running"
    articles: int = 0
    coded: int = 0
    with_events: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    access: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    not_coded: list[dict[str, str | None]] = field(default_factory=list)
    rejected: list[dict[str, str | None]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    coder: CoderInfo | None = None
    started: float = field(default_factory=time.monotonic)
    seconds: float = 0.0

    @property
    def events(self) -> int:
        """How many events were found."""
        return self.types.total()

    def add(self, outcome: Outcome) -> None:
        """Count one outcome in."""
        if isinstance(outcome, Failure):
            self.rejected.append(
                {
                    "origin": outcome.origin,
                    "reason": outcome.reason,
                    "message": outcome.message,
                }
            )
            return
        self.articles += 1
        article = outcome.article if isinstance(outcome, Coded) else outcome
        self.kinds[article.kind] += 1
        self.access[article.access or "unknown"] += 1
        if not isinstance(outcome, Coded):
            return
        if outcome.not_coded is not None:
            self.not_coded.append(
                {
                    "article": outcome.article.id,
                    "origin": outcome.article.origin,
                    "reason": outcome.not_coded.reason,
                    "message": outcome.not_coded.message,
                }
            )
            return
        self.coded += 1
        self.with_events += bool(outcome.events)
        for event in outcome.events:
            self.types[event.type] += 1
            self.statuses[event.status] += 1
            self.coder = event.coder

    def end(self, how: str) -> None:
        """Stop the clock."""
        self.ended = how
        self.seconds = time.monotonic() - self.started

    @property
    def exit_status(self) -> int:
        """0: all was read; 1: some pages were rejected; 2: nothing could be read at all.

        An article that broke the coder counts as a rejected page; one in another language does
        not: it was read, and is said to be uncoded.
        """
        if not self.articles:
            return 2
        faults = any(entry["reason"] == FAULT for entry in self.not_coded)
        return 1 if self.rejected or faults else 0

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON values; each rejected page with its origin, reason and message."""
        return {
            "ended": self.ended,
            "articles": {
                "read": self.articles,
                "coded": self.coded,
                "with_events": self.with_events,
                "by_kind": dict(sorted(self.kinds.items())),
                "by_access": dict(sorted(self.access.items())),
                "not_coded": len(self.not_coded),
                "not_coded_by_reason": counted_by_reason(self.not_coded),
            },
            "pages_rejected": {
                "count": len(self.rejected),
                "by_reason": counted_by_reason(self.rejected),
            },
            "records_left_out": {
                "count": self.left_out.total(),
                "by_reason": dict(sorted(self.left_out.items())),
            },
            "events": {
                "count": self.events,
                "by_type": dict(sorted(self.types.items())),
                "by_status": dict(sorted(self.statuses.items())),
            },
            "seconds": round(self.seconds, 3),
            "coder": self.coder.to_dict() if self.coder else None,
            "not_coded": self.not_coded,
            "rejected": self.rejected,
        }


def summary(report: Report, *, coded: bool = True) -> list[str]:
    """The report in a few short lines; `coded` False where articles were only read."""
    lines = []
    if report.ended != "complete":
        lines.append(f"Ended early: {report.ended}.")
    pace = f" in {report.seconds:.1f} s"
    if not coded:
        lines.append(f"Read {many(report.articles, 'article')}{pace}.")
    else:
        lines.append(
            f"Read {many(report.articles, 'article')}, coded {report.coded}: "
            f"{many(report.events, 'event')} in {report.with_events} of them{pace}."
        )
        if report.events:
            lines.append(f"Events: {listed(report.statuses)}; {listed(report.types)}.")
        if report.not_coded:
            reasons = Counter(counted_by_reason(report.not_coded))
            lines.append(
                f"Not coded: {many(len(report.not_coded), 'article')} ({listed(reasons)})."
            )
    if odd := _odd(report):
        lines.append(f"Among them: {odd}.")
    if report.rejected:
        reasons = Counter(counted_by_reason(report.rejected))
        lines.append(f"Rejected: {many(len(report.rejected), 'page')} ({listed(reasons)}).")
    if report.left_out:
        records = many(report.left_out.total(), "record")
        lines.append(f"No pages in archives: {records} ({listed(report.left_out)}).")
    return lines


def _odd(report: Report) -> str:
    """The articles that are no whole stories, as a list in words; empty where there are none."""
    counts = (
        ("live blogs", report.kinds["live"]),
        ("for subscribers only", report.access["paywalled"]),
        ("broken off", report.access["cut"]),
    )
    return ", ".join(f"{what} {n}" for what, n in counts if n)


def counted_by_reason(entries: list[dict[str, str | None]]) -> dict[str, int]:
    """How many entries there are of each reason, in the order of the reasons."""
    return dict(sorted(Counter(entry["reason"] or "" for entry in entries).items()))


def listed(counts: Counter[str]) -> str:
    """The counts in words, the largest first."""
    return ", ".join(f"{name} {n}" for name, n in counts.most_common())


def many(n: int, what: str) -> str:
    """A number with what is counted, in the plural where there are not one."""
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
