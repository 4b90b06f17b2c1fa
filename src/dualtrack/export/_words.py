"""What other formats call our countries and sectors."""

from __future__ import annotations

import functools
from importlib.resources import files

from dualtrack._errors import TableError
from dualtrack.actors import country_codes
from dualtrack.coding import Mention
from dualtrack.ontology import SECTORS

_COUNTRIES = ("iso3", "cameo", "icews")
_SECTORS = ("sector", "cameo", "icews")


def _read(name: str, columns: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    text = (files("dualtrack.export") / "tables" / name).read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    if not lines or tuple(lines[0]) != columns or any(len(cells) != 3 for cells in lines):
        raise TableError(f"{name} must have the columns {', '.join(columns)} in every line.")
    return {key: (cameo, icews) for key, cameo, icews in lines[1:]}


@functools.cache
def _countries() -> dict[str, tuple[str, str]]:
    table = _read("countries.tsv", _COUNTRIES)
    unknown = sorted(set(table) - set(country_codes()))
    if unknown:
        raise TableError(f"countries.tsv: there is no country {unknown[0]!r}.")
    return table


@functools.cache
def _sectors() -> dict[str, tuple[str, str]]:
    table = _read("sectors.tsv", _SECTORS)
    if tuple(table) != SECTORS:
        raise TableError("sectors.tsv must have the sectors of the codebook, in its order.")
    return table


def cameo_country(iso3: str | None) -> str:
    """CAMEO's three letters for a country; empty where none is known."""
    if iso3 is None:
        return ""
    return _countries().get(iso3, ("", ""))[0] or iso3


def icews_country(iso3: str | None) -> str:
    """The name that ICEWS has for a country; empty where none is known."""
    if iso3 is None:
        return ""
    ours = country_codes().get(iso3)
    return _countries().get(iso3, ("", ""))[1] or (ours.names[0] if ours else "")


def cameo_sector(sector: str) -> str:
    """CAMEO's role code for a sector, or empty."""
    return _sectors()[sector][0]


def icews_sector(sector: str) -> str:
    """The name that ICEWS has for a sector, or empty."""
    return _sectors()[sector][1]


def fips(iso3: str | None) -> str:
    """The FIPS 10-4 code of a country, or empty."""
    codes = country_codes().get(iso3 or "")
    return (codes.fips if codes else None) or ""


def cow(iso3: str | None) -> str:
    """The Correlates of War code of a state as it stands today, or empty."""
    codes = country_codes().get(iso3 or "")
    return (codes.cow if codes else None) or ""


def name_of(mention: Mention) -> str:
    """Who it is: the resolved name, else the words."""
    return mention.name or mention.span.text


def is_country(words: str, iso3: str) -> bool:
    """Whether words are a name of this very country, and not of a place in it."""
    codes = country_codes().get(iso3)
    return codes is not None and words.casefold() in {n.casefold() for n in codes.names}
