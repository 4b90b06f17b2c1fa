"""Names found in a text."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.actors import Gazetteer

G = Gazetteer.load()


def _found(text: str) -> list[tuple[str, str | None, str]]:
    return [(text[f.start : f.end], f.actor.country, f.actor.kind) for f in G.find(text)]


def test_it_is_made_once() -> None:
    assert Gazetteer.load() is G


def test_names_in_a_text() -> None:
    text = "Israel’s army hit Khan Younis, Hamas and U.S. officials told the Security Council."
    assert _found(text) == [
        ("Israel", "ISR", "country"),
        ("Khan Younis", "PSE", "city"),
        ("Hamas", "PSE", "group"),
        ("U.S.", "USA", "country"),
        ("Security Council", None, "organisation"),
    ]


def test_accents_do_not_matter_and_offsets_are_the_texts() -> None:
    assert _found("Erdoğan in Cote d’Ivoire")[-1] == ("Cote d’Ivoire", "CIV", "country")
    loose = "In Sa\u0303o Paulo, Brazil"
    assert ("Sa\u0303o Paulo", "BRA", "city") in _found(loose)


def test_common_words_are_no_cities() -> None:
    text = "Reading is Nice. Of Mobile phones, Split Bar tabs and a Man in a Bath, most of them so."
    assert _found(text) == []


def test_people_are_no_places() -> None:
    assert ("Jordan", "JOR", "country") not in _found("Kelvin Jordan and Mr Jordan spoke.")
    assert ("Jordan", "JOR", "country") in _found("Jordan spoke; so did northern Jordan.")


def test_names_go_by_date() -> None:
    (before,) = G.find("Taliban", dt.date(2021, 8, 14))
    (after,) = G.find("Taliban", dt.date(2021, 8, 15))
    assert (before.actor.sector, after.actor.sector) == ("REB", "GOV")


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_found_names_are_in_order_and_apart(text: str) -> None:
    end = 0
    for hit in G.find(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_anything_may_be_asked(text: str) -> None:
    G.resolve(text)
    G.place(text)


def test_finding_is_fast() -> None:
    text = "The Israeli army and U.S. forces said on Tuesday that all was calm there. " * 6000
    start = time.process_time()
    G.find(text)
    assert time.process_time() - start < 3  # half a megabyte; a quarter of a second when idle


@pytest.mark.parametrize("text", ["Al " * 100_000, "x\n" * 100_000, "of " * 100_000])
def test_endless_mentions_name_nobody(text: str) -> None:
    assert G.resolve(text).kind == "unknown"
    assert G.place(text) is None


def test_a_surname_of_several_people_is_nobodys() -> None:
    assert G.surname("Qqqqq") is None
