"""Whole exports, read back as people read them."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Connection

from dualtrack._errors import InputError, OutputError
from dualtrack.coding import Mention, Span, event_of
from dualtrack.export import FORMATS, Format, Query, export
from dualtrack.export._gdelt_columns import EVENTS, MENTIONS
from dualtrack.ontology import STATUSES
from dualtrack.record import Store
from dualtrack.record._engine import reading
from dualtrack.run import Coded
from make_events import ARTICLE, article_events, event


@pytest.fixture
def judged(store: Store, filled: Callable[[Store], None]) -> Iterator[Connection]:
    """Two acts of two pages; of a third page one act was rejected, a fourth page is deleted."""
    filled(store)
    aid = event("AID", id="aid", article="third")
    gone = event("COERCE", id="gone", article="fourth")
    for id_, one in (("third", aid), ("fourth", gone)):
        page = dataclasses.replace(ARTICLE, id=id_, text=f"Another text of {id_}.", paragraphs=())
        store.keep([Coded(page, (one,))])
    rejected = next(r.id for r in store.reports() if r.event.id == "aid")
    store.judge("ann", "reject", rejected)
    store.delete("fourth", who="ann")
    with reading(store.engine) as connection:
        yield connection


def load(made: Path) -> Any:
    return json.loads(made.with_name(f"{made.name}.manifest.json").read_text("utf-8"))


def test_the_manifest_fits_the_files(connection: Connection, tmp_path: Path) -> None:
    for form in FORMATS:
        export(connection, form, tmp_path / "x", Query(statuses=STATUSES))
        made = load(tmp_path / "x")
        assert made["format"] == form
        assert made["read"] == 2 == made["written"] + sum(made["left_out"].values())
        for file in made["files"]:
            data = (tmp_path / file["name"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == file["sha256"]
            assert len(data) == file["bytes"]
        assert made["coders"][0]["model"] == "sha256:0"
        assert made["merged"] == made["written"]


def test_jsonl_gives_back_every_event(connection: Connection, tmp_path: Path) -> None:
    export(connection, "jsonl", tmp_path / "x.jsonl")
    table = pd.read_json(tmp_path / "x.jsonl", lines=True)
    assert sorted(table["coded_id"]) == ["e1", "e2"]
    for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        back = event_of(row | {"id": row["coded_id"]})
        wanted = next(e for e in article_events() if e.id == back.id)
        assert dataclasses.replace(back, article="a1") == wanted


def test_csv_and_parquet_are_the_same_table(connection: Connection, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for reports in (False, True):
        export(connection, "csv", tmp_path / "x.csv", reports=reports)
        export(connection, "parquet", tmp_path / "x.parquet", reports=reports)
        flat = pd.read_csv(tmp_path / "x.csv", keep_default_na=False)
        nested = pd.read_parquet(tmp_path / "x.parquet")
        assert len(flat) == len(nested) == (4 if reports else 2)
        for name in ("id", "state", "type", "status", "url", "coded_id"):
            assert list(flat[name]) == list(nested[name]), name
        assert list(flat["trigger"]) == [t["text"] for t in nested["trigger"]]


def test_our_own_formats_mark_what_does_not_stand(judged: Connection, tmp_path: Path) -> None:
    export(judged, "jsonl", tmp_path / "x")
    rows = [json.loads(line) for line in (tmp_path / "x").read_text().splitlines()]
    states = {row["coded_id"]: row["state"] for row in rows}
    assert states == {"e1": "standing", "e2": "standing", "aid": "rejected", "gone": "deleted"}
    assert [row["judged"] for row in rows if row["coded_id"] == "aid"] == [True]
    (tomb,) = [row for row in rows if row["state"] == "deleted"]
    assert "Washington" not in json.dumps(tomb)
    assert load(tmp_path / "x")["states"] == {"standing": 2, "rejected": 1, "deleted": 1}
    export(judged, "csv", tmp_path / "r", reports=True)
    table = pd.read_csv(tmp_path / "r").set_index("coded_id")
    assert table.loc["aid", ["state", "verdict", "judges"]].tolist() == [
        "rejected",
        "rejected",
        "ann",
    ]
    assert table.loc["gone", "state"] == "deleted"


def test_others_leave_it_out_and_count_it(judged: Connection, tmp_path: Path) -> None:
    for form in ("gdelt", "icews", "polecat", "plover"):
        export(judged, form, tmp_path / "x")  # type: ignore[arg-type]
        made = load(tmp_path / "x")
        assert made["left_out"] == {
            "it is rejected": 1,
            "it is deleted": 1,
            "its status is possible": 1,
        }
        assert made["query"] == {"statuses": ["actual"]}
        assert made["written"] == 1


def test_gdelt_is_read_as_its_readers_do(connection: Connection, tmp_path: Path) -> None:
    export(connection, "gdelt", tmp_path / "day.export.CSV")
    # As the `gdelt` package reads it: no header, the codes as text, the names given afterwards.
    table = pd.read_csv(
        tmp_path / "day.export.CSV", sep="\t", header=None, dtype={26: str, 27: str, 28: str}
    )
    assert table.shape == (1, 61)
    table.columns = list(EVENTS)
    (row,) = table.to_dict("records")
    assert (row["EventCode"], row["EventRootCode"], row["QuadClass"]) == ("195", "19", 4)
    assert (row["Day"], row["Actor1CountryCode"], row["Actor2CountryCode"]) == (
        20240413,
        "IRN",
        "ISR",
    )
    mentions = pd.read_csv(tmp_path / "day.mentions.CSV", sep="\t", header=None, names=MENTIONS)
    assert mentions.shape == (2, 16)
    assert set(mentions["GLOBALEVENTID"]) == {row["GLOBALEVENTID"]}
    assert sorted(mentions["MentionSourceName"]) == ["site0.example", "site1.example"]
    assert row["SOURCEURL"] in set(mentions["MentionIdentifier"])
    assert not mentions["SentenceID"].isna().any()


def test_leading_zeros_of_codes_live(store: Store, tmp_path: Path) -> None:
    store.keep([Coded(ARTICLE, (event("CONSULT/visit", id="v"),))])
    with reading(store.engine) as connection:
        export(connection, "gdelt", tmp_path / "x")
        export(connection, "icews", tmp_path / "x.tab")
    told = pd.read_csv(
        tmp_path / "x.export.CSV", sep="\t", header=None, names=list(EVENTS), dtype=str
    )
    assert told.loc[0, ["EventCode", "EventBaseCode", "EventRootCode"]].tolist() == [
        "042",
        "042",
        "04",
    ]
    icews = pd.read_csv(tmp_path / "x.tab", sep="\t", dtype={"CAMEO Code": str})
    assert icews.loc[0, "CAMEO Code"] == "042"


def test_icews_and_polecat_read_with_and_without_quotes(store: Store, tmp_path: Path) -> None:
    hostile = 'the "Front"\tof\nliberation'
    actor = Mention(Span(hostile, 0, len(hostile)), None, None, "REB")
    store.keep([Coded(ARTICLE, (event("ASSAULT", (actor,), id="h"),))])
    with reading(store.engine) as connection:
        for form, columns in (("icews", 20), ("polecat", 40)):
            path = tmp_path / form
            export(connection, form, path)  # type: ignore[arg-type]
            for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
                table = pd.read_csv(path, sep="\t", quoting=quoting)
                assert table.shape == (1, columns)
                name = "Source Name" if form == "icews" else "Actor Name"
                assert table.loc[0, name] == "the 'Front' of liberation"


def test_plover_lines_have_what_is_required(connection: Connection, tmp_path: Path) -> None:
    export(connection, "plover", tmp_path / "x", Query(statuses=("actual", "possible")))
    rows = [json.loads(line) for line in (tmp_path / "x").read_text().splitlines()]
    assert len(rows) == 2
    assert all({"id", "date", "actor", "event"} <= row.keys() for row in rows)
    assert {tuple(row.get("context", ())) for row in rows} == {(), ("hypothetical",)}


def test_the_same_export_twice_is_the_same_bytes(connection: Connection, tmp_path: Path) -> None:
    for form in FORMATS:
        sums = []
        for name in ("x", "y"):
            export(connection, form, tmp_path / name)
            sums.append([f["sha256"] for f in load(tmp_path / name)["files"]])
        assert sums[0] == sums[1], form


def test_progress_is_told(connection: Connection, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export(connection, "csv", tmp_path / "x", on_rows=lambda *n: seen.append(n))
    assert seen[-1] == (2, 2)


CANNOT: list[tuple[Format, str | None, dict[str, Any], str]] = [
    ("gdelt", None, {}, "two files"),
    ("icews", "x", {"reports": True}, "for events"),
    ("csv", "missing/x", {}, "no folder"),
    ("csv", "record", {}, "also an input"),
]


def test_what_cannot_be_is_said_before_the_work(connection: Connection, tmp_path: Path) -> None:
    (tmp_path / "record").touch()
    before = sorted(tmp_path.iterdir())
    for form, name, more, why in CANNOT:
        path, inputs = tmp_path / name if name else None, [str(tmp_path / "record")]
        with pytest.raises((InputError, OutputError), match=why):
            export(connection, form, path, inputs=inputs, **more)
    assert sorted(tmp_path.iterdir()) == before


def test_a_broken_export_leaves_nothing(
    connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    before = sorted(tmp_path.iterdir())
    for form in FORMATS:
        with pytest.raises(ZeroDivisionError):
            export(connection, form, tmp_path / "x", on_rows=fail)
        assert sorted(tmp_path.iterdir()) == before, form
