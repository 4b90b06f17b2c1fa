from __future__ import annotations

import dataclasses
import io

from rich.console import Console

from dualtrack.coding import Condition, Event, Span
from dualtrack.tracks import Evidence, Relation, relation
from dualtrack.tracks._act import Act
from dualtrack.tracks._draw_lists import draw_lists
from make_events import day, event, when


def drawn(made: Relation, most: int = 5) -> str:
    out = io.StringIO()
    draw_lists(made, Console(file=out, width=100, markup=False, color_system=None), most)
    return out.getvalue()


def pair(*events: Event) -> Relation:
    return relation(events, "USA", "ISR", until=day("2024-07-01"))


def test_conditions_and_evidence_are_told_in_their_words() -> None:
    hanging = Condition(Span("if Israel goes on", 0, 17), "if")
    made = pair(event("SANCTION", status="possible", condition=hanging, id="e1"))
    words = Evidence("e1", "r", "a", "A title", None, None, "It may cut aid if Israel goes on.")
    text = drawn(dataclasses.replace(made, evidence={"e1": words}))
    assert "Standing conditions (1)" in text
    assert "“if Israel goes on”" in text
    assert "“It may cut aid if Israel goes on.”" in text
    assert "in: A title" in text


def test_what_is_due_says_what_came_of_it() -> None:
    def planned(kind: str, on: str | None) -> Event:
        source = "text" if on else "none"
        return event(kind, status="announced", on="2024-04-01", date=when(on, source=source))

    text = drawn(
        pair(
            planned("AGREE", "2024-05-02"),
            planned("AID", "2024-05-02"),
            planned("CONSULT", "2024-08-02"),
            planned("SUPPORT", None),
            event("AGREE", on="2024-05-03"),
        )
    )
    assert "Due (4: 1 to come, 1 most likely done, 1 without a day, 1 past without a trace)" in text
    assert "then most likely done 2024-05-03: “acted”" in text
    assert "nothing like it is in the record" in text


def test_what_is_left_out_of_a_list_is_counted() -> None:
    text = drawn(pair(*[event("AID", id=str(n)) for n in range(8)]), most=3)
    assert "and 5 more" in text


def test_predictions_and_speakers_have_their_lists() -> None:
    said = Span("officials", 0, 9)
    text = drawn(pair(event("AID", status="predicted", speaker=said), event("AID", speaker=said)))
    assert "Predicted (1)" in text
    assert "Who spoke (1)" in text
    assert "officials 2" in text


def test_what_is_not_summed_is_counted_by_reason() -> None:
    made = pair(event("AID", status="negated"), event("REQUEST/assist"))
    gone = (dataclasses.replace(Act.of(event("AID")), state="rejected"),)
    text = drawn(dataclasses.replace(made, left_out=gone))
    assert "Not summed: 1 negated, 1 on neither track." in text
    assert "Left out: 1 rejected." in text


def test_what_several_articles_tell_and_people_judged_is_said_so() -> None:
    told = dataclasses.replace(Act.of(event("AID")), articles=3, judged=True)
    text = drawn(dataclasses.replace(pair(), newest=(told,)))
    assert "in 3 articles, judged" in text
