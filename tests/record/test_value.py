"""Values for fields: found in the page, completed as the coder would, or refused in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack._errors import InputError
from dualtrack.record._quote import Words
from dualtrack.record._value import Setting, checked
from make_events import TEXT, day

AT = TEXT.index("launched")
SETTING = Setting(
    Words(TEXT, "Aid in doubt", "Paris had warned Iran."),
    (AT, AT + 8),
    "ASSAULT",
    "actual",
    day("2024-04-14"),
)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("type", "WAR", "There is no type 'WAR'"),
        ("type", None, "There is no type None"),
        ("mode", "allege", "ASSAULT has no mode 'allege'"),
        ("status", "real", "There is no status 'real'"),
        ("actors", "Spain", "'Spain' (actors) does not stand in the page"),
        ("actors", [{"text": "Iran", "start": 0}], "At 0 to 4 of the text stands 'Wash'"),
        ("actors", [{"text": "Iran", "start": -1}], "is no place for the actors"),
        ("actors", [{"text": "Iran", "start": 0, "where": "url"}], "cannot stand in 'url'"),
        ("actors", [{"text": "Iran", "sector": "KING"}], "There is no sector 'KING'"),
        ("actors", [{"text": "Iran", "country": "Iran"}], "'Iran' is no country's code"),
        ("actors", [{"text": "Iran", "name": " "}], "must be text"),
        ("actors", [{"text": "Iran", "age": 3}], "'age' is nothing that the actors can have"),
        ("actors", [3], "One of the actors must be words"),
        ("actors", 7, "must be a list of mentions"),
        ("speaker", 7, "The speaker must be words of the page"),
        ("speaker", {"text": " "}, "must be words of the page"),
        ("condition", "if pigs fly", "does not stand in the text of the page"),
        ("condition", "Paris", "does not stand in the text of the page"),
        ("condition", {"text": "Israel", "kind": "when"}, "no condition of the kind 'when'"),
        ("trigger", None, "An event needs a trigger"),
        ("date", {"on": "2024-04-31"}, "is no day"),
        ("date", {"on": "2024-04-14", "until": "2024-04-13"}, "is before the first"),
        ("date", {"on": "2024-04-14", "precision": "hour"}, "as exact as a day"),
        ("colour", "red", "There is no field 'colour' to change"),
    ],
)
def test_what_does_not_fit_is_refused(field: str, value: Any, says: str) -> None:
    with pytest.raises(InputError) as error:
        checked(field, value, SETTING)
    assert says in str(error.value)
    assert str(error.value).endswith((".", "…"))


def test_words_alone_are_found_nearest_to_the_trigger() -> None:
    (mention,) = checked("recipients", "Israel", SETTING)
    assert mention["start"] == TEXT.index("Israel", AT)
    assert (mention["country"], mention["sector"]) == ("ISR", "GOV")


def test_words_may_stand_in_the_context_where_the_codebook_lets_them() -> None:
    (mention,) = checked("actors", ["Paris"], SETTING)
    assert (mention["where"], mention["start"], mention["country"]) == ("context", 0, "FRA")


def test_what_is_given_wins_over_the_tables() -> None:
    given = {"text": "Iran", "name": "Quds Force", "country": None, "sector": "MIL"}
    (mention,) = checked("actors", [given, given], SETTING)
    assert (mention["name"], mention["country"], mention["sector"]) == ("Quds Force", None, "MIL")


def test_nothing_can_be_said_with_a_word() -> None:
    assert checked("speaker", "none", SETTING) is None
    assert checked("mode", "-", SETTING) is None
    assert checked("actors", "", SETTING) == []
    assert checked("date", "none", SETTING)["from"] == "published"


def test_the_kind_of_a_condition_and_the_country_of_a_place_are_found() -> None:
    condition = checked("condition", "if Israel does not protect civilians", SETTING)
    assert condition["kind"] == "if"
    assert checked("location", "Israel", SETTING)["country"] == "ISR"
    assert checked("location", {"text": "Israel", "country": "PSE"}, SETTING)["country"] == "PSE"


def test_days_come_from_words_or_are_given() -> None:
    words = checked("date", "on Saturday", SETTING)
    assert (words["on"], words["until"], words["from"]) == ("2024-04-13", "2024-04-13", "text")
    both = checked("date", {"text": "on Saturday", "on": "2024-04-06"}, SETTING)
    assert (both["text"], both["on"], both["from"]) == ("on Saturday", "2024-04-06", "text")
    bare = checked("date", {"on": "2024-04-01", "until": "2024-04-30"}, SETTING)
    assert (bare["text"], bare["precision"], bare["from"]) == (None, "month", "judge")


def test_types_may_be_written_small() -> None:
    assert checked("type", "aid", SETTING) == "AID"
