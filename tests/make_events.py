"""Events made by hand, for tests that need no coder."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from dualtrack.coding import CoderInfo, Condition, Event, Mention, Place, Quantity, Span, When
from dualtrack.ontology import intensity, quad, track
from dualtrack.pages import Article, Paragraph, Published

CODER = CoderInfo("0.1.0", "sha256:0", "1")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def party(text: str, country: str | None = None, sector: str = "GOV", **more: Any) -> Mention:
    return Mention(Span(text, 0, len(text)), more.get("name"), country, sector)


USA = party("Washington", "USA", name="United States")
ISR = party("Israel", "ISR", name="Israel")
IRN = party("Iran", "IRN", name="Iran")


def when(on: str | None, until: str | None = None, *, source: str = "published") -> When:
    first = day(on) if on else None
    last = day(until) if until else first
    span = Span("on that day", 0, 11) if source == "text" else None
    return When(span, first, last, "day" if first == last else "month", source)


def event(
    kind: str,
    actors: tuple[Mention, ...] = (USA,),
    recipients: tuple[Mention, ...] = (ISR,),
    *,
    on: str | None = "2024-04-14",
    status: str = "actual",
    **more: Any,
) -> Event:
    """An event of `TYPE` or `TYPE/mode`; `on` is the day of the story and of the act."""
    name, _, mode = kind.partition("/")
    made = Event(
        id=more.pop("id", f"{kind} {on} {status}"),
        article=more.pop("article", "a1"),
        published=day(on) if on else None,
        type=name,
        mode=mode or None,
        quad=quad(name),
        track=track(name, mode or None),
        status=status,
        intensity=intensity(name, mode or None),
        confidence=0.875,
        trigger=Span("acted", 0, 5),
        actors=actors,
        recipients=recipients,
        speaker=None,
        condition=None,
        location=None,
        date=when(on),
        quantities=(),
        sentence=(0, 5),
        coder=CODER,
    )
    return dataclasses.replace(made, **more)


TEXT = (
    "Washington may cut military aid if Israel does not protect civilians, officials said. "
    "Iran launched over 300 drones at Israel on Saturday."
)
ARTICLE = Article(
    id="a1",
    text=TEXT,
    title="Aid in doubt",
    published=Published(day("2024-04-14")),
    language="en",
    paragraphs=(Paragraph(0, len(TEXT)),),
    origin="a.html",
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(words, start, start + len(words))


def article_events() -> list[Event]:
    """The two events of `ARTICLE`, with every field in use."""
    cut = event(
        "SANCTION/discontinue",
        (Mention(span("Washington"), "United States", "USA", "GOV"),),
        (Mention(span("Israel"), "Israel", "ISR", "GOV"),),
        status="possible",
        id="e1",
        trigger=span("cut"),
        speaker=span("officials"),
        condition=Condition(span("if Israel does not protect civilians"), "if"),
        sentence=(0, TEXT.index(" Iran")),
    )
    at = TEXT.index("Iran")
    late = TEXT.index("Israel", at)
    launched = event(
        "ASSAULT/drone",
        (Mention(span("Iran"), "Iran", "IRN", "GOV"),),
        (Mention(Span("Israel", late, late + 6), "Israel", "ISR", "GOV"),),
        id="e2",
        trigger=span("launched"),
        location=Place(Span("Israel", late, late + 6), "ISR"),
        date=When(span("on Saturday"), day("2024-04-13"), day("2024-04-13"), "day", "text"),
        quantities=(Quantity(span("over 300 drones"), 300.0, None, "drones", None, "over"),),
        sentence=(at, len(TEXT)),
    )
    return [cut, launched]
