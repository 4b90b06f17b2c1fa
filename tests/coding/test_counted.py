from __future__ import annotations

import pytest

from dualtrack.coding._counted import counted, counts_nothing, is_pronoun, share_of


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (" missiles and drones fell", "missiles and drones"),
        (" tanks, guns and shells came", "tanks, guns and shells"),
        (" people and injures the driver", "people"),
        (" people and injured two", "people"),
        (" U.S. soldiers in Syria", "U.S. soldiers"),
        (" members of parliament", "members of parliament"),
        (" members of the union", "members"),
        (" long-range rockets", "long-range rockets"),
        (" arms dealers", "arms dealers"),
        (" police officers", "police officers"),
        (" Vietnamese", "Vietnamese"),
        (" in Gaza", None),
        (", he said", None),
        ("", None),
    ],
)
def test_counted(after: str, expected: str | None) -> None:
    text = "20" + after
    found = counted(text, 2, len(text))
    assert (text[found[0] : found[1]] if found else None) == expected


def test_a_singular_only_where_asked() -> None:
    text = "one patrol boat sank"
    assert counted(text, 3, 15, single=True) == (4, 15)
    assert counted(text, 3, 15) is None


@pytest.mark.parametrize(
    ("before", "told", "after"),
    [("", "10", " a.m."), ("", "72", "-year-old"), ("Article ", "5", " holds"), ("May ", "7", ",")],
)
def test_counts_nothing(before: str, told: str, after: str) -> None:
    text = before + told + after
    assert counts_nothing(text, len(before), len(before + told), len(text))
    plain = told + " ships"
    assert not counts_nothing(plain, 0, len(told), len(plain))


def test_pronoun() -> None:
    assert is_pronoun("no one came", 3, 6)
    assert is_pronoun("one of them", 0, 3)
    assert not is_pronoun("one ship", 0, 3)


def test_share_of() -> None:
    text = "15% of the vote"
    assert share_of(text, 3, len(text), money=False) == (11, 15)
    text = "$5m in Gaza"
    assert share_of(text, 3, len(text), money=True) is None
