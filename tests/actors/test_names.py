"""The index of names."""

from __future__ import annotations

from dualtrack.actors._names import Names
from dualtrack.actors._words import fold


def _names(*given: str) -> Names:
    names = Names()
    for number, name in enumerate(given):
        names.add(name, number)
    return names


def _found(names: Names, text: str) -> list[str]:
    return [text[a:b] for a, b, _ in names.find(fold(text))]


def test_the_longest_name_wins_and_none_overlap() -> None:
    names = _names("South", "South Sudan", "Sudan")
    assert _found(names, "South Sudan and Sudan, South of it") == ["South Sudan", "Sudan", "South"]


def test_case_tells_us_from_the_us() -> None:
    names = _names("US", "U.S.")
    assert _found(names, "They told us that the US and the U.S. agree.") == ["US", "U.S."]


def test_words_all_in_capitals_meet_the_name() -> None:
    names = _names("Saudi Arabia", "Kyiv")
    assert _found(names, "SAUDI ARABIA; KYIV (AP)") == ["SAUDI ARABIA", "KYIV"]


def test_a_name_is_whole_words() -> None:
    assert _found(_names("Iran", "Of"), "Iranian office Often") == []


def test_names_do_not_go_over_a_break() -> None:
    names = _names("South Sudan")
    assert _found(names, "South. Sudan") != ["South; Sudan"]
    assert _found(names, "South; Sudan") == []
    assert _found(names, "South\nSudan") == ["South\nSudan"]


def test_the_name_given_first_stays() -> None:
    names = _names("Paris", "Paris")
    assert names.get("Paris") == 0
    assert names.get("Lyon") is None


def test_very_long_words_end() -> None:
    names = _names("South Sudan")
    assert _found(names, "South " + "x" * 100_000) == []
