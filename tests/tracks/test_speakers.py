from __future__ import annotations

from dualtrack.coding import Span
from dualtrack.tracks import Act
from dualtrack.tracks._speakers import speakers
from make_events import event


def told(*names: str | None) -> list[tuple[str, int]]:
    acts = [
        Act.of(event("AID", speaker=Span(name, 0, len(name)) if name else None)) for name in names
    ]
    return [(s.name, s.count) for s in speakers(acts)]


def test_the_most_frequent_comes_first_as_most_often_written() -> None:
    assert told("he", "Officials", "officials", "officials", None, "he") == [
        ("officials", 3),
        ("he", 2),
    ]


def test_nobody_spoke() -> None:
    assert told(None) == []
