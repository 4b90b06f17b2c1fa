"""The lists beside the two tracks, in a terminal; all words of pages are made safe to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dualtrack._printable import one_line, plain, printable
from dualtrack.tracks._act import Act
from dualtrack.tracks._relation import Due, Evidence, Relation, Speaker

_SENTENCE, _TITLE = 240, 100  # characters that are shown at most
_T = TypeVar("_T")


class _Entry(NamedTuple):
    """One line of a list: a day, what was done, and words that belong to it."""

    day: str
    act: Act
    more: str = ""


def draw_lists(relation: Relation, console: Console, most: int) -> None:
    """Print every list of a relation, `most` entries of each, and what was not summed."""
    draw = _Lists(relation, console, most)
    draw.acts("Standing conditions", relation.standing, _condition)
    draw.acts(_due_heading(relation.due), relation.due, _due)
    draw.acts("Open disagreements", relation.disagreements, _told)
    if relation.predictions:
        draw.acts("Predicted", relation.predictions, _told)
    draw.speakers(relation.speakers)
    draw.acts("Newest", relation.newest, _told)
    _beside(console, relation)


class _Lists:
    """Prints lists of one relation."""

    def __init__(self, relation: Relation, console: Console, most: int) -> None:
        self._evidence = relation.evidence
        self._console = console
        self._most = most

    def acts(self, heading: str, what: Sequence[_T], entry: Callable[[_T], _Entry]) -> None:
        self._console.print()
        told = heading if heading.endswith(")") else f"{heading} ({len(what)})"
        self._console.print(plain(told, "bold"))
        table = Table.grid(padding=(0, 2), pad_edge=True)
        table.add_column(no_wrap=True, min_width=10)
        table.add_column(overflow="fold")
        for one in what[: self._most]:
            day, act, more = entry(one)
            text = Text(_line(act))
            if more:
                text.append(f"\n{printable(more)}")
            if words := self._evidence.get(act.id):
                text.append("".join(f"\n{line}" for line in _words(words)), style="dim")
            table.add_row(day, text)
        if what:
            self._console.print(table)
        self._left(what)

    def speakers(self, what: Sequence[Speaker]) -> None:
        if not what:
            return
        self._console.print()
        self._console.print(plain(f"Who spoke ({len(what)})", "bold"))
        named = "; ".join(f"{one_line(s.name, 40)} {s.count}" for s in what[: 2 * self._most])
        self._console.print(plain(f"  {named}"))
        self._left(what, 2 * self._most)

    def _left(self, what: Sequence[object], most: int | None = None) -> None:
        left = len(what) - (most or self._most)
        if left > 0:
            self._console.print(plain(f"  and {left} more"))


def _told(act: Act) -> _Entry:
    return _Entry(str(act.day or "day unknown"), act)


def _condition(act: Act) -> _Entry:
    event = act.event
    words = one_line(event.condition.span.text) if event.condition else ""
    return _Entry(str(act.told or "day unknown"), act, f"“{words}”")


def _due(due: Due) -> _Entry:
    day = str(due.on) if due.on else "no day"
    reported = due.act.told
    parts = [f"to {due.until}"] if due.until and due.until != due.on else []
    parts.append(f"said {reported}" if reported else "said on an unknown day")
    if due.outcome is not None:
        verb = one_line(due.outcome.event.trigger.text, 40)
        parts.append(f"then most likely done {due.outcome.on}: “{verb}”")
    elif due.passed:
        parts.append("that day is past, and nothing like it is in the record")
    return _Entry(day, due.act, "; ".join(parts))


def _due_heading(due: Sequence[Due]) -> str:
    """`Due (12: 2 to come, 5 most likely done, …)`."""
    counts = Counter(
        "most likely done"
        if one.outcome is not None
        else "past without a trace"
        if one.passed
        else "to come"
        if one.on
        else "without a day"
        for one in due
    )
    order = ("to come", "most likely done", "without a day", "past without a trace")
    told = ", ".join(f"{counts[name]} {name}" for name in order if counts[name])
    return f"Due ({len(due)}: {told})" if due else "Due (0)"


def _line(act: Act) -> str:
    """`Washington → Israel: SANCTION/discontinue, possible: “cut”, in 3 articles`."""
    event = act.event
    kind = act.type + (f"/{act.mode}" if act.mode else "")
    actors = ", ".join(m.span.text for m in event.actors) or "unknown"
    to = f" → {', '.join(m.span.text for m in event.recipients)}" if event.recipients else ""
    often = f", in {act.articles} articles" if act.articles > 1 else ""
    judged = ", judged" if act.judged else ""
    return one_line(f"{actors}{to}: {kind}, {act.status}: “{event.trigger.text}”{often}{judged}")


def _words(words: Evidence) -> list[str]:
    """The sentence, and where it stands."""
    out = []
    if words.sentence:
        out.append(f"“{one_line(words.sentence, _SENTENCE)}”")
    if words.title:
        out.append(f"in: {one_line(words.title, _TITLE)}")
    return out


def _beside(console: Console, relation: Relation) -> None:
    """What was found and not summed."""
    both = relation.both
    counts = {
        "negated": both.negated,
        "historical": both.historical,
        "predicted": both.predicted,
        "on neither track": both.off_track,
        "of a day too vague to place": both.unplaced,
    }
    left = Counter(act.state for act in relation.left_out)
    lines = (
        ("Not summed", {name: len(acts) for name, acts in counts.items()}),
        ("Left out", {state: left[state] for state in sorted(left)}),
    )
    for heading, numbers in lines:
        told = ", ".join(f"{n} {name}" for name, n in numbers.items() if n)
        if told:
            console.print()
            console.print(plain(f"{heading}: {told}."))
