from __future__ import annotations

import dataclasses
import io

from rich.console import Console

from dualtrack.coding import Condition, Event, Span
from dualtrack.tracks import draw, relation
from make_events import ISR, USA, day, event, party, when


def drawn(*events: Event, width: int = 100, **how: object) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, markup=False, color_system=None)
    coverage = {day("2024-04-14"): 7}
    draw(relation(events, "USA", "ISR", coverage=coverage), console, **how)  # type: ignore[arg-type]
    return out.getvalue()


def row(text: str, label: str = "2024-04") -> tuple[str, str]:
    """Left and right of the first row of a period."""
    line = next(line for line in text.splitlines() if line.startswith(label))
    left, right = line.split("│")
    return left, right


def test_support_is_right_and_pressure_left_with_numbers_and_coverage() -> None:
    left, right = row(drawn(event("AID"), event("AID"), event("ACCUSE/disapprove")))
    assert "█" in left and "█" in right
    assert "(2)" in right and "(1)" in left
    assert "7 read" in right


def test_what_has_not_happened_looks_different_without_colour() -> None:
    left, right = row(drawn(event("AID"), event("SANCTION", status="possible")))
    assert "░" in left and "█" not in left
    assert "0.0 (0+1)" in left
    assert "░" not in right


def test_rows_keep_within_the_width() -> None:
    many = [event("ASSAULT", status=s) for s in ("actual", "possible") for _ in range(9)]
    for width in (80, 100, 120):
        text = drawn(event("AID"), *many, width=width)
        assert max(map(len, text.splitlines())) <= width


def test_conditions_due_and_titles_are_told() -> None:
    hanging = Condition(Span("if Israel goes on", 0, 17), "if")
    text = drawn(
        event("SANCTION", status="possible", condition=hanging),
        event("AGREE", status="announced", date=when("2024-05-02", source="text")),
        titles={"a1": "A title"},
    )
    assert "“if Israel goes on”" in text
    assert "2024-05-02" in text
    assert "in: A title" in text


def test_what_is_left_out_is_counted() -> None:
    text = drawn(*[event("AID", id=str(n)) for n in range(8)], most=3)
    assert "and 5 more" in text


def test_words_of_a_page_cannot_steer_the_terminal() -> None:
    evil = party("\x1b[31m[bold]Israel\x07\n\x9b2J", "ISR")
    text = drawn(event("AID", (USA,), (evil,)), titles={"a1": "\x1b]0;owned\x07[red]T[/red]"})
    assert not {"\x1b", "\x07", "\x9b"} & set(text)
    assert "[bold]Israel" in text
    assert "[red]T[/red]" in text


def test_long_silence_takes_one_line() -> None:
    far = dataclasses.replace(event("AID", (ISR,), (USA,), on="2022-04-14"))
    text = drawn(event("AID", (ISR,), (USA,)), far)
    assert "to 2024-03: no event" in text
