"""Locations to countries."""

from __future__ import annotations

import pytest

from dualtrack.actors import Gazetteer, Memory

G = Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Halhul", "PSE"),
        ("southern Gaza", "PSE"),
        ("Kyiv region", "UKR"),
        ("Mosul, Iraq", "IRQ"),
        ("Tripoli", "LBY"),
        ("Tripoli, Lebanon", "LBN"),
        ("Reading, England", "GBR"),
        ("Crimea", "UKR"),
        ("Scotland", "GBR"),
        ("near Bakhmut", "UKR"),
        ("Azerbaijani embassy in Tehran", "IRN"),
        ("Salcajá, Guatemala", "GTM"),
        ("the Gaza Strip", "PSE"),
        ("Kashmir", None),
        ("Hyderabad", None),
        ("Syria and Iraq", None),
        ("Lebanon–Syria border", None),
        ("Persian Gulf", None),
        ("a market", None),
        ("", None),
    ],
)
def test_places(text: str, country: str | None) -> None:
    assert G.place(text) == country


def test_the_article_decides_between_namesakes() -> None:
    memory = Memory(G)
    memory.read("Pakistani police made arrests in Hyderabad.")
    assert G.place("Hyderabad", memory) == "PAK"
    memory.read("Indian police did so, too.")
    assert G.place("Hyderabad", memory) is None
