from __future__ import annotations

import json

from dualtrack.coding import Condition, Span
from dualtrack.ontology import intensity
from dualtrack.tracks import ROW_COLUMNS, Relation, relation
from make_events import day, event, when


def made() -> Relation:
    hanging = Condition(Span("if it goes on", 0, 13), "if")
    date = when("2024-04-20", source="text")
    events = [
        event("SANCTION", status="possible", condition=hanging, id="may"),
        event("AID", id="aid", speaker=Span("officials", 0, 9)),
        event("AGREE", status="announced", date=date, id="plan"),
        event("AGREE", on="2024-04-20", id="done"),
        event("AID", status="negated", id="not"),
    ]
    return relation(events, "USA", "ISR", coverage={day("2024-04-14"): 7})


def test_it_is_json_and_every_act_stands_once() -> None:
    found = json.loads(json.dumps(made().to_dict()))
    assert set(found["acts"]) == {"may", "aid", "plan", "done", "not"}
    assert found["acts"]["aid"]["event"]["type"] == "AID"
    assert found["as_of"] == "2024-04-14" or found["as_of"] == "2024-04-20"
    (period,) = found["forward"]["periods"]
    assert period["articles"] == 7
    assert period["support"]["actual"]["acts"] == ["done", "aid"]
    assert period["support"]["actual"]["total"] == intensity("AID") + intensity("AGREE")
    assert period["pressure"]["possible"]["acts"] == ["may"]
    assert found["standing"] == ["may"]
    assert found["forward"]["negated"] == ["not"]
    assert found["speakers"] == [{"name": "officials", "count": 1, "acts": ["aid"]}]
    assert found["due"][0]["act"] == "plan"
    assert found["due"][0]["outcome"] == "done"


def test_rows_have_one_form_and_say_what_the_series_say() -> None:
    rows = made().rows()
    assert all(list(row) == list(ROW_COLUMNS) for row in rows)
    assert len(rows) == 3 * 1 * 2 * 3
    (aid,) = [
        r for r in rows if r["target"] == "ISR" and r["track"] == "support" and r["count"] == 2
    ]
    assert aid["status"] == "actual"
    assert aid["total"] == intensity("AID") + intensity("AGREE")
    assert {r["target"] for r in rows} == {"USA", "ISR", None}
