from __future__ import annotations

from dualtrack.actors import country_codes


def test_codes_are_those_of_today() -> None:
    russia = country_codes()["RUS"]
    assert (russia.iso2, russia.fips, russia.cow) == ("RU", "RS", "365")
    assert russia.names[0] == "Russia"
    assert country_codes()["DEU"].names[0] == "Germany"


def test_what_has_no_code_has_none() -> None:
    assert country_codes()["HKG"].cow is None
    assert all(c.fips and len(c.fips) == 2 for c in country_codes().values())


def test_a_country_stands_once_and_codes_are_not_shared() -> None:
    codes = country_codes().values()
    assert len({c.fips for c in codes}) == len(codes)
    numbers = [c.cow for c in codes if c.cow]
    assert len(set(numbers)) == len(numbers)
