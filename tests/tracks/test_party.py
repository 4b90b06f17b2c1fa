from __future__ import annotations

import pytest

from dualtrack._errors import InputError
from dualtrack.tracks import Party
from make_events import party


def test_a_code_takes_every_sector_of_a_country() -> None:
    usa = Party.parse("USA")
    assert usa.matches(party("U.S. forces", "USA", "MIL"))
    assert usa.matches(party("Washington", "USA", "GOV"))
    assert not usa.matches(party("Israel", "ISR"))
    assert not usa.matches(party("officials", None))


def test_a_sector_narrows_a_country() -> None:
    forces = Party.parse("USA/MIL")
    assert forces.matches(party("U.S. forces", "USA", "MIL"))
    assert not forces.matches(party("Washington", "USA", "GOV"))


def test_a_name_is_compared_with_name_and_words() -> None:
    hezbollah = Party.parse("  hezbollah ")
    assert hezbollah.matches(party("Hezbollah", "LBN", "REB"))
    assert hezbollah.matches(party("the group", "LBN", "REB", name="Hezbollah"))
    assert not hezbollah.matches(party("Hamas", "PSE", "REB"))


def test_three_capitals_may_be_a_body_without_a_country() -> None:
    assert Party.parse("IMF").matches(party("the fund", None, "IGO", name="IMF"))


@pytest.mark.parametrize("spec", ["", "  ", "USA/XXX"])
def test_what_is_no_party_is_told(spec: str) -> None:
    with pytest.raises(InputError):
        Party.parse(spec)
