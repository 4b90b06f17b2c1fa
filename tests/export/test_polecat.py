from __future__ import annotations

from collections.abc import Callable

import pytest

from dualtrack.export._act import Act
from dualtrack.export._left import NO_ACTOR, NO_DAY, LeftOut, Notes
from dualtrack.export._polecat import COLUMNS, rows
from make_events import IRN, ISR, USA, event, party

HEADER = (
    "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, "
    "Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, "
    "Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, "
    "Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, "
    "Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, "
    "GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, "
    "Story Organizations, Story Locations, Language, Version"
)


def test_it_has_the_40_columns_in_their_order() -> None:
    assert list(COLUMNS) == HEADER.split(", ")
    assert len(COLUMNS) == 40


def test_several_parties_stand_in_one_cell(act: Callable[..., Act]) -> None:
    somebody = party("a; group", None, "UNK")
    (row,) = rows(act(event("ASSAULT/drone", (IRN, somebody), (ISR, USA))), Notes())
    assert row["Actor Name"] == "Iran;a, group"
    assert (row["Actor Country"], row["Actor COW"]) == ("IRN;", "630;")
    assert (row["Primary Actor Sector"], row["Actor Sectors"]) == ("GOV", "GOV;")
    assert row["Recipient Name Raw"] == "Israel;Washington"
    assert (row["Event Type"], row["Event Mode"], row["Intensity"]) == ("ASSAULT", "drone", -9.5)
    assert row["Event ID"] == "a1_e1"


def test_nobody_is_the_word_that_its_readers_look_for(act: Callable[..., Act]) -> None:
    (row,) = rows(act(event("ASSAULT", (IRN,), ())), Notes())
    assert row["Recipient Name"] == "None"


def test_a_status_is_a_context(act: Callable[..., Act]) -> None:
    (row,) = rows(act(event("AID", status="announced")), Notes())
    assert (row["Event Type"], row["Contexts"]) == ("AGREE", "future")


@pytest.mark.parametrize(("more", "why"), [({"on": None}, NO_DAY), ({"actors": ()}, NO_ACTOR)])
def test_what_it_cannot_hold_is_left_out_with_a_reason(
    act: Callable[..., Act], more: dict, why: str
) -> None:
    with pytest.raises(LeftOut, match=why):
        rows(act(event("AID", **more)), Notes())
