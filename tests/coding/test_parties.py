"""Several names of one party."""

from __future__ import annotations

import pytest

from dualtrack.coding._event import Mention, Span
from dualtrack.coding._parties import Party, parties

TEXT = "Putin and Lavrov met Assad; Russia and its ally Syria say Moscow and rebels agreed"


def name(word: str, country: str | None) -> Mention:
    start = TEXT.index(word)
    return Mention(Span(word, start, start + len(word)), word, country, "GOV")


def between(first: Span, second: Span) -> str:
    return TEXT[first.end : second.start]


def told(found: list[Party]) -> list[tuple[str, float]]:
    return [(p.mention.span.text, pytest.approx(p.chance)) for p in found]


def test_chances_of_one_country_are_added() -> None:
    named = [(name("Putin", "RUS"), 0.3), (name("Russia", "RUS"), 0.4), (name("Syria", "SYR"), 0.3)]
    assert told(parties(named, 0.5, between)) == [("Russia", 0.7)]


def test_no_party_is_surer_than_sure() -> None:
    named = [(name("Putin", "RUS"), 0.8), (name("Moscow", "RUS"), 0.9)]
    assert told(parties(named, 0.5, between)) == [("Moscow", 1.0)]


def test_names_in_one_list_are_all_kept() -> None:
    named = [
        (name("Putin", "RUS"), 0.9),
        (name("Lavrov", "RUS"), 0.8),
        (name("Moscow", "RUS"), 0.7),
    ]
    found = parties(named, 0.5, between)
    assert [p.mention.span.text for p in found] == ["Putin", "Lavrov"]


def test_without_a_country_wordings_are_apart() -> None:
    named = [(name("rebels", None), 0.4), (name("ally", None), 0.4), (name("rebels", None), 0.3)]
    assert told(parties(named, 0.5, between)) == [("rebels", 0.7)]


def test_the_order_is_that_of_the_text() -> None:
    named = [(name("Syria", "SYR"), 0.9), (name("Putin", "RUS"), 0.6)]
    assert [p.mention.span.text for p in parties(named, 0.5, between)] == ["Putin", "Syria"]


def test_nobody_is_nobody() -> None:
    assert parties([], 0.5, between) == []
