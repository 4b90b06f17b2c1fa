from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from rich.console import Console

from dualtrack.output import (
    RELATION_COLUMNS,
    RELATIONS_COLUMNS,
    draw_relations,
    write_relation,
    write_relations,
)
from dualtrack.tracks import Pair, Relation, Relations, TrackSum, relation
from make_events import day, event, party

EVIL = party("=cmd()", None, name="=cmd()")
DOCUMENT = Path(__file__).parents[2] / "docs" / "relations.md"


def one() -> Relation:
    coverage = {day("2024-04-14"): 7}
    return relation([event("AID", (EVIL,))], "=cmd()", "ISR", coverage=coverage)


def many(count: int = 3, windows: int = 0) -> Relations:
    past = (4.0, 2.5) if windows else (None, None)
    pairs = tuple(
        Pair(
            f"\x1b[31mA{n}", "=B", TrackSum(n, 5.0 * n, 1, *past), TrackSum(0, 0.0, 0, *past), None
        )
        for n in range(count)
    )
    return Relations(
        "activity", None, day("2024-04-30"), windows, 1200, 90.0, pairs, {"one side only": 2}
    )


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_a_relation_is_one_json_object_or_rows() -> None:
    out = io.BytesIO()
    write_relation(one(), "json", out)
    assert json.loads(out.getvalue()) == json.loads(json.dumps(one().to_dict()))
    out = io.BytesIO()
    write_relation(one(), "csv", out)
    found = rows(out.getvalue())
    assert list(found[0]) == list(RELATION_COLUMNS)
    assert len(found) == 18
    assert {row["source"] for row in found} == {"'=cmd()", "ISR", "'=cmd() and ISR"}
    assert float(found[0]["total"]) == one().forward.periods[0].support.actual.total


def test_all_pairs_are_one_json_object_or_rows() -> None:
    out = io.BytesIO()
    write_relations(many(30), "json", out)
    assert len(json.loads(out.getvalue())["pairs"]) == 30
    out = io.BytesIO()
    write_relations(many(30), "csv", out)
    found = rows(out.getvalue())
    assert list(found[0]) == list(RELATIONS_COLUMNS)
    assert len(found) == 30
    assert found[0]["b"] == "'=B"
    assert found[0]["support_usual"] == ""


def drawn(relations: Relations, **how: int) -> str:
    out = io.StringIO()
    draw_relations(relations, Console(file=out, width=100, markup=False, color_system=None), **how)
    return out.getvalue()


def test_the_table_says_how_many_more_there_are() -> None:
    text = drawn(many(5), most=2)
    assert "and 3 more pairs" in text
    assert "1,200 articles read" in text
    assert "Acts in no pair: 2 one side only." in text
    assert "change" not in text
    assert "\x1b" not in text


def test_the_table_of_changes_names_what_it_compares_with() -> None:
    text = drawn(many(windows=12))
    assert "Compared with 12 windows" in text
    assert "+2.5" in text


def test_nothing_is_said_to_be_nothing() -> None:
    assert "no pair has done anything" in drawn(many(0))


def test_every_column_is_described() -> None:
    text = DOCUMENT.read_text("utf-8")
    for heading, columns in (
        ("## CSV of a relation", RELATION_COLUMNS),
        ("## CSV of all pairs", RELATIONS_COLUMNS),
    ):
        part = text.split(heading)[1].split("\n## ")[0]
        described = re.findall(r"^\| `(\w+)` \| (.*?) ?\|$", part, re.M)
        assert dict(described) == columns


def test_every_field_of_the_json_is_described() -> None:
    text = DOCUMENT.read_text("utf-8")
    for found in (one().to_dict(), many().to_dict()):
        for name in found:
            assert f"`{name}`" in text, name
