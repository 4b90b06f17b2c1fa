"""What other lists call a country: ISO 3166-1, FIPS 10-4 and Correlates of War codes."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from dualtrack.actors._load import COUNTRIES
from dualtrack.actors._tables import rows, several


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """A country as it stands today; a code that it has not, or that is unsure, is None.

    `cow` is a text, for it names and counts nothing; `names` has all names, the first one first.
    """

    iso3: str
    iso2: str | None
    fips: str | None
    cow: str | None
    names: tuple[str, ...]


@functools.cache
def country_codes() -> dict[str, CountryCodes]:
    """All countries and territories by ISO3. States that are gone are left out."""
    out = {}
    for row in rows("countries.tsv", COUNTRIES):
        cell = dict(zip(COUNTRIES, row, strict=True))
        if cell["last"]:
            continue
        out[cell["iso3"]] = CountryCodes(
            cell["iso3"],
            cell["iso2"] or None,
            cell["fips"] or None,
            cell["cow"] or None,
            (cell["name"], *several(cell["names"])),
        )
    return out
