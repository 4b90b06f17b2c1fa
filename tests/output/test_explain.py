from __future__ import annotations

import dataclasses
import io

from rich.console import Console

from dualtrack.coding import Event
from dualtrack.output import explain
from dualtrack.pages import Article
from make_events import ARTICLE, article_events, event, span


def told(events: list[Event], article: Article = ARTICLE, *, colour: bool = False) -> str:
    out = io.StringIO()
    system = "truecolor" if colour else None
    console = Console(
        file=out,
        width=200,
        markup=False,
        color_system=system,
        force_terminal=colour,  # type: ignore[arg-type]
    )
    explain(article, events, console)
    return out.getvalue()


def test_every_role_is_told_without_colour() -> None:
    text = told(article_events())
    for part in (
        "[1 actor: Washington]",
        "[1 trigger SANCTION/discontinue: cut]",
        "[1 condition: if [1 recipient: Israel] does not protect civilians]",
        "[1 speaker: officials]",
        "[2 recipient, 2 location: Israel]",
        "[2 date: on Saturday]",
    ):
        assert part in text


def test_each_event_says_why() -> None:
    text = told(article_events())
    for part in (
        "possible",
        "confidence 0.88",
        "United States, USA, GOV",
        "2024-04-13",
        "counted from the story's day 2024-04-14",
        "over 300 drones",
        "none: the writer reports it",
        "the story's own day",
    ):
        assert part in text, part


def test_roles_have_colours_of_their_own() -> None:
    text = told(article_events(), colour=True)
    assert "\x1b[" in text


def test_no_event_is_said() -> None:
    assert "No event was found" in told([])


def test_words_of_a_page_cannot_steer_the_terminal() -> None:
    evil = dataclasses.replace(
        ARTICLE, text=ARTICLE.text + "\x1b[2J [bold]x[/bold] [/]", title="\x1b]0;t\x07[red]T"
    )
    text = told([event("AID", trigger=span("cut"))], evil)
    assert "\x1b" not in text
    assert "[bold]x[/bold] [/]" in text
