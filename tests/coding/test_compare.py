"""When two events are the same, counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack.coding._compare import TESTS, Act, dyads, pair_up, same_actors, to_act, words


def who(text: str, country: str | None = None, sector: str = "GOV", **more: Any) -> dict[str, Any]:
    return {"text": text, "country": country, "sector": sector, **more}


def act(
    event_type: str = "ACCUSE",
    trigger: str = "condemned",
    actors: tuple[dict[str, Any], ...] = (),
    recipients: tuple[dict[str, Any], ...] = (),
) -> Act:
    return to_act(
        {
            "type": event_type,
            "trigger": trigger,
            "actors": list(actors),
            "recipients": list(recipients),
            "status": "actual",
        }
    )


FRANCE, IRAN, USA = who("France", "FRA"), who("Iran", "IRN"), who("Washington", "USA")


def test_words_leaves_out_the_smallest() -> None:
    assert words("The King's men, in 2019") == {"king", "men", "2019"}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (who("Paris", "FRA"), who("the ministry", "FRA"), True),
        (who("Congo", "COD"), who("Congo", "COG"), False),
        (who("Hamas"), who("Hamas fighters", "PSE"), True),
        (who("Hamas"), who("the group"), False),
        (who("Hamas"), who("the group", name="Hamas"), True),
        (who("the group", name="Hamas"), who("militants", name="Hamas"), True),
        (who("the"), who("the"), False),
    ],
)
def test_an_actor_is_the_same(left: dict[str, Any], right: dict[str, Any], same: bool) -> None:
    one, two = act(actors=(left,)).actors, act(actors=(right,)).actors
    assert same_actors(one, two) is same
    assert same_actors(two, one) is same


def test_sets_of_actors_must_cover_each_other() -> None:
    assert same_actors((), ())
    both, one = act(actors=(FRANCE, USA)).actors, act(actors=(FRANCE,)).actors
    assert not same_actors(both, one)
    assert not same_actors(one, both)


def test_a_mutual_act_may_list_its_parties_on_either_side() -> None:
    gold = act("CONSULT", "met", (FRANCE, IRAN))
    assert TESTS["event"](gold, act("CONSULT", "met", (IRAN,), (FRANCE,)))
    assert not TESTS["actors"](gold, act("CONSULT", "met", (IRAN,), (FRANCE,)))
    one_way = act("ACCUSE", "condemned", (FRANCE,), (IRAN,))
    assert not TESTS["event"](one_way, act("ACCUSE", "condemned", (IRAN,), (FRANCE,)))


def test_without_a_gold_recipient_sides_do_not_matter() -> None:
    gold = act("ACCUSE", "condemned", (FRANCE,))
    assert TESTS["event"](gold, act("ACCUSE", "condemned", (), (FRANCE,)))
    assert TESTS["event"](act(), act())  # nobody on either side: the sides agree as they are
    assert not TESTS["event"](act(), act(actors=(FRANCE,)))


def test_track_takes_another_type_of_the_same_track() -> None:
    gold = act("ACCUSE", "condemned", (FRANCE,), (IRAN,))
    assert TESTS["track"](gold, act("THREATEN", "warned", (FRANCE,), (IRAN,)))
    assert not TESTS["track"](gold, act("AID", "gave", (FRANCE,), (IRAN,)))
    assert not TESTS["event"](gold, act("THREATEN", "warned", (FRANCE,), (IRAN,)))


def test_pairs_whose_triggers_agree_come_first() -> None:
    gold = [act(trigger="condemned", actors=(FRANCE,)), act(trigger="accused", actors=(FRANCE,))]
    predicted = [act(trigger="accused", actors=(FRANCE,)), act(trigger="blamed", actors=(FRANCE,))]
    pairs = pair_up(gold, predicted, TESTS["event"])
    assert pairs == [(gold[1], predicted[0]), (gold[0], predicted[1])]


def test_pairing_is_greedy_and_one_to_one() -> None:
    gold = [act(trigger="a condemned b"), act(trigger="condemned")]
    predicted = [act(trigger="condemned"), act(trigger="b")]
    # The first pair is taken though it leaves the second gold event without a partner.
    assert pair_up(gold, predicted, TESTS["type"]) == [(gold[0], predicted[0])]


def test_dyads() -> None:
    hamas, un = who("Hamas", None, "REB"), who("the United Nations", None, "IGO")
    crowd = who("protesters", None, "CVL")
    assert dyads([act("ACCUSE", "x", (FRANCE, USA), (IRAN, FRANCE))]) == {
        ("FRA", "ACCUSE", "IRN"),
        ("USA", "ACCUSE", "IRN"),
        ("USA", "ACCUSE", "FRA"),
    }
    assert dyads([act("CONSULT", "x", (FRANCE, IRAN))]) == {
        ("FRA", "CONSULT", "IRN"),
        ("IRN", "CONSULT", "FRA"),
    }
    assert dyads([act("ACCUSE", "x", (un,), (hamas, crowd))]) == {
        ("nations united", "ACCUSE", "hamas")
    }
    assert dyads([act("ACCUSE", "x", (FRANCE,)), act("ACCUSE", "x", (crowd,), (IRAN,))]) == set()
