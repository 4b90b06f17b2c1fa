"""Labelled lines to examples: where triggers and mentions are placed."""

from __future__ import annotations

from dualtrack.coding._labels import begin_tag
from dualtrack.coding._pieces import Encoded
from dualtrack.train._examples import Builder, occurrences, role_tags
from gold_lines import PIECES, build, event, who


def words(encoded: Encoded, text: str, span: tuple[int, int]) -> str:
    return text[encoded.word_start[span[0]] : encoded.word_end[span[1]]]


def test_a_trigger_is_tagged_word_by_word() -> None:
    made = build("Troops opened fire today.", event("opened fire"))
    tag = begin_tag("ASSAULT")
    assert made.tags[:4] == [0, tag, tag + 1, 0]


def test_the_same_trigger_twice_is_placed_in_order() -> None:
    text = "One army attacked. The other attacked."
    made = build(text, event("attacked"), event("attacked"))
    assert [t.first for t in made.triggers] == [2, 6]


def test_a_mention_is_placed_in_the_triggers_own_sentence() -> None:
    text = "Iran waited. Later Iran struck the base. Iran left."
    made = build(text, event("struck", actors=[who("Iran")]))
    (span,) = made.triggers[0].roles["actor"]
    assert made.encoded.word_start[span[0]] == 19


def test_a_mention_may_stand_in_the_context() -> None:
    made = build("He struck.", event("struck", actors=[who("Kirby")]), context="Kirby spoke.")
    (span,) = made.triggers[0].roles["actor"]
    assert made.encoded.word_segment[span[0]] == 1


def test_what_cannot_be_placed_is_counted() -> None:
    builder = Builder(PIECES)
    build("It fell.", event("exploded"), builder=builder)
    assert builder.lost == {"trigger": 1}


def test_whole_words_win_over_parts() -> None:
    assert occurrences("warned of war", "war") == [(10, 13)]
    assert occurrences("prewar", "war") == [(3, 6)]


def test_cues_are_the_country_words_of_a_bare_mention() -> None:
    def find(text: str) -> list[tuple[int, int, str]]:
        at = text.find("Israeli")
        return [(at, at + 7, "ISR")] if at >= 0 else []

    builder = Builder(PIECES, find, lambda mention: "x" if mention == "Iran" else None)
    text = "An Israeli court met; soldiers struck Iran."
    made = build(
        text,
        event("struck", actors=[who("soldiers", "ISR", "MIL")], recipients=[who("Iran", "IRN")]),
        builder=builder,
    )
    labels = made.triggers[0]
    assert labels.asked == (True, False)
    assert [words(made.encoded, text, c) for c in labels.cues[0]] == ["Israeli"]


def test_role_tags_begin_and_go_on() -> None:
    text = "The White House struck."
    made = build(text, event("struck", actors=[who("White House")]))
    assert role_tags(made.triggers[0], len(made.encoded.word_piece))["actor"] == [0, 1, 2, 0, 0]
