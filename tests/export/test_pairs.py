from __future__ import annotations

from dualtrack.export._pairs import Pair, key, number, pairs
from make_events import IRN, ISR, USA, event, party


def names(kind: str, actors: tuple, recipients: tuple) -> list[tuple[str, str]]:
    def name(m: object) -> str:
        return m.country if m else "-"  # type: ignore[attr-defined]

    return [(name(p.actor), name(p.recipient)) for p in pairs(event(kind, actors, recipients))]


def test_every_actor_meets_every_recipient() -> None:
    assert names("AID", (USA, ISR), (IRN,)) == [("USA", "IRN"), ("ISR", "IRN")]


def test_what_is_done_together_goes_both_ways() -> None:
    assert names("CONSULT", (USA, ISR), ()) == [("USA", "ISR"), ("ISR", "USA")]
    assert set(names("CONSULT", (USA, ISR), (IRN,))) == {
        ("USA", "IRN"),
        ("ISR", "IRN"),
        ("USA", "ISR"),
        ("ISR", "USA"),
    }
    assert names("AID", (USA, ISR), ()) == [("USA", "-"), ("ISR", "-")]


def test_a_side_may_be_missing_but_not_both() -> None:
    assert names("ASSAULT", (), (ISR,)) == [("-", "ISR")]
    assert names("ASSAULT", (), ()) == []


def test_the_same_party_named_twice_is_one() -> None:
    again = party("the White House", "USA", name="United States")
    assert names("AID", (USA, again), (ISR,)) == [("USA", "ISR")]


def test_numbers_are_stable_apart_and_exact_as_floating_point() -> None:
    one, other = Pair(USA, ISR), Pair(ISR, USA)
    assert number("e1", one) == number("e1", one)
    assert len({number("e1", one), number("e1", other), number("e2", one)}) == 3
    assert all(int(float(number(str(n), one))) == number(str(n), one) < 2**52 for n in range(500))


def test_sectors_of_a_country_are_parties_of_their_own() -> None:
    assert key(party("the army", "ISR", "MIL")) != key(ISR)
    assert key(None) == ""
