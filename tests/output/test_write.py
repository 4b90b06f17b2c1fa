from __future__ import annotations

from pathlib import Path

import pytest

from dualtrack.output import Form, form_of, open_writer
from make_events import event


@pytest.mark.parametrize(
    ("name", "form"),
    [
        (None, "jsonl"),
        ("a.csv", "csv"),
        ("a.CSV", "csv"),
        ("a.parquet", "parquet"),
        ("a.jsonl", "jsonl"),
        ("a.txt", "jsonl"),
        ("csv", "jsonl"),
    ],
)
def test_the_name_of_a_file_asks_for_a_form(name: str | None, form: Form) -> None:
    assert form_of(Path(name) if name else None) == form


def test_a_form_that_is_named_comes_before_the_name(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    with open_writer("jsonl", out) as writer:
        writer.write([event("AID")])
    assert out.read_text().startswith("{")
