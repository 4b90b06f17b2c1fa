"""Where the marks of events begin and end in a text, nested as brackets must be."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dualtrack.coding import Event, Span

ROLES = ("trigger", "actor", "recipient", "speaker", "condition", "location", "date")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with a role in one event or several; `label` is what a reader sees before them."""

    start: int
    end: int
    role: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which the same marks hold.

    `opens` are the marks that begin with it, outermost first (a mark that another's end cut in
    two opens again); `closes` is how many end after it. `role` is the innermost, None outside.
    """

    text: str
    role: str | None
    opens: tuple[Mark, ...]
    closes: int


def marks(events: Sequence[Event], length: int, *, numbered: bool = True) -> list[Mark]:
    """The marks of all events in the text; words that several share have one mark.

    A label reads `trigger ASSAULT/drone`, or `1 trigger …, 2 actor` where events are numbered.
    """
    roles: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for number, event in enumerate(events, 1):
        kind = event.type + (f"/{event.mode}" if event.mode else "")
        for role, span in spans_of(event):
            if span.where != "text" or not 0 <= span.start < span.end <= length:
                continue
            label = f"{role} {kind}" if role == "trigger" else role
            entry = role, f"{number} {label}" if numbered else label
            found = roles.setdefault((span.start, span.end), [])
            if entry not in found:
                found.append(entry)
    out = []
    for (start, end), entries in roles.items():
        first = min(entries, key=lambda entry: ROLES.index(entry[0]))
        out.append(Mark(start, end, first[0], ", ".join(label for _, label in entries)))
    return out


def spans_of(event: Event) -> Iterable[tuple[str, Span]]:
    """Role and words of every field of an event that has words."""
    yield "trigger", event.trigger
    for mention in event.actors:
        yield "actor", mention.span
    for mention in event.recipients:
        yield "recipient", mention.span
    if event.speaker:
        yield "speaker", event.speaker
    if event.condition:
        yield "condition", event.condition.span
    if event.location:
        yield "location", event.location.span
    if event.date.span:
        yield "date", event.date.span


def pieces(text: str, marked: Iterable[Mark]) -> list[Piece]:
    """The text cut where marks begin or end; the pieces joined are the text again."""
    ordered = sorted(marked, key=lambda m: (m.start, -m.end))
    cuts = sorted({0, len(text), *(m.start for m in ordered), *(m.end for m in ordered)})
    out: list[Piece] = []
    before: list[Mark] = []
    for start, end in itertools.pairwise(cuts):
        here = [m for m in ordered if m.start <= start and end <= m.end]
        kept = 0
        while kept < min(len(before), len(here)) and before[kept] is here[kept]:
            kept += 1
        if out:
            out[-1] = replace(out[-1], closes=len(before) - kept)
        role = here[-1].role if here else None
        out.append(Piece(text[start:end], role, tuple(here[kept:]), 0))
        before = here
    if out:
        out[-1] = replace(out[-1], closes=len(before))
    return out
