"""Puts the tables together: every name, and the rows that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dualtrack.actors._actor import Actor
from dualtrack.actors._names import Names
from dualtrack.actors._tables import TABLES, day, rows, several

Rows = tuple[Actor, ...]

COUNTRIES = (
    *("iso3", "iso2", "name", "names", "adjectives", "people", "capitals"),
    *("cow", "gw", "fips", "first", "last"),
)
REGIONS = ("iso3", "name", "names", "adjectives", "people", "sector", "scope")
CITIES = ("name", "iso3", "population", "candidates")
ORGANISATIONS = ("name", "aliases", "country", "sector", "kind", "first", "last", "loose")
PEOPLE = ("name", "aliases", "country", "sector", "office", "first", "last", "source")
METONYMS = ("name", "needs", "stands_for", "country", "sector")
ROLES = ("role", "sector", "rule")


@dataclass(slots=True)
class Data:
    """All names. `running` holds those looked for in running text, `all` those and the stopped."""

    entries: list[Rows] = field(default_factory=list)
    running: Names = field(default_factory=Names)
    stopped: Names = field(default_factory=Names)
    loose: set[str] = field(default_factory=set)  # names that several countries use
    wide: set[str] = field(default_factory=set)  # regions wider than a country
    candidates: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of ambiguous places
    surnames: set[str] = field(default_factory=set)  # places that are surnames too
    metonyms: dict[str, tuple[str | None, Actor]] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)  # full name -> entry
    country_names: dict[str, str] = field(default_factory=dict)  # ISO3 -> name

    def entry(self, actors: Rows) -> int:
        """The number of a new entry."""
        self.entries.append(actors)
        return len(self.entries) - 1


def load(folder: Path = TABLES) -> Data:
    """Reads all tables of a folder. The order decides who keeps a name that two tables hold."""
    data = Data()
    stop: set[str] = set()
    for name, why in rows("stop_names.tsv", ("name", "why"), folder):
        (data.surnames if why == "surname" else stop).add(name)
    for name, needs, stands_for, country, sector in rows("metonyms.tsv", METONYMS, folder):
        actor = Actor(stands_for, country or None, sector, "capital")
        data.metonyms[name] = (needs or None, actor)
    _countries(data, folder)
    _organisations(data, folder, stop)
    _regions(data, folder)
    _capitals(data, folder)
    _people(data, folder, stop)
    _cities(data, folder, stop)
    return data


def _countries(data: Data, folder: Path) -> None:
    for row in rows("countries.tsv", COUNTRIES, folder):
        iso3, _, name, names, adjectives, people = row[:6]
        where = f"countries.tsv, {name}"
        first, last = day(row[10], where), day(row[11], where)
        if last is None:
            data.country_names[iso3] = name
        bare = data.entry((Actor(name, iso3, "GOV", "country", first, last),))
        for spelling in (name, *several(names)):
            data.running.add(spelling, bare)
        _demonyms(data, name, iso3, adjectives, people)


def _demonyms(data: Data, name: str, iso3: str | None, adjectives: str, people: str) -> None:
    if adjectives:
        number = data.entry((Actor(name, iso3, "GOV", "demonym"),))
        for spelling in several(adjectives):
            data.running.add(spelling, number)
    if people:
        number = data.entry((Actor(name, iso3, "CVL", "demonym"),))
        for spelling in several(people):
            data.running.add(spelling, number)


def _capitals(data: Data, folder: Path) -> None:
    for row in rows("countries.tsv", COUNTRIES, folder):
        for capital in several(row[6]):
            actor = Actor(row[2], row[0], "GOV", "capital")
            data.running.add(capital, data.entry((actor,)))


def _organisations(data: Data, folder: Path, stop: set[str]) -> None:
    by_name: dict[str, tuple[list[Actor], list[str]]] = {}
    for row in rows("organisations.tsv", ORGANISATIONS, folder):
        name, aliases, country, sector, kind, first, last, loose = row
        where = f"organisations.tsv, {name}"
        actor = Actor(name, country or None, sector, kind, day(first, where), day(last, where))
        actors, spellings = by_name.setdefault(name, ([], []))
        actors.append(actor)
        spellings += [name.split(" (")[0], *several(aliases)]
        data.loose.update(several(loose))
    for actors, spellings in by_name.values():
        number = data.entry(tuple(actors))
        for spelling in spellings:
            (data.stopped if spelling in stop else data.running).add(spelling, number)


def _regions(data: Data, folder: Path) -> None:
    for row in rows("regions.tsv", REGIONS, folder):
        iso3, name, names, adjectives, people, sector, scope = row
        number = data.entry((Actor(name, iso3 or None, sector, "region"),))
        for spelling in (name, *several(names)):
            data.running.add(spelling, number)
        _demonyms(data, name, iso3 or None, adjectives, people)
        if scope == "wide":
            data.wide.add(name)


def _people(data: Data, folder: Path, stop: set[str]) -> None:
    if not (folder / "people.tsv").exists():
        return
    held: dict[str, list[Actor]] = {}
    spelt: dict[str, list[str]] = {}  # spelling -> full names
    for row in rows("people.tsv", PEOPLE, folder):
        name, aliases, country, sector, _, first, last, _ = row
        where = f"people.tsv, {name}"
        actor = Actor(
            name, country or None, sector or None, "person", day(first, where), day(last, where)
        )
        held.setdefault(name, []).append(actor)
        for spelling in (name, *several(aliases)):
            names = spelt.setdefault(spelling, [])
            if name not in names:
                names.append(name)
    shared: dict[tuple[str, ...], int] = {}
    for spelling, names in spelt.items():
        key = tuple(names)
        if key not in shared:
            shared[key] = data.entry(tuple(actor for name in names for actor in held[name]))
        (data.stopped if spelling in stop else data.running).add(spelling, shared[key])
        if spelling in held and len(names) == 1:
            data.people[spelling] = shared[key]


def _cities(data: Data, folder: Path, stop: set[str]) -> None:
    for name, iso3, _, candidates in rows("cities.tsv", CITIES, folder):
        number = data.entry((Actor(name, iso3 or None, None, "city"),))
        if candidates:
            data.candidates[name] = tuple(several(candidates))
        (data.stopped if name in stop else data.running).add(name, number)
