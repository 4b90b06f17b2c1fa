"""What a relation is made of. Everything here is plain, frozen data; nothing is ever netted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dualtrack.coding import Event
from dualtrack.tracks._act import Act
from dualtrack.tracks._periods import By


@dataclass(frozen=True, slots=True)
class Tally:
    """Acts that were summed, and so the sentences behind the number."""

    acts: tuple[Act, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """The events with all their words, newest first."""
        return tuple(act.event for act in self.acts)

    @property
    def count(self) -> int:
        """How many acts."""
        return len(self.acts)

    @property
    def total(self) -> float:
        """The sum of their intensities, on PLOVER's scale: support above zero, pressure below."""
        return sum(act.intensity for act in self.acts)


@dataclass(frozen=True, slots=True)
class Cell:
    """One track in one period. What is only announced or possible is never added to the actual."""

    actual: Tally = Tally()
    announced: Tally = Tally()
    possible: Tally = Tally()

    @property
    def apart_total(self) -> float:
        """Sum of intensities of the announced and the possible."""
        return self.announced.total + self.possible.total

    @property
    def apart_count(self) -> int:
        """Number of announced and possible acts."""
        return self.announced.count + self.possible.count


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month or year: both tracks, and how many articles were read for it.

    `start` and `end` are its first and last day. `articles` is None where coverage was not
    given: a count without it says little.
    """

    start: dt.date
    end: dt.date
    label: str
    support: Cell
    pressure: Cell
    articles: int | None


@dataclass(frozen=True, slots=True)
class Way:
    """What one side did for and against the other (`target` None: both ways together).

    `periods` follow each other without a gap. The rest is listed and never summed:
    `negated`, `historical` and `predicted` by status, `off_track` for acts on neither track,
    `unplaced` for acts whose day is unknown or too vague for these periods.
    """

    source: str
    target: str | None
    periods: tuple[Period, ...]
    negated: tuple[Act, ...]
    historical: tuple[Act, ...]
    predicted: tuple[Act, ...]
    off_track: tuple[Act, ...]
    unplaced: tuple[Act, ...]

    def whole(self, track: str) -> Cell:
        """One track, "support" or "pressure", over all periods together."""
        cells = [p.support if track == "support" else p.pressure for p in self.periods]
        names = ("actual", "announced", "possible")
        return Cell(*(Tally(tuple(a for c in cells for a in getattr(c, n).acts)) for n in names))


@dataclass(frozen=True, slots=True)
class Due:
    """An announced act. `on` and `until` are None where the text gave no day for it.

    `passed` says that its last day lies before the relation's `as_of`. `outcome` is the act
    that most likely is what was announced: the earliest later actual one of the same type
    between the same parties, within the days that `tracks._due` names. It is a guess; None
    means that no such act is known, not that nothing happened.
    """

    act: Act
    on: dt.date | None
    until: dt.date | None
    passed: bool
    outcome: Act | None = None

    @property
    def event(self) -> Event:
        """The announced event with all its words."""
        return self.act.event


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who vouches for acts of the pair, as written, and for which."""

    name: str
    acts: tuple[Act, ...]

    @property
    def count(self) -> int:
        """How many acts."""
        return len(self.acts)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words one report of an act stands on. `sentence` is None where they were deleted."""

    act: str
    report: str
    article: str
    title: str | None
    url: str | None
    published: dt.date | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A pair, each way and both: two tracks, and what stands between the two.

    `standing` are acts that hang on a condition, newest first; `due` the announced ones, next
    day first; `disagreements` the actual rejections of one by the other, newest first;
    `predictions` what somebody expects, newest first; `speakers` who vouches for what was
    summed, predicted or denied, the most often first; `newest` all acts of the pair that were
    summed, newest first. `left_out` are acts that a judge rejected, whose words vanished from
    their page or were deleted: they are in none of the others. `evidence` gives the words
    behind an act by its id, where the relation comes from a record: for the first acts of each
    list. `as_of` is the last day looked at, None if there is none.
    """

    a: str
    b: str
    by: By
    as_of: dt.date | None
    forward: Way
    backward: Way
    both: Way
    standing: tuple[Act, ...]
    due: tuple[Due, ...]
    disagreements: tuple[Act, ...]
    predictions: tuple[Act, ...]
    speakers: tuple[Speaker, ...]
    newest: tuple[Act, ...]
    left_out: tuple[Act, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict, repr=False)

    @property
    def ways(self) -> Iterator[Way]:
        """A to B, then B to A."""
        yield self.forward
        yield self.backward

    def to_dict(self) -> dict[str, Any]:
        """The whole relation as JSON values; docs/relations.md describes every field."""
        from dualtrack.tracks._outside import relation_dict  # noqa: PLC0415 - it knows this module

        return relation_dict(self)

    def rows(self) -> list[dict[str, Any]]:
        """The series as flat rows, one a way, period, track and status; all have one form."""
        from dualtrack.tracks._outside import relation_rows  # noqa: PLC0415 - likewise

        return relation_rows(self)
