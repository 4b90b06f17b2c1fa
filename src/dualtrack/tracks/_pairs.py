"""All pairs at once: how much each does, and how far it departs from its own past."""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Order = Literal["activity", "change"]
ORDERS: tuple[Order, ...] = ("activity", "change")

WINDOWS = 24  # of the past, at most, that a pair is compared with
FEWEST = 4  # of them that there must be
# A spread is never taken for less than this. Were acts to come singly and by chance, the root of
# their summed intensity would spread by half the root of one act's intensity, which is about six.
FLOOR = 1.25


class Deed(NamedTuple):
    """An act of a pair, as far as pairs are compared by it; `day` is that of the act."""

    pair: tuple[str, str]
    day: dt.date
    track: str
    status: str
    intensity: float


@dataclass(frozen=True, slots=True)
class TrackSum:
    """One track of a pair, both ways together.

    `total` is the sum of the intensities of `count` actual acts; `apart` is the number of
    announced and possible ones. `usual` is the middle of the totals of the past windows, and
    `change` says how far `total` is from it (docs/relations.md): above zero where there is more
    of this track than usual. Both are None where no past is looked at.
    """

    count: int
    total: float
    apart: int
    usual: float | None = None
    change: float | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties, and both tracks between them. `newest` is the day of their newest act."""

    a: str
    b: str
    support: TrackSum
    pressure: TrackSum
    newest: dt.date | None

    @property
    def count(self) -> int:
        """How many acts stand on the tracks, those announced and possible among them."""
        return sum(t.count + t.apart for t in (self.support, self.pressure))

    @property
    def change(self) -> float:
        """The change of that track which changed more; 0.0 where no past was looked at."""
        changes = [t.change or 0.0 for t in (self.support, self.pressure)]
        return max(changes, key=abs)


@dataclass(frozen=True, slots=True)
class Relations:
    """All pairs in order, the first first; nothing is cut off.

    `since` and `until` are the days that were summed. `windows` is the number of past windows
    of the same length, 0 where no past was looked at; `articles` were read in these days and
    `usual_articles` in the middle one of those windows. `left_out` counts acts on a track that
    are in no pair, by reason.
    """

    order: Order
    since: dt.date | None
    until: dt.date | None
    windows: int
    articles: int
    usual_articles: float | None
    pairs: tuple[Pair, ...]
    left_out: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """The pairs and what stands beside them as JSON values."""
        return {
            "order": self.order,
            "since": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
            "windows": self.windows,
            "articles": self.articles,
            "usual_articles": self.usual_articles,
            "left_out": dict(self.left_out),
            "pairs": self.rows(),
        }

    def rows(self) -> list[dict[str, Any]]:
        """One flat row a pair, with the columns of `PAIR_COLUMNS`."""
        return [
            {
                "a": pair.a,
                "b": pair.b,
                **_flat("support", pair.support),
                **_flat("pressure", pair.pressure),
                "newest": pair.newest and pair.newest.isoformat(),
            }
            for pair in self.pairs
        ]


PAIR_COLUMNS: dict[str, str] = {
    "a": "the one party: an ISO 3166-1 code, or the name of a body without a country",
    "b": "the other one",
    "support_count": "actual acts of support, both ways",
    "support_total": "sum of their intensities",
    "support_apart": "announced and possible acts of support",
    "support_usual": "the middle of `support_total` over the past windows; empty without a past",
    "support_change": "how far from the usual, in its own spread; above zero: more than usual",
    "pressure_count": "likewise for pressure",
    "pressure_total": "below zero",
    "pressure_apart": "",
    "pressure_usual": "",
    "pressure_change": "above zero: more pressure than usual",
    "newest": "day of the newest act, ISO 8601",
}
"""Name and meaning of each column of `Relations.rows`, in order."""


def _flat(track: str, one: TrackSum) -> dict[str, Any]:
    return {
        f"{track}_count": one.count,
        f"{track}_total": round(one.total, 4),
        f"{track}_apart": one.apart,
        f"{track}_usual": None if one.usual is None else round(one.usual, 4),
        f"{track}_change": None if one.change is None else round(one.change, 2),
    }


def compared(
    deeds: Iterable[Deed],
    since: dt.date | None,
    until: dt.date | None,
    windows: Sequence[tuple[dt.date, dt.date]],
    order: Order,
) -> tuple[Pair, ...]:
    """The pairs of these deeds; `windows` are first and last days before `since`."""
    now: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    past: dict[tuple[str, str], dict[str, list[float]]] = {}
    for deed in deeds:
        if (since is None or deed.day >= since) and (until is None or deed.day <= until):
            now[deed.pair].append(deed)
        elif windows and deed.status == "actual":
            at = _window(deed.day, windows)
            if at is not None:
                held = past.setdefault(deed.pair, {})
                held.setdefault(deed.track, [0.0] * len(windows))[at] += abs(deed.intensity)
    pairs = []
    for pair in sorted(now.keys() | past.keys()):
        mine, before = now.get(pair, []), past.get(pair, {})
        support, pressure = (
            _track(mine, track, before.get(track), len(windows))
            for track in ("support", "pressure")
        )
        newest = max((deed.day for deed in mine), default=None)
        pairs.append(Pair(*pair, support, pressure, newest))
    if order == "change":
        pairs.sort(key=lambda p: -abs(p.change))
    else:
        pairs = [p for p in pairs if p.count]
        pairs.sort(key=lambda p: -p.count)
    return tuple(pairs)


def _window(day: dt.date, windows: Sequence[tuple[dt.date, dt.date]]) -> int | None:
    """The window that holds a day. They are of one length and follow each other backwards."""
    length = (windows[0][1] - windows[0][0]).days + 1
    at = (windows[0][1] - day).days // length
    return at if 0 <= at < len(windows) else None


def _track(deeds: Iterable[Deed], track: str, past: list[float] | None, windows: int) -> TrackSum:
    mine = [d for d in deeds if d.track == track]
    actual = [d.intensity for d in mine if d.status == "actual"]
    count, total = len(actual), sum(actual)
    if not windows:
        return TrackSum(count, total, len(mine) - count)
    past = past or [0.0] * windows
    sign = -1.0 if track == "pressure" else 1.0
    usual = sign * statistics.median(past) or 0.0
    return TrackSum(count, total, len(mine) - count, usual, change(abs(total), past))


def change(now: float, past: Sequence[float]) -> float:
    """How far a sum of intensities lies from those of the past, in the spread of the past.

    Roots are compared, since what is summed spreads with its size; the middle and the middle
    distance from it are taken, since one great month shall not hide the next.
    """
    roots = [math.sqrt(value) for value in past]
    middle = statistics.median(roots)
    spread = 1.4826 * statistics.median(abs(root - middle) for root in roots)
    return (math.sqrt(now) - middle) / max(spread, FLOOR)
