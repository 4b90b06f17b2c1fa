from __future__ import annotations

from dualtrack.coding import Event
from dualtrack.tracks import Party, groups_of
from dualtrack.tracks._act import Act
from dualtrack.tracks._between import Found, between, twos
from make_events import IRN, ISR, USA, event, party

FRA, DEU = party("Paris", "FRA"), party("Berlin", "DEU")


def ways(made: Event, a: str, b: str) -> Found | None:
    one, other = (Party.parse(x, groups_of(None)) for x in (a, b))
    return between(Act.of(made), twos(made), one, other, has_recipients=bool(made.recipients))


def test_an_act_goes_from_actor_to_recipient() -> None:
    there = ways(event("AID"), "USA", "ISR")
    assert there and (there.there, there.back) == (True, False)
    back = ways(event("AID"), "ISR", "USA")
    assert back and (back.there, back.back) == (False, True)
    assert ways(event("AID"), "USA", "IRN") is None


def test_what_is_done_together_goes_both_ways() -> None:
    found = ways(event("CONSULT", (USA, ISR), (IRN,)), "USA", "ISR")
    assert found and found.there and found.back
    assert ways(event("ACCUSE", (USA, ISR), (IRN,)), "USA", "ISR") is None


def test_a_union_and_its_member_are_two_only_where_others_take_part() -> None:
    found = ways(event("ACCUSE", (FRA,), (DEU,)), "EU", "DEU")
    assert found and (found.there, found.back) == (True, False)
    assert ways(event("ACCUSE", (DEU,), (DEU,)), "EU", "DEU") is None
    assert ways(event("ACCUSE", (FRA,), (DEU,)), "EU", "NATO") is None


def test_it_is_known_who_of_a_group_it_was() -> None:
    found = ways(event("ACCUSE", (FRA, DEU), (IRN,)), "EU", "IRN")
    assert found and (found.a, found.b) == ({"FRA", "DEU"}, {"IRN"})
