"""What a relation is made of. Everything here is plain, frozen data; nothing is ever netted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dualtrack.coding import Event
from dualtrack.tracks._periods import By


@dataclass(frozen=True, slots=True)
class Tally:
    """Events that were summed, and so the sentences behind the number."""

    events: tuple[Event, ...] = ()

    @property
    def count(self) -> int:
        """How many events."""
        return len(self.events)

    @property
    def total(self) -> float:
        """The sum of their intensities, on PLOVER's scale: support above zero, pressure below."""
        return sum(event.intensity for event in self.events)


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
        """Number of announced and possible events."""
        return self.announced.count + self.possible.count


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week or month: both tracks, and how many articles were read for it.

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
    negated: tuple[Event, ...]
    historical: tuple[Event, ...]
    predicted: tuple[Event, ...]
    off_track: tuple[Event, ...]
    unplaced: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """An announced act. `on` and `until` are None where the text gave no day for it.

    `passed` says that its last day lies before the relation's `as_of`; whether it then
    happened is not known here.
    """

    event: Event
    on: dt.date | None
    until: dt.date | None
    passed: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A pair, each way and both: two tracks, and what stands between the two.

    `standing` are events that hang on a condition, newest first; `due` the announced ones, next
    day first; `disagreements` the actual rejections of one by the other, newest first; `newest`
    all events of the pair that were summed, newest first. `as_of` is the last day looked at,
    None if there is none.
    """

    a: str
    b: str
    by: By
    as_of: dt.date | None
    forward: Way
    backward: Way
    both: Way
    standing: tuple[Event, ...]
    due: tuple[Due, ...]
    disagreements: tuple[Event, ...]
    newest: tuple[Event, ...]

    @property
    def ways(self) -> Iterator[Way]:
        """A to B, then B to A."""
        yield self.forward
        yield self.backward
