from __future__ import annotations

from dualtrack.pages._blocks import HtmlBlock
from dualtrack.pages._leaks import own_reason, without_leaks

OWN = [
    "Norland signed a truce with Suvia on Sunday after a week of talks in Hollvik.",
    "Suvia will withdraw the patrol ships that it sent to the strait in March.",
    "Norland's parliament is to vote on the truce with Suvia on Thursday.",
]


def block(text: str, reason: str | None = None, linked: float = 0.0, tag: str = "p") -> HtmlBlock:
    return HtmlBlock(text, reason, tag, linked)


def test_a_clean_story_is_left_alone() -> None:
    blocks = [block(text) for text in OWN]
    assert without_leaks(OWN, blocks, "Truce signed", ()) == (OWN, {})


def test_places_speak_against_a_paragraph() -> None:
    caption = "Trawlers wait outside the port."
    linked = "Thousands march through the capital of Marrovia to demand an inquiry."
    blocks = [*map(block, OWN), block(caption, "caption"), block(linked, linked=1.0)]
    kept, rejected = without_leaks([*OWN, caption, linked], blocks, None, ())
    assert kept == OWN
    assert rejected == {caption: "caption", linked: "teaser"}


def test_a_class_around_the_whole_story_is_not_believed() -> None:
    blocks = [block(text, "caption") for text in OWN]
    assert without_leaks(OWN, blocks, None, ())[0] == OWN


def test_a_summary_below_a_linked_headline_is_another_story() -> None:
    summary = "Thousands of people marched in Marrovia for an inquiry into the flood on Saturday."
    head = block("Thousands march for inquiry into flood", linked=1.0, tag="h4")
    blocks = [*map(block, OWN), head, block(summary)]
    assert without_leaks([*OWN, summary], blocks, None, ())[1] == {summary: "teaser"}


def test_what_follows_the_last_box_has_to_be_near_the_story() -> None:
    stars = "A chance encounter brings good news for Librans."
    more = "The truce between Norland and Suvia covers the western banks."
    blocks = [*map(block, OWN), block("Most read in News", tag="h3"), block(stars), block(more)]
    kept, rejected = without_leaks([*OWN, stars, more], blocks, None, ())
    assert kept == [*OWN, more]
    assert rejected == {stars: "other story"}


def test_the_writer_and_the_title_are_no_paragraphs() -> None:
    bio = "Eva Lund is the northern editor."
    kept, rejected = without_leaks([*OWN, bio, "Truce signed"], [], "Truce signed", ["Eva Lund"])
    assert kept == OWN
    assert rejected == {bio: "byline", "Truce signed": "title"}
    assert own_reason("Published 14 April 2024", None) == "date line"
