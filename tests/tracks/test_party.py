from __future__ import annotations

import pytest

from dualtrack._errors import InputError
from dualtrack.coding import Mention
from dualtrack.tracks import Party, groups_of
from dualtrack.tracks._party import Member, Who
from make_events import day, party


def matches(side: Party, mention: Mention, on: str = "2024-04-14") -> bool:
    return side.matches(Who.of(mention), day(on))


def test_a_code_takes_every_sector_of_a_country() -> None:
    usa = Party.parse("USA")
    assert matches(usa, party("U.S. forces", "USA", "MIL"))
    assert matches(usa, party("Washington", "USA", "GOV"))
    assert not matches(usa, party("Israel", "ISR"))
    assert not matches(usa, party("officials", None))


def test_a_sector_narrows_a_country() -> None:
    forces = Party.parse("USA/MIL")
    assert matches(forces, party("U.S. forces", "USA", "MIL"))
    assert not matches(forces, party("Washington", "USA", "GOV"))


def test_a_name_is_compared_with_name_and_words() -> None:
    hezbollah = Party.parse("  hezbollah ")
    assert matches(hezbollah, party("Hezbollah", "LBN", "REB"))
    assert matches(hezbollah, party("the group", "LBN", "REB", name="Hezbollah"))
    assert not matches(hezbollah, party("Hamas", "PSE", "REB"))


def test_three_capitals_may_be_a_body_without_a_country() -> None:
    assert matches(Party.parse("IMF"), party("the fund", None, "IGO", name="IMF"))


@pytest.mark.parametrize("spec", ["", "  ", "USA/XXX", "XYZ/GOV"])
def test_what_is_no_party_is_told(spec: str) -> None:
    with pytest.raises(InputError):
        Party.parse(spec)


def test_a_group_is_its_members_while_they_are() -> None:
    union = Party.parse("eu", groups_of(None))
    assert str(union) == "EU"
    assert matches(union, party("Paris", "FRA"))
    assert matches(union, party("London", "GBR"), "2020-01-31")
    assert not matches(union, party("London", "GBR"), "2020-02-01")
    assert matches(union, party("Brussels", None, "IGO", name="European Commission"))


def test_on_an_unknown_day_those_who_have_not_left_are_members() -> None:
    assert Member("FRA", first=day("1958-01-01")).holds(None)
    assert not Member("GBR", last=day("2020-01-31")).holds(None)


def test_what_tells_one_from_others_is_the_country_else_the_name() -> None:
    assert Who.of(party("Paris", "FRA")).key == "FRA"
    assert Who.of(party("the fund", None, name="IMF")).key == "imf"
    assert Who.of(party("The  Fund", None)).key == "the fund"
