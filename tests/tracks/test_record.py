"""The record and its relations as a whole."""

from __future__ import annotations

import pytest

import dualtrack
from dualtrack._errors import InputError
from dualtrack.tracks import Record
from make_events import event, party
from make_record import SENTENCE, keep, keep_each, page


def test_it_is_a_store_that_tells_of_relations(url: str) -> None:
    with dualtrack.Record(url) as record:
        keep(record, page(event("AID"), name="a1"))
        found = record.relation("USA", "ISR", since="2024", until="2024-04")
        assert len(found.forward.periods) == 4
        last = found.forward.periods[-1]
        assert (last.support.actual.count, last.articles) == (1, 1)
        (act,) = found.newest
        assert found.evidence[act.id].sentence == SENTENCE


def test_only_what_stands_is_summed_and_the_rest_is_counted(record: Record) -> None:
    keep(record, page(event("AID"), event("THREATEN", id="t"), name="a1"))
    reports = {report.event.type: report.id for report in record.reports()}
    record.judge("ann", "reject", reports["AID"])
    keep(record, page(event("AID"), name="a1", text="Other words now."))
    found = record.relation("USA", "ISR")
    states = sorted(act.state for act in found.left_out)
    assert sum(p.pressure.actual.count for p in found.both.periods) == 0
    assert "vanished" in states
    assert len(found.newest) + len(found.left_out) >= 2


def test_what_judges_changed_is_summed_as_they_left_it(record: Record) -> None:
    keep(record, page(event("AID"), name="a1"))
    (report,) = record.reports()
    record.judge("ann", "change", report.id, field="type", value="THREATEN")
    (act,) = record.relation("USA", "ISR").newest
    assert (act.type, act.judged, act.event.type) == ("THREATEN", True, "THREATEN")
    assert act.track == "pressure"


def test_words_come_for_as_many_acts_as_are_asked_for(record: Record) -> None:
    keep_each(record, *(event("AID", on=f"2024-{m:02}-01") for m in range(1, 9)))
    assert len(record.relation("USA", "ISR", listed=3).evidence) == 3
    whole = record.relation("USA", "ISR", listed=None)
    assert len(whole.evidence) == 8
    assert all(act["evidence"] for act in whole.to_dict()["acts"].values())


def test_groups_of_a_user_may_be_asked_for(url: str) -> None:
    with Record(url, groups={"Allies": ["USA", "GBR"]}) as record:
        keep(record, page(event("AID", (party("London", "GBR"),)), name="a1"))
        assert len(record.relation("allies", "ISR").newest) == 1
        assert len(record.relation("NATO", "ISR").newest) == 1


@pytest.mark.parametrize(
    ("a", "b", "since"), [("USA", "USA", None), ("", "ISR", None), ("USA", "ISR", "soon")]
)
def test_what_cannot_be_asked_is_told(record: Record, a: str, b: str, since: str | None) -> None:
    with pytest.raises(InputError):
        record.relation(a, b, since=since)
