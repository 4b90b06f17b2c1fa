"""What the tables say of a name: who it is, and where it stands in a text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or some place the tables know, or what could be made of a mention.

    `country` is an ISO 3166-1 alpha-3 code (XKX for Kosovo), `sector` one of the codebook's
    sectors; either is None where unknown. `kind` is "country", "demonym", "capital", "city",
    "region", "organisation", "group", "agency", "person", "role" or "unknown". `first` and
    `last` are the days between which this holds; None is open.
    """

    name: str
    country: str | None
    sector: str | None
    kind: str
    first: dt.date | None = None
    last: dt.date | None = None

    def holds(self, on: dt.date) -> bool:
        """Whether this holds on a day."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text: `text[start:end]`, in code points, and who it is."""

    start: int
    end: int
    actor: Actor
