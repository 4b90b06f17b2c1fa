from __future__ import annotations

import dataclasses
import io

from rich.console import Console

from dualtrack.coding import Event
from dualtrack.tracks import Evidence, draw, relation
from make_events import ISR, USA, day, event, party

TITLE = "A title \x1b]0;owned\x07[red]T[/red]"
SENTENCE = "Washington acted\x1b[2J against Israel."


def drawn(*events: Event, width: int = 100, **how: object) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, markup=False, color_system=None)
    coverage = {day("2024-04-14"): 7}
    made = relation(events, "USA", "ISR", coverage=coverage)
    words = {e.id: Evidence(e.id, "r", "a", TITLE, None, None, SENTENCE) for e in events}
    draw(dataclasses.replace(made, evidence=words), console, **how)  # type: ignore[arg-type]
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


def test_both_ways_together_stand_in_one_line() -> None:
    text = drawn(event("CONSULT", (USA, ISR), ()), event("ACCUSE/disapprove"))
    (line,) = [line for line in text.splitlines() if line.startswith("Both ways together")]
    assert "pressure -2.0 (1)" in line
    assert "(1)" in line.split("support")[1]
    assert "7 articles read" in line


def test_words_of_a_page_cannot_steer_the_terminal() -> None:
    evil = party("\x1b[31m[bold]Israel\x07\n\x9b2J", "ISR")
    text = drawn(
        event("AID", (USA,), (evil,)),
    )
    assert not {"\x1b", "\x07", "\x9b"} & set(text)
    assert "[bold]Israel" in text
    assert "[red]T[/red]" in text


def test_long_silence_takes_one_line() -> None:
    far = dataclasses.replace(event("AID", (ISR,), (USA,), on="2022-04-14"))
    text = drawn(event("AID", (ISR,), (USA,)), far)
    assert "to 2024-03: no event" in text
