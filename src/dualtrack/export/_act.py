"""What is exported: an act with the reports that tell it, and a report with its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dualtrack.coding import Event
from dualtrack.ontology import AHEAD
from dualtrack.record import StoredEvent, StoredReport


@dataclass(frozen=True, slots=True)
class Source:
    """The page as it stood when it was read; `text` is None where it was not asked for.

    `seen` is when this version of it was added, `coded` when the coder read it.
    """

    article: str
    version: str
    number: int
    seen: dt.datetime
    coded: dt.datetime
    url: str | None = None
    site: str | None = None
    title: str | None = None
    language: str | None = None
    published: dt.date | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report with its page, the act it tells of, and what judges said of it.

    `act` is None where no act counts it any more. `verdict` is "accepted" or "rejected";
    `changes` are the fields that a judge changed, `judges` those who spoke of it.
    """

    stored: StoredReport
    source: Source
    act: str | None
    verdict: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    judges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """One act, the page whose words it has, and the ids of the standing reports that tell it.

    `source` is None where no report stands. `told` holds the reports themselves for a format
    that asked for them.
    """

    stored: StoredEvent
    source: Source | None
    reports: tuple[str, ...] = ()
    told: tuple[Report, ...] = ()

    @property
    def event(self) -> Event:
        """The act as its first report tells it, with what judges changed."""
        return self.stored.event

    @property
    def reported(self) -> dt.date | None:
        """The day on which its first report was published, as far as it is known."""
        return self.event.published or self.event.date.on

    @property
    def day(self) -> dt.date | None:
        """The day it stands on: its own, or that of its first report.

        An act that is still to come stands on the day it was told of.
        """
        if self.event.status in AHEAD:
            return self.reported
        return self.event.date.on or self.event.published
