"""People a text introduces."""

from __future__ import annotations

import pytest

from dualtrack.actors import Gazetteer
from dualtrack.actors._introduced import introduced

G = Gazetteer.load()


def _of(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.country, p.sector) for p in introduced(G, text, G.find(text))]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Iranian deputy oil minister Reza Karimzad spoke.", "Reza Karimzad", "IRN", "GOV"),
        ("Finland's police chief Aku Virtala spoke.", "Aku Virtala", "FIN", "COP"),
        ("The oil minister of Iran Reza Karimzad spoke.", "Reza Karimzad", "IRN", "GOV"),
        ("On Monday Defence Minister Lars Troelmark said no.", "Lars Troelmark", None, "GOV"),
        ("Reza Karimzad, a former Japanese assemblyman, left.", "Reza Karimzad", "JPN", "LEG"),
        ("In Oslo the defence minister, Kari Nordby, said no.", "Kari Nordby", None, "GOV"),
        ("UN spokesman Jan de Vriesma spoke.", "Jan de Vriesma", None, "IGO"),
        ("Reza Karimzad, a freelance journalist, left.", "Reza Karimzad", None, "MED"),
    ],
)
def test_introductions(text: str, name: str, country: str | None, sector: str) -> None:
    assert (name, country, sector) in _of(text)


def test_no_role_no_person() -> None:
    assert _of("The Quick Brown Fox met Lazy Dog on Monday Morning.") == []


def test_a_backer_is_no_home() -> None:
    found = _of("Iranian-backed militia leader Reza Karimzad spoke.")
    assert all(country != "IRN" for _, country, _ in found)
