"""Dated rows of one name."""

from __future__ import annotations

import datetime as dt

from dualtrack.actors import Actor
from dualtrack.actors._choose import choose

GUERRILLA = Actor("Z", "AAA", "REB", "person", dt.date(2001, 1, 1), dt.date(2010, 12, 31))
MINISTER = Actor("Z", "AAA", "GOV", "person", dt.date(2011, 1, 1), dt.date(2012, 12, 31))
NAMESAKE = Actor("Y", "BBB", "GOV", "person", dt.date(2011, 1, 1), None)


def test_the_row_of_the_day() -> None:
    assert choose((GUERRILLA, MINISTER), dt.date(2005, 5, 5)) is GUERRILLA
    assert choose((GUERRILLA, MINISTER), dt.date(2011, 5, 5)) is MINISTER


def test_the_nearest_row_outside_all() -> None:
    assert choose((GUERRILLA, MINISTER), dt.date(2020, 5, 5)) is MINISTER
    assert choose((GUERRILLA, MINISTER), dt.date(1990, 5, 5)) is GUERRILLA


def test_without_a_day_the_most_held() -> None:
    assert choose((GUERRILLA, MINISTER), None) is GUERRILLA


def test_namesakes_give_only_what_they_agree_on() -> None:
    both = choose((MINISTER, NAMESAKE), dt.date(2011, 5, 5))
    assert (both.country, both.sector) == (None, "GOV")
    assert both.name == "Z or Y"


def test_the_later_of_two_that_hold() -> None:
    later = Actor("Z", "AAA", "PTY", "person", dt.date(2012, 1, 1), None)
    assert choose((MINISTER, later), dt.date(2012, 6, 1)) is later
