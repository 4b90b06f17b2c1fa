"""Role words and their sectors."""

from __future__ import annotations

import pytest

from dualtrack.actors._roles import Roles, forms

ROLES = Roles()


@pytest.mark.parametrize(
    ("role", "plural"),
    [
        ("soldier", "soldiers"),
        ("militiaman", "militiamen"),
        ("country", "countries"),
        ("spy", "spies"),
        ("attorney", "attorneys"),
        ("church", "churches"),
        ("head of state", "heads of state"),
    ],
)
def test_plurals(role: str, plural: str) -> None:
    assert plural in forms(role)


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("president", "GOV"),
        ("soldiers", "MIL"),
        ("riot police", "COP"),
        ("supreme court", "JUD"),
        ("lawmakers", "LEG"),
        ("opposition leader", "PTY"),
        ("militants", "REB"),
        ("companies", "BUS"),
        ("journalists", "MED"),
        ("asylum seekers", "REF"),
        ("drug cartels", "CRM"),
        ("protesters", "CVL"),
        ("intelligence services", "SPY"),
        ("trade unions", "LAB"),
    ],
)
def test_sectors(words: str, sector: str) -> None:
    role = ROLES.get(words)
    assert role is not None
    assert role.sector == sector


def test_the_longest_role_at_the_end() -> None:
    found = ROLES.last(["iranian", "foreign", "minister"])
    assert found is not None
    assert (found[0], found[1].words) == (1, "foreign minister")
    assert ROLES.last(["zebra"]) is None
    assert ROLES.last([]) is None
