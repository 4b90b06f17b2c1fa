from __future__ import annotations

from collections.abc import Callable

import pytest

from dualtrack.export._act import Act
from dualtrack.export._left import NO_ACTOR, NO_DAY, LeftOut, Notes
from dualtrack.export._plover import FIELDS, record
from make_events import article_events, event, when

LISTS = ("actor", "recipient", "event", "mode", "context", "event_text")


def test_required_fields_are_there_and_lists_are_lists(act: Callable[..., Act]) -> None:
    made = record(act(article_events()[1]), Notes())
    assert {"id", "date", "actor", "event"} <= made.keys() <= FIELDS.keys()
    assert all(isinstance(made[name], list) for name in LISTS if name in made)
    assert (made["event"], made["mode"], made["quad_code"]) == (["ASSAULT"], ["drone"], 4)
    assert made["actor"][0] == {
        "code": "IRN",
        "sector": "GOV",
        "entity_text": "Iran",
        "identifier_text": "Iran",
    }
    assert made["event_loc"] == {"extracted_place": "Israel", "country_code": "ISR"}
    assert made["cite_info"]["url"] == "https://news.example/aid"
    assert made["coded_date"] == "2024-04-15"


def test_what_is_not_known_is_left_out(act: Callable[..., Act]) -> None:
    made = record(act(event("AID")), Notes())
    assert not {"mode", "context", "enddate", "event_loc", "text", "size"} & made.keys()


def test_a_longer_time_has_an_end(act: Callable[..., Act]) -> None:
    made = record(act(event("AID", date=when("2024-04-01", "2024-04-30"))), Notes())
    assert (made["date"], made["enddate"]) == ("2024-04-01", "2024-04-30")


def test_a_folded_type_says_what_it_was(act: Callable[..., Act]) -> None:
    made = record(act(event("CONSULT/visit", status="announced")), Notes())
    assert (made["event"], made["context"]) == (["AGREE"], ["future"])
    assert "CONSULT/visit" in made["comment"]


@pytest.mark.parametrize(("more", "why"), [({"on": None}, NO_DAY), ({"actors": ()}, NO_ACTOR)])
def test_what_it_cannot_hold_is_left_out_with_a_reason(
    act: Callable[..., Act], more: dict, why: str
) -> None:
    with pytest.raises(LeftOut, match=why):
        record(act(event("AID", **more)), Notes())
