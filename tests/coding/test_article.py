"""One act told twice is one event; acts of long ago are background."""

from __future__ import annotations

from dualtrack.coding import Event, Place, Span
from dualtrack.coding._article import settle
from make_events import IRN, ISR, USA, event, when


def told(word: str, start: int, **more: object) -> Event:
    made = event("ASSAULT/drone", (IRN,), (ISR,), **more)  # type: ignore[arg-type]
    span = Span(word, start, start + len(word))
    return _with(made, trigger=span, sentence=(start, start + 40))


def _with(made: Event, **fields: object) -> Event:
    from dataclasses import replace

    return replace(made, **fields)  # type: ignore[arg-type]


def test_an_act_told_twice_is_one_event_with_two_places() -> None:
    first, second = told("attacked", 10), told("attack", 200, id="other")
    (kept,) = settle([first, second])
    assert kept.id == first.id
    assert kept.also == (second.trigger,)
    assert kept.to_dict()["also"] == [{"text": "attack", "start": 200, "end": 206}]


def test_what_only_the_second_telling_says_is_kept() -> None:
    place = Place(Span("Haifa", 250, 255), "ISR")
    (kept,) = settle([told("attacked", 10), _with(told("attack", 200), location=place)])
    assert kept.location == place


def test_other_acts_stay_apart() -> None:
    first = told("attacked", 10)
    for other in (
        told("shelled", 200),
        told("attack", 200, status="possible"),
        _with(told("attack", 200), actors=(USA,)),
        _with(told("attack", 200), recipients=()),
        _with(told("attack", 200), mode="aerial"),
        _with(told("attack", 200), date=when("2024-04-10", source="text")),
        _with(told("attack", 20), sentence=first.sentence),
    ):
        assert len(settle([first, other])) == 2


def test_parties_that_nobody_knows_do_not_make_two_acts_one() -> None:
    first, second = (_with(told("attack", at), actors=()) for at in (10, 200))
    assert len(settle([first, second])) == 2


def test_places_in_two_countries_are_two_acts() -> None:
    one = _with(told("attack", 10), location=Place(Span("Haifa", 20, 25), "ISR"))
    two = _with(told("attack", 200), location=Place(Span("Beirut", 220, 226), "LBN"))
    assert len(settle([one, two])) == 2


def test_an_act_dated_long_before_the_story_is_historical() -> None:
    (old,) = settle([_with(told("attacked", 10), date=when("2019-09-14", source="text"))])
    assert old.status == "historical"
    (new,) = settle([_with(told("attacked", 10), date=when("2024-04-10", source="text"))])
    assert new.status == "actual"
