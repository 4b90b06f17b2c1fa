"""Mentions to actors."""

from __future__ import annotations

import datetime as dt

import pytest

from dualtrack.actors import Gazetteer, Memory

G = Gazetteer.load()
DAY = dt.date(2024, 4, 14)


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("Israel", "ISR", "GOV"),
        ("Israeli officials", "ISR", "GOV"),
        ("Russian forces", "RUS", "MIL"),
        ("Hamas militants", "PSE", "REB"),
        ("Houthi forces", "YEM", "REB"),
        ("Washington", "USA", "GOV"),
        ("U.S. State Department", "USA", "GOV"),
        ("Tehran's nuclear agency", "IRN", "GOV"),
        ("Israel’s army", "ISR", "MIL"),
        ("the Palestinians", "PSE", "CVL"),
        ("president of Brazil", "BRA", "GOV"),
        ("court in Hong Kong", "HKG", "JUD"),
        ("French ambassador to Iran", "FRA", "GOV"),
        ("ambassador to Iran", None, "GOV"),
        ("soldiers in Iraq", None, "MIL"),
        ("US-backed rebels", None, "REB"),
        ("pro-Russian separatists", None, "REB"),
        ("Saudi-led coalition", "SAU", "MIL"),
        ("Philippine Senate", "PHL", "LEG"),
        ("Congress of Bolivia", "BOL", "LEG"),
        ("European leaders", None, "GOV"),
        ("UN envoy", None, "IGO"),
        ("European Union leaders", None, "IGO"),
        ("the International Criminal Court", None, "JUD"),
        ("Brussels", None, "IGO"),
        ("army spokesman", None, "MIL"),
        ("members of parliament", None, "LEG"),
        ("the ministry", None, "GOV"),
        ("protesters", None, "CVL"),
        ("ISRAELI FORCES", "ISR", "MIL"),
        ("something else", None, None),
        ("", None, None),
    ],
)
def test_mentions(mention: str, country: str | None, sector: str | None) -> None:
    actor = G.resolve(mention, DAY)
    assert (actor.country, actor.sector) == (country, sector)


@pytest.mark.parametrize(
    ("mention", "year", "country", "sector"),
    [
        ("Mr Netanyahu", 2024, "ISR", "GOV"),
        ("Netanyahu", 2024, "ISR", "GOV"),
        ("Prime Minister Benjamin Netanyahu", 2024, "ISR", "GOV"),
        ("Donald Trump", 2018, "USA", "GOV"),
        ("Donald Trump", 2022, "USA", "PTY"),
        ("Biden administration", 2023, "USA", "GOV"),
        ("Recep Tayyip Erdogan", 2020, "TUR", "GOV"),
        ("John Kirby", 2024, "USA", "GOV"),
        ("Taliban", 2020, "AFG", "REB"),
        ("Taliban", 2022, "AFG", "GOV"),
    ],
)
def test_people_and_groups_by_date(mention: str, year: int, country: str, sector: str) -> None:
    actor = G.resolve(mention, dt.date(year, 6, 1))
    assert (actor.country, actor.sector) == (country, sector)


def test_names_are_the_tables() -> None:
    assert G.resolve("Washington").name == "United States"
    assert G.resolve("Syrian government").name == "Government of Syria"
    assert G.resolve("Mr Netanyahu", DAY).name == "Benjamin Netanyahu"


def test_two_nations_in_one_mention_give_none() -> None:
    assert G.resolve("US and Israeli officials").country is None


def test_european_leaders_take_no_country_from_the_article() -> None:
    memory = Memory(G)
    memory.read("European leaders met in Poland.")
    assert G.resolve("European leaders", None, memory).country is None


def test_the_north_needs_korea() -> None:
    memory = Memory(G)
    memory.read("North Korea fired a missile. The North said it was a test.")
    assert G.resolve("The North", None, memory).country == "PRK"
    assert G.resolve("The North").country is None


def test_a_senate_is_the_articles() -> None:
    memory = Memory(G)
    memory.read("In Manila the Senate of the Philippines sat. The Senate voted.")
    assert G.resolve("Senate", None, memory).country == "PHL"
    assert G.resolve("Senate").country == "USA"
