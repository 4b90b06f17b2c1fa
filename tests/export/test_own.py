from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

import pytest

from dualtrack.coding import event_of
from dualtrack.export import _own
from dualtrack.export._act import Act
from make_events import article_events


def test_the_event_comes_back_whole(act: Callable[..., Act]) -> None:
    for event in article_events():
        row = json.loads(json.dumps(_own.json_object(act(event, told=2))))
        assert row["reports"] == len(row["report_ids"]) == 2
        assert event_of(row | {"id": row["coded_id"]}) == event


def test_a_report_says_what_became_of_it(act: Callable[..., Act]) -> None:
    report = act(article_events()[0]).told[0]
    judged = dataclasses.replace(
        report, verdict="rejected", judges=("ann", "bob"), changes={"type": "AID"}
    )
    row = _own.json_object(judged)
    assert list(row)[: len(_own.REPORT_FIELDS)] == list(_own.REPORT_FIELDS)
    assert (row["verdict"], row["changes"], row["version_number"]) == (
        "rejected",
        {"type": "AID"},
        1,
    )
    assert row["seen"] == "2024-04-15T10:30:00Z"
    assert _own.cells(judged)["judges"] == "ann;bob"


def test_cells_are_flat_and_safe(act: Callable[..., Act]) -> None:
    made = act(article_events()[0], url="=cmd()")
    cells = _own.cells(made)
    assert list(cells) == _own.columns(reports=False)
    assert (cells["judged"], cells["report_ids"], cells["url"]) == ("false", "r0", "'=cmd()")


def test_columns_are_named_once() -> None:
    for reports in (False, True):
        names = _own.columns(reports=reports)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("reports", [False, True])
def test_parquet_has_the_fields_of_jsonl(act: Callable[..., Act], reports: bool) -> None:
    pytest.importorskip("pyarrow")
    made = act(article_events()[0])
    one = made.told[0] if reports else made
    assert _own.parquet_schema(reports=reports).names == list(_own.json_object(one))
    assert list(_own.parquet(one)) == list(_own.json_object(one))


def test_of_a_deleted_page_no_word_is_left(act: Callable[..., Act]) -> None:
    gone = act(article_events()[0], state="deleted")
    row = _own.json_object(gone)
    assert (row["state"], row["url"], row["speaker"]) == ("deleted", None, None)
    assert "Washington" not in json.dumps(row)
    assert row["type"] == "SANCTION"
