from __future__ import annotations

import pytest

from dualtrack._errors import InputError
from dualtrack.coding import Condition, Event, Span
from dualtrack.ontology import intensity
from dualtrack.tracks import Act, Relation, Way, relation
from make_events import IRN, ISR, USA, day, event, party, when


def pair(*events: Event, **how: object) -> Relation:
    return relation(events, "USA", "ISR", **how)  # type: ignore[arg-type]


def events(acts: tuple[Act, ...]) -> tuple[Event, ...]:
    return tuple(act.event for act in acts)


def counts(way: Way) -> dict[str, tuple[int, int]]:
    """Numbers of actual events by period: (support, pressure)."""
    return {p.label: (p.support.actual.count, p.pressure.actual.count) for p in way.periods}


def test_tracks_and_ways_are_kept_apart_and_never_netted() -> None:
    found = pair(event("AID"), event("ACCUSE/disapprove"), event("THREATEN", (ISR,), (USA,)))
    forward, backward = found.forward.periods[0], found.backward.periods[0]
    assert forward.support.actual.total == intensity("AID")
    assert forward.pressure.actual.total == intensity("ACCUSE", "disapprove")
    assert (backward.support.actual.count, backward.pressure.actual.count) == (0, 1)
    assert counts(found.both) == {"2024-04": (1, 2)}


def test_others_do_not_count() -> None:
    found = pair(event("AID"), event("ASSAULT", (IRN,), (ISR,)), event("AID", (USA,), ()))
    assert counts(found.both) == {"2024-04": (1, 0)}


def test_an_event_with_many_parties_counts_once_a_pair() -> None:
    found = pair(event("ACCUSE", (USA, USA, IRN), (ISR, IRN)))
    assert counts(found.forward) == {"2024-04": (0, 1)}


def test_what_is_done_together_counts_both_ways_and_once_in_both() -> None:
    found = pair(event("CONSULT", (USA, ISR), ()), event("COOPERATE", (ISR, USA), (IRN,)))
    for way in (found.forward, found.backward, found.both):
        assert counts(way) == {"2024-04": (2, 0)}


def test_a_dispute_without_recipients_is_between_its_parties() -> None:
    found = pair(event("REJECT", (USA, ISR), ()))
    assert counts(found.forward) == counts(found.backward) == {"2024-04": (0, 1)}
    assert len(found.disagreements) == 1


def test_a_joint_rebuke_of_a_third_is_not_between_its_authors() -> None:
    assert pair(event("ACCUSE", (USA, ISR), (IRN,))).both.periods == ()


def test_one_mention_cannot_be_both_sides() -> None:
    found = relation([event("CONSULT", (USA,), ())], "USA", "USA/GOV")
    assert found.both.periods == ()


def test_predictions_and_speakers_are_told() -> None:
    said = Span("officials", 0, 9)
    guess = event("AID", status="predicted", speaker=said)
    past = event("AID", status="historical", speaker=said)
    found = pair(guess, past, event("AID", speaker=said), event("AID"))
    assert events(found.predictions) == (guess,)
    ((name, count),) = [(s.name, s.count) for s in found.speakers]
    assert (name, count) == ("officials", 2)


def test_a_group_stands_for_its_members_on_the_day() -> None:
    london = party("London", "GBR")
    member = event("SANCTION", (london,), (IRN,), on="2020-01-15")
    left = event("SANCTION", (london,), (IRN,), on="2020-02-15")
    body = party("the EU", None, "IGO", name="European Union")
    itself = event("SANCTION", (body,), (IRN,), on="2020-03-15")
    found = relation([member, left, itself], "EU", "IRN")
    assert counts(found.forward) == {"2020-01": (0, 1), "2020-02": (0, 0), "2020-03": (0, 1)}


def test_announced_and_possible_stand_apart_on_the_day_they_were_reported() -> None:
    found = pair(
        event("AGREE", status="announced", date=when("2024-06-01", source="text")),
        event("SANCTION", status="possible"),
        event("AID"),
    )
    (period,) = found.forward.periods
    assert period.label == "2024-04"
    assert period.support.actual.count == 1
    assert period.support.announced.count == 1
    assert period.pressure.possible.count == 1
    assert period.pressure.actual.total == 0
    assert period.pressure.apart_total == intensity("SANCTION")


@pytest.mark.parametrize("status", ["negated", "historical", "predicted"])
def test_other_statuses_are_listed_and_not_summed(status: str) -> None:
    found = pair(event("AID", status=status))
    assert found.both.periods == ()
    assert len(getattr(found.forward, status)) == 1
    assert found.newest == ()


def test_a_plea_for_help_is_on_neither_track() -> None:
    found = pair(event("REQUEST/assist"))
    assert len(found.forward.off_track) == 1
    assert sum(p.pressure.actual.count for p in found.forward.periods) == 0


def test_an_actual_event_stands_on_the_day_of_the_act() -> None:
    found = pair(event("AID", on="2024-04-02", date=when("2024-03-30", source="text")))
    assert counts(found.forward) == {"2024-03": (1, 0)}


def test_a_day_too_vague_is_said_so_and_not_guessed() -> None:
    year = event("AID", date=when("2023-01-01", "2023-12-31", source="text"))
    none = event("AID", date=when(None, source="none"))
    week = event("AID", date=when("2024-04-08", "2024-04-14", source="text"))
    found = pair(year, none, week)
    assert len(found.forward.unplaced) == 2
    assert counts(found.forward) == {"2024-04": (1, 0)}
    by_day = pair(year, none, week, by="day")
    assert len(by_day.forward.unplaced) == 3


def test_periods_have_no_gap_and_stand_beside_coverage() -> None:
    found = pair(
        event("AID", on="2024-01-05"),
        event("AID", on="2024-03-05"),
        coverage={day("2024-01-05"): 4, day("2024-02-01"): 2, day("2024-02-28"): 1},
    )
    assert [(p.label, p.articles) for p in found.forward.periods] == [
        ("2024-01", 4),
        ("2024-02", 3),
        ("2024-03", 0),
    ]
    assert all(p.articles is None for p in pair(event("AID")).forward.periods)


def test_since_and_until_bound_everything() -> None:
    given = [event("AID", on=f"2024-0{month}-15") for month in range(1, 6)]
    found = pair(*given, since=day("2024-02-01"), until=day("2024-03-31"))
    assert counts(found.forward) == {"2024-02": (1, 0), "2024-03": (1, 0)}
    assert found.as_of == day("2024-03-31")


def test_standing_conditions_come_newest_first() -> None:
    hanging = Condition(Span("if it goes on", 0, 13), "if")
    old = event("SANCTION", on="2024-03-01", status="possible", condition=hanging)
    new = event("SANCTION", on="2024-04-01", status="possible", condition=hanging)
    denied = event("SANCTION", on="2024-05-01", status="negated", condition=hanging)
    assert events(pair(old, denied, new).standing) == (new, old)


def test_due_has_the_next_day_first_and_says_what_is_past() -> None:
    def visit(on: str | None, source: str = "text") -> Event:
        return event("AGREE", status="announced", date=when(on, source=source), id=f"{on}")

    found = pair(
        visit("2024-04-01"),
        visit("2024-06-01"),
        visit("2024-05-01"),
        visit("2024-04-14", "published"),
    )
    assert [(d.on, d.passed) for d in found.due] == [
        (day("2024-05-01"), False),
        (day("2024-06-01"), False),
        (None, False),
        (day("2024-04-01"), True),
    ]


def test_nothing_is_nothing() -> None:
    found = pair()
    assert found.both.periods == ()
    assert found.as_of is None


def test_a_pair_is_two() -> None:
    with pytest.raises(InputError, match="two actors"):
        relation([], "USA", "USA")
    with pytest.raises(InputError, match="after"):
        pair(since=day("2024-02-01"), until=day("2024-01-01"))
