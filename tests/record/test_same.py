"""The rule: what contradicts, what speaks for one act, and how well it does on labelled pairs."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.record._look import Look, look
from dualtrack.record._same import contradiction, same
from make_events import party
from merging_set import counted, pairs
from told_acts import AGAIN, DAY, OTHER, STORM, THIRD, told


def seen(id: str, sentence: str = STORM, trigger: str = "attack", day: int = 0, **more) -> Look:
    coded = told(id, sentence, trigger, day, **more)
    return look(id, id, coded.events[0], sentence)


ONE = seen("a")


def test_the_same_act_told_on_the_next_day():
    match = same(ONE, seen("b", AGAIN, day=1))
    assert match is not None
    assert 0.5 < match.strength <= 1
    assert match.why["looks_back"] == 1
    assert "gariss" in match.why["shared"]
    json.dumps(match.why)


def test_another_act_of_the_same_parties():
    assert same(ONE, seen("b", OTHER, day=1)) is None


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (dataclasses.replace(seen("b"), article="a"), "article"),
        (seen("b", kind="COERCE"), "type"),
        (dataclasses.replace(seen("b"), status="negated"), "status"),
        (seen("b", trigger="killing"), "trigger"),
        (seen("b", day=4), "day"),
        (seen("b", STORM.replace("attack", "attack another place near"), day=1), "again"),
        (seen("b", actors=(party("militia", "UGA"),)), "parties"),
        (seen("b", STORM.replace("140", "28"), day=1), "numbers"),
    ],
)
def test_what_contradicts(other, why):
    assert contradiction(ONE, other) == why
    assert contradiction(other, ONE) == why
    assert same(ONE, other) is None


def test_places_apart_and_the_place_of_one_in_the_words_of_the_other():
    garissa = dataclasses.replace(ONE, place=frozenset({"gariss"}))
    nairobi = dataclasses.replace(seen("b"), place=frozenset({"nairob"}))
    assert contradiction(garissa, nairobi) is None  # Garissa stands in the words of both
    elsewhere = dataclasses.replace(nairobi, words=nairobi.words - {"gariss"})
    assert contradiction(garissa, elsewhere) == "place"


def test_days_that_the_words_give():
    first = DAY.toordinal()
    dated = dataclasses.replace(ONE, dated=(first, first))
    later = dataclasses.replace(seen("b", day=1), dated=(first + 1, first + 1))
    assert contradiction(dated, later) == "day"
    # What was published on the first day cannot tell of an act of the day after …
    assert contradiction(ONE, later) == "day"
    # … unless it was still to come.
    announced = [dataclasses.replace(one, status="announced") for one in (ONE, later)]
    assert contradiction(*announced) is None


def test_a_running_total_may_have_grown():
    grown = seen("b", "The death toll of the attack on Garissa University College is 147.", day=1)
    assert contradiction(ONE, grown) is None


def test_two_rare_names_of_one_country_are_two():
    names = ("Wanjiru Kamaundu", "Otieno Barasakiri")
    one, other = (
        seen(n, f"Police attack {n} in Kenya.", recipients=(party(n, "KEN"),), actors=())
        for n in names
    )
    assert contradiction(one, other) == "parties"


SENTENCES = st.sampled_from((STORM, AGAIN, THIRD, OTHER, "An attack."))


@settings(max_examples=150, deadline=None)
@given(SENTENCES, SENTENCES, st.integers(0, 4), st.booleans())
def test_the_order_of_the_two_makes_no_difference(first, second, apart, with_parties):
    more = {} if with_parties else {"actors": (), "recipients": ()}
    one, other = seen("a", first, **more), seen("b", second, day=apart, **more)
    assert same(one, other) == same(other, one)
    assert contradiction(one, other) == contradiction(other, one)


# What the rule reaches on the labelled pairs; the aim, 0.95 and 0.85, is not reached. See
# docs/merging.md before one of these is lowered.
FLOORS = {"tune": (0.96, 0.63), "test": (0.99, 0.43), "fresh": (0.81, 0.33), "all": (0.94, 0.48)}


@pytest.mark.shared
def test_how_well_it_does(shared: Path):
    found = pairs(shared / "data" / "current_events" / "items.jsonl.gz")
    alike = [p for p in found if p.drawn != "typed apart"]
    assert len(alike) >= 540
    for half, (precision, recall) in FLOORS.items():
        some = [p for p in alike if half in (p.half, "all")]
        tp, fp, fn, _ = counted((p.same, same(p.one, p.other) is not None) for p in some)
        assert tp / (tp + fp) >= precision, half
        assert tp / (tp + fn) >= recall, half
