"""What the coder gives: one event, with the exact words for every field."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

Where = Literal["text", "title", "context"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the page: `article.text[start:end] == text`, in code points.

    Where `where` is "title" or "context" the offsets count in that field instead.
    """

    text: str
    start: int
    end: int
    where: Where = "text"

    def to_dict(self) -> dict[str, Any]:
        """The span as JSON values; `where` only if it is not the text."""
        out: dict[str, Any] = {"text": self.text, "start": self.start, "end": self.end}
        if self.where != "text":
            out["where"] = self.where
        return out


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor or recipient as written, and who that is; unknown parts are None.

    `name` is the resolved name, `country` an ISO 3166-1 alpha-3 code (XKX for Kosovo),
    `sector` one of the codebook's sectors.
    """

    span: Span
    name: str | None = None
    country: str | None = None
    sector: str = "UNK"

    def to_dict(self) -> dict[str, Any]:
        """Span, name, country and sector in one flat object."""
        return {
            **self.span.to_dict(),
            "name": self.name,
            "country": self.country,
            "sector": self.sector,
        }


@dataclass(frozen=True, slots=True)
class Condition:
    """The words an act hangs on; `kind` is "if", "unless", "until", "in return" or "other"."""

    span: Span
    kind: str

    def to_dict(self) -> dict[str, Any]:
        """Span and kind in one flat object."""
        return {**self.span.to_dict(), "kind": self.kind}


@dataclass(frozen=True, slots=True)
class When:
    """The day of the act.

    `on` is the first day and `until` the last (equal for one day); both None where unknown.
    `precision` is "day", "week", "month", "year" or "unknown"; `source` is "text" where the
    words `span` gave it, "published" where it is simply the story's day, else "none".
    """

    span: Span | None
    on: dt.date | None
    until: dt.date | None
    precision: str
    source: str

    def to_dict(self) -> dict[str, Any]:
        """`text`, `start`, `end`, `on`, `until`, `precision` and `from`."""
        out: dict[str, Any] = (
            self.span.to_dict() if self.span else {"text": None, "start": None, "end": None}
        )
        out["on"] = self.on.isoformat() if self.on else None
        out["until"] = self.until.isoformat() if self.until else None
        out["precision"] = self.precision
        out["from"] = self.source
        return out


@dataclass(frozen=True, slots=True)
class Place:
    """Where the act took place, as written, and the country (ISO3) if the tables know it."""

    span: Span
    country: str | None

    def to_dict(self) -> dict[str, Any]:
        """Span and country in one flat object."""
        return {**self.span.to_dict(), "country": self.country}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number told of the act: "over 300 missiles and drones" is low 300, high None.

    `of` is what is counted, as written; `unit` is a currency code or None; `relation` is
    "exactly", "about", "over", "under" or "between".
    """

    span: Span
    low: float | None
    high: float | None
    of: str
    unit: str | None
    relation: str

    def to_dict(self) -> dict[str, Any]:
        """Span, `low`, `high`, `of`, `unit` and `relation`."""
        return {
            **self.span.to_dict(),
            "low": self.low,
            "high": self.high,
            "of": self.of,
            "unit": self.unit,
            "relation": self.relation,
        }


@dataclass(frozen=True, slots=True)
class CoderInfo:
    """Which coder made an event: package version, model hash, codebook version."""

    version: str
    model: str
    codebook: str

    def to_dict(self) -> dict[str, str]:
        """The three as strings."""
        return {"version": self.version, "model": self.model, "codebook": self.codebook}


@dataclass(frozen=True, slots=True)
class Event:
    """One political act found at one trigger. `to_dict` gives the outside form of the design."""

    id: str
    article: str
    published: dt.date | None
    type: str
    mode: str | None
    quad: str
    track: str | None
    status: str
    intensity: float
    confidence: float
    trigger: Span
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    speaker: Span | None
    condition: Condition | None
    location: Place | None
    date: When
    quantities: tuple[Quantity, ...]
    sentence: tuple[int, int]
    coder: CoderInfo
    also: tuple[Span, ...] = ()  # where else in the article the same act is told

    def to_dict(self) -> dict[str, Any]:
        """One JSON object with the fields of the design, in its order."""
        return {
            "id": self.id,
            "article": self.article,
            "published": self.published.isoformat() if self.published else None,
            "type": self.type,
            "mode": self.mode,
            "quad": self.quad,
            "track": self.track,
            "status": self.status,
            "intensity": self.intensity,
            "confidence": round(self.confidence, 4),
            "trigger": self.trigger.to_dict(),
            "also": [s.to_dict() for s in self.also],
            "actors": [m.to_dict() for m in self.actors],
            "recipients": [m.to_dict() for m in self.recipients],
            "speaker": self.speaker.to_dict() if self.speaker else None,
            "condition": self.condition.to_dict() if self.condition else None,
            "location": self.location.to_dict() if self.location else None,
            "date": self.date.to_dict(),
            "quantities": [q.to_dict() for q in self.quantities],
            "sentence": {"start": self.sentence[0], "end": self.sentence[1]},
            "coder": self.coder.to_dict(),
        }
