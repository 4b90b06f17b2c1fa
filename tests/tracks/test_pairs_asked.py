from __future__ import annotations

import pytest

from dualtrack._errors import InputError
from dualtrack.coding import Event
from dualtrack.tracks import Record
from make_events import IRN, ISR, USA, event, party
from make_record import keep_each

UN = party("the UN", None, "IGO", name="United Nations")
SOMEBODY = party("officials", None, "UNK")


def pairs(record: Record, **how: object) -> dict[tuple[str, str], int]:
    return {(p.a, p.b): p.count for p in record.relations(**how).pairs}  # type: ignore[arg-type]


def test_pairs_by_activity_with_what_is_in_none(record: Record) -> None:
    keep_each(
        record,
        event("AID", on="2024-01-01"),
        event("AID", (ISR,), (USA,), on="2024-02-01"),
        event("CONSULT", (USA, ISR), (), on="2024-03-01"),
        event("ACCUSE/disapprove", (UN,), (IRN,), on="2024-04-01"),
        event("ASSAULT", (USA,), (USA,), on="2024-05-01"),
        event("PROTEST", (USA,), (), on="2024-06-01"),
        event("AID", (SOMEBODY,), (ISR,), on="2024-07-01"),
        event("AID", status="negated", on="2024-08-01"),
    )
    assert list(pairs(record).items()) == [(("ISR", "USA"), 3), (("IRN", "united nations"), 1)]
    found = record.relations()
    assert found.left_out == {
        "one side only": 1,
        "a side that could not be named": 1,
        "within one party": 1,
    }
    assert (found.articles, found.windows) == (8, 0)


def test_days_bound_the_pairs(record: Record) -> None:
    keep_each(record, event("AID", on="2024-01-01"), event("AID", (ISR,), (IRN,), on="2024-02-01"))
    assert pairs(record, since="2024-02") == {("IRN", "ISR"): 1}
    assert pairs(record, until="2024-01") == {("ISR", "USA"): 1}


def test_change_is_measured_against_the_pairs_own_past(record: Record) -> None:
    monthly = [event("ASSAULT", on=f"2024-{m:02}-10") for m in range(1, 8)]
    sudden = [event("ASSAULT", (IRN,), (ISR,), on=f"2024-07-{d}") for d in (11, 12, 13)]
    keep_each(record, *monthly, *sudden)
    found = record.relations(order="change")
    assert str(found.until) == "2024-07-13"
    assert str(found.since) == "2024-06-14"
    assert found.windows == 5
    assert found.usual_articles == 1
    assert (found.pairs[0].a, found.pairs[0].b) == ("IRN", "ISR")
    assert found.pairs[0].change > 2
    assert found.pairs[1].change == pytest.approx(0.0)


def test_too_little_past_is_told(record: Record) -> None:
    keep_each(record, event("AID", on="2024-01-01"), event("AID", on="2024-02-01"))
    with pytest.raises(InputError, match="begins on 2024-01-01"):
        record.relations(order="change")


def test_an_empty_record_has_no_pairs(record: Record) -> None:
    for order in ("activity", "change"):
        assert record.relations(order=order).pairs == ()  # type: ignore[arg-type]


def test_an_act_of_many_counts_once_a_pair(record: Record) -> None:
    made: Event = event("ACCUSE/disapprove", (USA, USA, IRN), (ISR, ISR))
    keep_each(record, made)
    assert pairs(record) == {("ISR", "USA"): 1, ("IRN", "ISR"): 1}
