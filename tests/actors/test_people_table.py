"""The table of people is sound: days, codes, spellings, and what the loader makes of it."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter

import pytest

from dualtrack.actors._gazetteer import Gazetteer
from dualtrack.actors._load import COUNTRIES, PEOPLE
from dualtrack.actors._tables import day, rows, several
from dualtrack.actors._words import fold, key_of

TABLE = [dict(zip(PEOPLE, row, strict=True)) for row in rows("people.tsv", PEOPLE)]
NAMES = [(row["name"], name) for row in TABLE for name in (row["name"], *several(row["aliases"]))]
SECTORS = {
    *("GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "REB", "IGO", "NGO", "BUS", "MED"),
    *("EDU", "LAB", "CVL", "REF", "CRM", "UNK"),
}
# Words of the language, and surnames of so many that the name alone says nothing.
WORDS = """
able act aim air area army art bank bar base bay bear bell best bill black blue board body book
boss boy brown bush care case chief city close coal cook cope court cross dark day dean deal deep
dry duke east end fair fall farm fast father field fine fire fish fly force ford fox free front
gas gates general gold good grant gray great green guard hand hard head high hill hold home hood
hope house hunt hunter joy judge just keen key king knight lake land law lead left light little
long lord love low major man march mark marsh may mean mercy mine minister moon moss north old
page park party peace pike place police pope poor power president price prime prince quick race
rain reach rich right rise rose royal rule sage sharp short snow south speaker star state steel
stone strong summer sun tall teacher town trust wall war water way west white will wise wolf wood
work world young
"""
SHARED = """
Abdullah Ahmed Ahmad Ali Anderson Baker Chen Clark Davis Diaz Evans Fernandez Garcia Gomez
Gonzalez Hall Harris Hassan Hernandez Hussain Hussein Huang Ibrahim Islam Ivanov Jackson Johnson
Jones Khan Kim Lee Lewis Li Lin Liu Lopez Martin Martinez Miller Mitchell Mohamed Mohammed Moore
Nguyen Park Patel Perez Petrov Popov Rahman Ramirez Roberts Robinson Rodriguez Sanchez Sharma
Sheikh Silva Singh Smith Tan Taylor Thomas Thompson Torres Walker Wang White Williams Wilson
Wright Wu Yang Yilmaz Zhang Zhao
"""


def test_there_are_people_of_most_countries() -> None:
    assert len({row["name"] for row in TABLE}) > 5000
    assert len({row["country"] for row in TABLE}) > 150


def test_days_are_in_order() -> None:
    for row in TABLE:
        first, last = day(row["first"], row["name"]), day(row["last"], row["name"])
        assert first is None or last is None or first <= last, row
        assert first is None or first <= dt.date(2027, 1, 1), row


def test_countries_and_sectors_are_known() -> None:
    known = {row[0] for row in rows("countries.tsv", COUNTRIES)}
    assert not {row["country"] for row in TABLE} - known - {""}
    assert not {row["sector"] for row in TABLE} - SECTORS


def test_every_row_has_name_office_and_source() -> None:
    for row in TABLE:
        assert row["name"].strip() == row["name"] != ""
        assert row["office"], row
        assert row["source"] == "known" or row["source"].startswith("mined: "), row


def test_mined_rows_say_the_days_they_were_seen() -> None:
    for row in TABLE:
        if row["source"] != "known":
            assert row["source"].endswith(f" {row['first']}..{row['last']}"), row


def test_no_row_stands_twice() -> None:
    keys = Counter(
        (row["name"], row["country"], row["sector"], row["first"], row["last"]) for row in TABLE
    )
    assert not [key for key, count in keys.items() if count > 1]


def test_no_spelling_of_a_person_stands_twice() -> None:
    keys = Counter((name, key_of(alias)) for name, alias in NAMES if alias != name)
    assert not [key for key, count in keys.items() if count > 1]
    assert not [(n, alias) for n, alias in NAMES if alias != n and key_of(alias) == key_of(n)]


def test_no_name_is_a_word_or_a_surname_of_many() -> None:
    assert not [alias for _, alias in NAMES if alias.lower() in set(WORDS.split())]
    assert not [alias for _, alias in NAMES if fold(alias) in set(SHARED.split())]


def test_names_look_like_names() -> None:
    for _, name in NAMES:
        assert any(char.isupper() for char in name), name
        assert not any(char in name for char in '\t|;()[]"<>'), name
        assert len(name) < 60, name


@pytest.mark.parametrize(
    ("name", "on", "country", "sector"),
    [
        ("Benjamin Netanyahu", "2010-05-01", "ISR", "GOV"),
        ("Barack Obama", "2012-05-01", "USA", "GOV"),
        ("Erdoğan", "2020-01-01", "TUR", "GOV"),
        ("Emmanuel Macron", "2020-01-01", "FRA", "GOV"),
    ],
)
def test_people_are_found_with_their_office(name: str, on: str, country: str, sector: str) -> None:
    actor = Gazetteer.load().exact(name, dt.date.fromisoformat(on))
    assert actor is not None
    assert (actor.country, actor.sector) == (country, sector)


def test_the_tables_load_fast() -> None:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        Gazetteer()
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.5
