"""Who a mention is, from the tables and from its cues."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from dualtrack.actors import Gazetteer, Memory
from dualtrack.coding._event import Span
from dualtrack.coding._identify import Cue, Names
from dualtrack.coding._roles import Found

DAY = dt.date(2024, 4, 14)


@pytest.fixture(scope="module")
def names() -> Names:
    gazetteer = Gazetteer.load()
    cues = [Cue(0, 0, "FRA"), Cue(3, 4, "ISR")]
    return Names(gazetteer, Memory(gazetteer), DAY, cues)


def found(text: str, sector: str = "UNK") -> Found:
    return Found(Span(text, 0, len(text)), 0, 0, 0.9, sector)


def test_the_tables_come_first(names: Names) -> None:
    cues = np.array([0.9, 0, 0, 0, 0], np.float32)
    mention = names.mention(found("Iran", "GOV"), cues, 0.5)
    assert (mention.country, mention.sector) == ("IRN", "GOV")


def test_a_bare_role_takes_the_country_of_its_cue(names: Names) -> None:
    cues = np.array([0.1, 0, 0, 0.2, 0.9], np.float32)
    assert names.mention(found("soldiers", "MIL"), cues, 0.5).country == "ISR"


def test_below_the_floor_the_country_stays_unknown(names: Names) -> None:
    cues = np.array([0.1, 0, 0, 0.2, 0.3], np.float32)
    mention = names.mention(found("soldiers", "MIL"), cues, 0.5)
    assert mention.country is None
    assert mention.sector == "MIL"


def test_a_body_of_many_states_takes_no_country(names: Names) -> None:
    cues = np.array([0.9, 0, 0, 0.9, 0.9], np.float32)
    mention = names.mention(found("United Nations", "IGO"), cues, 0.5)
    assert (mention.country, mention.sector) == (None, "IGO")


def test_part_of_a_known_name_is_the_whole_name(names: Names) -> None:
    assert names.whole(4, 4) == (3, 4)
    assert names.whole(0, 0) == (0, 0)
    assert names.whole(2, 2) == (2, 2)
    assert names.whole(2, 4) == (2, 4)
