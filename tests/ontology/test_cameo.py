"""The crosswalk to CAMEO and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualtrack import ontology
from dualtrack._errors import InputError, TableError
from dualtrack.ontology._cameo import load_back, load_codes

Damage = Callable[[str, str, str], Path]


def test_every_root_is_there() -> None:
    roots = [code for code in ontology.cameo_codes() if len(code) == 2]
    assert roots == [f"{number:02}" for number in range(1, 21)]


@pytest.mark.parametrize(
    ("code", "event_type", "mode", "status"),
    [
        ("010", None, None, None),
        ("0256", None, None, None),
        ("036", "AGREE", None, "announced"),
        ("0353", "CONCEDE", None, "announced"),
        ("042", "CONSULT", "visit", "actual"),
        ("055", "CONCEDE", None, "actual"),
        ("081", "CONCEDE", None, "actual"),
        ("0813", "RETREAT", None, "actual"),
        ("116", "SANCTION", "convict", "actual"),
        ("163", "SANCTION", "discontinue", "actual"),
        ("175", "ASSAULT", None, "actual"),
        ("191", "COERCE", "restrict", "actual"),
        ("195", "ASSAULT", "aerial", "actual"),
        ("20", "ASSAULT", None, "actual"),
        ("2042", "ASSAULT", "unconventional", "actual"),
    ],
)
def test_from_cameo(
    code: str, event_type: str | None, mode: str | None, status: str | None
) -> None:
    found = ontology.from_cameo(code)
    assert (found.code, found.type, found.mode, found.status) == (code, event_type, mode, status)


@pytest.mark.parametrize(
    "code", ["055", "116", "163", "195", "20", "0813", "0814", "175", "035", "1041", "043"]
)
def test_an_oddity_has_a_note(code: str) -> None:
    assert ontology.from_cameo(code).note


def test_goldsteins_scores_are_their_own_scale() -> None:
    scores = {c: ontology.from_cameo(c).goldstein for c in ("010", "0874", "112", "130", "190")}
    assert scores == {"010": 0, "0874": 10, "112": -2, "130": -4.4, "190": -10}


def test_the_longest_known_code_wins() -> None:
    assert ontology.from_cameo("1909").code == "190"
    assert ontology.from_cameo("109").code == "10"


@pytest.mark.parametrize("code", ["", "1", "12345", "21", "99", "x", "04 ", "٠٤", "04\n", 42])
def test_what_is_no_code_is_refused(code: Any) -> None:
    with pytest.raises(InputError):
        ontology.from_cameo(code)


@pytest.mark.parametrize(
    ("event_type", "mode", "status", "code"),
    [
        ("ASSAULT", "drone", "actual", "195"),
        ("CONSULT", "visit", "actual", "042"),
        ("CONSULT", "visit", "announced", "036"),
        ("AID", None, "announced", "033"),
        ("COERCE", "curfew", "announced", "1323"),
        ("RETREAT", "release", "announced", "0353"),
        ("ACCUSE", "investigate", "announced", None),
        ("ASSAULT", "aerial", "possible", None),
        ("ASSAULT", "aerial", "negated", None),
        ("ASSAULT", "aerial", "historical", None),
        ("AGREE", None, "predicted", None),
    ],
)
def test_to_cameo(event_type: str, mode: str | None, status: str, code: str | None) -> None:
    assert ontology.to_cameo(event_type, mode, status) == code


def test_every_actual_act_has_a_code_on_its_own_track() -> None:
    for event_type in ontology.TYPES:
        for mode in (None, *ontology.MODES[event_type]):
            code = ontology.to_cameo(event_type, mode)
            assert code is not None
            back = ontology.from_cameo(code).type
            assert back is not None
            assert ontology.track(back) == ontology.track(event_type)


def test_to_cameo_refuses_unknown_words() -> None:
    with pytest.raises(TableError, match="no event type"):
        ontology.to_cameo("FIGHT")
    with pytest.raises(TableError, match="has no mode"):
        ontology.to_cameo("AID", "visit")
    with pytest.raises(TableError, match="no status"):
        ontology.to_cameo("AID", None, "future")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\n045\tCONSULT\t", "\n045\tMEDIATE\t", "no event type 'MEDIATE'"),
        ("\n041\tCONSULT\tphone\t", "\n041\tCONSULT\tcall\t", "has no mode 'call'"),
        ("\n046\tCONSULT\t\t\t", "\n046\tCONSULT\t\tfuture\t", "status 'future' is unknown"),
        ("\n011\t\t\t\t", "\n011\t\tphone\t\t", "a mode or status without a type"),
        ("\n045\t", "\n046\t", "046 stands twice"),
        ("\n045\t", "\n45x\t", "'45x' is no code"),
        ("\n081\t", "\n089\t", "0811 has no parent 081"),
        ("\t-0.4\t", "\tlow\t", "'low' is no score"),
        ("\t-0.4\t", "\t-40\t", "-40 is not between"),
        ("\tspeaks gloomily\t", "\t\t", "label is missing"),
        ("\tspeaks gloomily\t", "\tspeaks gloomily", "6 cells where 7"),
        ("code\ttype\tmode\tstatus\tgold", "code\tkind\tmode\tstatus\tgold", "the columns"),
    ],
)
def test_a_damaged_crosswalk_is_named(damage: Damage, old: str, new: str, message: str) -> None:
    folder = damage("cameo.tsv", old, new)
    with pytest.raises(TableError) as caught:
        load_codes(folder)
    assert str(caught.value).startswith("cameo.tsv")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\nAGREE\t\tactual\t030\t", "\nAGREE\t\tactual\t999\t", "'999' is not in cameo.tsv"),
        ("\nAID\t\tactual\t", "\nAGREE\t\tactual\t", "stand twice"),
        ("\nAID\t\tactual\t", "\nAID\t\tnow\t", "status 'now' is unknown"),
    ],
)
def test_a_damaged_way_back_is_named(damage: Damage, old: str, new: str, message: str) -> None:
    folder = damage("plover_to_cameo.tsv", old, new)
    with pytest.raises(TableError) as caught:
        load_back(folder)
    assert str(caught.value).startswith("plover_to_cameo.tsv")
    assert message in str(caught.value)
