"""What the rule sees of a report."""

from __future__ import annotations

import dataclasses

import pytest

from dualtrack.coding import Place, Span, When
from dualtrack.record._look import Look, buckets, look
from make_events import day, party
from told_acts import AGAIN, STORM, told


def seen(sentence: str, trigger: str = "attack", **more) -> Look:
    coded = told("x", sentence, trigger, **more)
    return look("r1", "x", coded.events[0], sentence)


def test_words_names_and_numbers():
    one = seen(STORM)
    assert "gariss" in one.names
    assert "gunm" not in one.names
    assert one.numbers == {"140"}
    assert "the" not in one.words
    assert one.reported == day("2015-04-02").toordinal()


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        (STORM, False),
        (AGAIN, True),
        ("Kenya buries the dead of yesterday's attack in Garissa.", True),
        ("The toll of an attack in Garissa rises.", True),
    ],
)
def test_an_act_that_the_reader_is_taken_to_know(sentence, back):
    assert seen(sentence).looks_back is back


@pytest.mark.parametrize(
    ("sentence", "again", "grows"),
    [
        ("Gunmen attack a bus.", False, False),
        ("Gunmen attack a second bus.", True, False),
        ("Fighting continues, and gunmen attack a bus.", True, False),
        ("The attack continues, bringing the dead to 12.", False, True),
        ("The death toll of the attack is 12.", False, True),
    ],
)
def test_another_act_of_the_kind_or_a_running_total(sentence, again, grows):
    one = seen(sentence)
    assert (one.again, one.grows) == (again, grows)


def test_a_day_is_only_one_that_the_words_give():
    assert seen(STORM).dated is None
    span = Span("in Kenya", 0, 8)
    when = When(span, day("2015-04-01"), day("2015-04-01"), "day", "text")
    assert seen(STORM, date=when).dated == (day("2015-04-01").toordinal(),) * 2
    week = dataclasses.replace(when, precision="week")
    assert seen(STORM, date=week).dated is None


def test_triggers_of_one_kind():
    assert seen(STORM).kinds & seen("Gunmen storm a college.", "storm").kinds
    assert not seen(STORM).kinds & seen("A court convicts gunmen.", "convicts").kinds


def test_buckets_are_of_countries_and_of_words_where_there_is_none():
    kenya = buckets(seen(STORM, recipients=(), actors=(party("Kenya", "KEN"),)))
    assert kenya < buckets(seen(STORM))
    assert len(kenya) == 1
    unknown = buckets(seen(STORM, recipients=(), actors=(party("masked gunmen"),)))
    assert len(unknown) == 2
    place = Place(Span("Garissa", 0, 7), "KEN")
    assert buckets(seen(STORM, actors=(), recipients=(), location=place)) == kenya
    assert len(buckets(seen(STORM, actors=(), recipients=()))) == 1


def test_a_sentence_without_its_trigger_is_no_error():
    coded = told("x", STORM)
    assert look("r1", "x", coded.events[0], "").words == frozenset()
