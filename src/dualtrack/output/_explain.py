"""A text with its events marked, and for each event why it was coded as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dualtrack._printable import one_line, plain, printable
from dualtrack.coding import Event, Mention, Span, When
from dualtrack.ontology import mode_info, status_info, type_info
from dualtrack.output._marks import marks, pieces
from dualtrack.pages import Article

STYLES = {
    "trigger": "bold red",
    "actor": "bold cyan",
    "recipient": "bold magenta",
    "speaker": "yellow",
    "condition": "underline blue",
    "location": "green",
    "date": "italic bright_black",
}


def explain(article: Article, events: Sequence[Event], console: Console) -> None:
    """Print the marked text to the console, then each event with its reasons.

    Every role has a label in brackets, so that it is told without colour too.
    """
    if article.title:
        console.print(plain(article.title, "bold"))
        console.print()
    console.print(marked(article.text, events))
    if not events:
        console.print()
        console.print(plain("No event was found in this text."))
    for number, event in enumerate(events, 1):
        console.print()
        console.print(_headline(number, event))
        console.print(Padding(_reasons(article, event), (0, 0, 0, 3), expand=False))


def marked(text: str, events: Sequence[Event]) -> Text:
    """The text with each word that has a role as `[1 trigger SANCTION: cut]`."""
    out = Text()
    for piece in pieces(text, marks(events, len(text))):
        for mark in piece.opens:
            out.append(f"[{mark.label}: ", style=f"dim {STYLES[mark.role]}")
        out.append(printable(piece.text), style=STYLES[piece.role] if piece.role else "")
        out.append("]" * piece.closes, style="dim")
    return out


def _headline(number: int, event: Event) -> Text:
    kind = event.type + (f"/{event.mode}" if event.mode else "")
    track = f"{event.track} track" if event.track else "on neither track"
    return Text.assemble(
        (f"{number}  {kind}", STYLES["trigger"]),
        f"  {event.status}, {event.quad}, {track}, intensity {event.intensity:+g}, "
        f"confidence {event.confidence:.2f}",
    )


def _reasons(article: Article, event: Event) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for role, reason in _fields(article, event):
        table.add_row(Text(role, style=STYLES.get(role, "")), plain(reason))
    return table


def _fields(article: Article, event: Event) -> Iterator[tuple[str, str]]:
    means = type_info(event.type).means
    if event.mode:
        means = f"{means}; {event.mode}: {mode_info(event.type, event.mode).means}"
    yield "trigger", f"{_words(event.trigger)} names the act. {event.type}: {means}"
    for mention in event.actors:
        yield "actor", _who(mention)
    if not event.actors:
        yield "actor", "none is named"
    for mention in event.recipients:
        yield "recipient", _who(mention)
    if not event.recipients:
        yield "recipient", "none is named"
    yield "speaker", _words(event.speaker) if event.speaker else "none: the writer reports it"
    if event.condition:
        yield "condition", f"{_words(event.condition.span)} ({event.condition.kind})"
    else:
        yield "condition", "none"
    if event.location:
        where = event.location.country or "country unknown"
        yield "location", f"{_words(event.location.span)} → {where}"
    else:
        yield "location", "none is named"
    yield "date", _when(event.date, article, event)
    for quantity in event.quantities:
        bounds = [f"{n:g}" for n in (quantity.low, quantity.high) if n is not None]
        number = " to ".join(dict.fromkeys(bounds))
        unit = f" {quantity.unit}" if quantity.unit else ""
        yield (
            "quantity",
            f"{_words(quantity.span)} → {quantity.relation} {number}{unit} {quantity.of}",
        )
    yield "status", f"{event.status}: {status_info(event.status).means}"
    yield (
        "confidence",
        f"{event.confidence:.2f}: of events told like this, about "
        f"{round(event.confidence * 100)} in 100 are right as a whole",
    )
    yield "sentence", f"“{one_line(article.text[slice(*event.sentence)], 300)}”"


def _words(span: Span) -> str:
    field = "" if span.where == "text" else f" of the {span.where}"
    return f"“{one_line(span.text)}” ({span.start}–{span.end}{field})"


def _who(mention: Mention) -> str:
    known = [mention.name or "name unknown", mention.country or "no country", mention.sector]
    return f"{_words(mention.span)} → {one_line(', '.join(known))}"


def _when(when: When, article: Article, event: Event) -> str:
    words = _words(when.span) if when.span else "no words date it"
    if when.on is None:
        return f"{words}: day unknown"
    days = f"{when.on}" if when.until in (None, when.on) else f"{when.on} to {when.until}"
    out = f"{words} → {days} (precision: {when.precision})"
    story = event.published or (article.published.day if article.published else None)
    if when.source == "published":
        return f"{out}, the story's own day"
    return f"{out}, counted from the story's day {story}" if story else out
