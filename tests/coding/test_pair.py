"""What one marked actor does to another."""

from __future__ import annotations

import pytest

import dualtrack
from dualtrack.coding import Coder
from dualtrack.ontology import TYPES


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def between(coder: Coder, text: str, source: str, target: str) -> dualtrack.PairType:
    places = [(text.index(w), text.index(w) + len(w)) for w in (source, target)]
    return coder.relation(text, places[0], places[1])


def test_chances_of_all_types_sum_to_one(coder: Coder) -> None:
    found = between(coder, "Iran launched missiles at Israel on Saturday.", "Iran", "Israel")
    assert list(found.chances) == list(TYPES)
    assert sum(found.chances.values()) == pytest.approx(1, abs=1e-4)
    assert found.type == max(found.chances, key=lambda kind: found.chances[kind]) == "ASSAULT"


def test_the_pair_decides_which_act_is_meant(coder: Coder) -> None:
    text = "France condemned Iran after Iran launched missiles at Israel on Saturday."
    assert between(coder, text, "France", "Iran").type == "ACCUSE"
    assert between(coder, text, "Iran", "Israel").type == "ASSAULT"


def test_the_trigger_is_a_place_in_the_text(coder: Coder) -> None:
    text = "“Hm.” The president of Chile met the Peruvian foreign minister in Lima."
    found = between(coder, text, "president of Chile", "Peruvian foreign minister")
    assert found.type == "CONSULT"
    assert found.trigger is not None
    assert text[slice(*found.trigger)] == "met"


def test_a_text_without_any_act_still_gets_the_likeliest_type(coder: Coder) -> None:
    found = between(coder, "Iran, Iraq.", "Iran", "Iraq")
    assert found.type in TYPES


@pytest.mark.parametrize("place", [(0, 0), (-1, 4), (3, 99), (5, 2)])
def test_a_place_that_is_none_is_an_input_error(coder: Coder, place: tuple[int, int]) -> None:
    with pytest.raises(dualtrack.InputError, match="target"):
        coder.relation("Iran met Oman.", (0, 4), place)


def test_a_text_too_long_for_the_encoder_is_an_input_error(coder: Coder) -> None:
    with pytest.raises(dualtrack.InputError, match="pieces"):
        between(coder, "Iran met Oman. " * 200, "Iran", "Oman")
