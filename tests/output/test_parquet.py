from __future__ import annotations

import dataclasses
import io
import sys
from pathlib import Path

import pytest

from dualtrack._errors import MissingExtra, OutputError
from dualtrack.coding import Event, Span
from dualtrack.output import _parquet, open_writer
from make_events import article_events, event

pq = pytest.importorskip("pyarrow.parquet")


def test_rows_are_what_jsonl_holds(tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    events = article_events()
    with open_writer(None, out) as writer:
        writer.write(events)
    table = pq.read_table(out)
    assert table.schema == _parquet.schema()
    got = table.to_pylist()
    assert [row["id"] for row in got] == ["e1", "e2"]
    assert got[0]["published"] == events[0].published
    assert got[0]["condition"]["text"] == "if Israel does not protect civilians"
    assert got[0]["condition"]["where"] == "text"
    assert got[0]["location"] is None
    assert got[1]["date"]["on"] == events[1].date.on
    assert got[1]["quantities"][0]["low"] == 300.0


def test_nothing_is_a_table_without_rows(tmp_path: Path) -> None:
    with open_writer("parquet", tmp_path / "out"):
        pass
    assert pq.read_table(tmp_path / "out").num_rows == 0


def test_row_groups_bound_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parquet, "_GROUP", 10)
    with open_writer("parquet", tmp_path / "out") as writer:
        for n in range(25):
            writer.write([event("AID", id=str(n))])
    file = pq.ParquetFile(tmp_path / "out")
    assert file.num_row_groups == 3
    assert [row["id"] for row in file.read().to_pylist()] == [str(n) for n in range(25)]


def test_half_a_surrogate_does_not_stop_the_run(tmp_path: Path) -> None:
    made = dataclasses.replace(event("AID"), trigger=Span("x\ud800", 0, 2))
    with open_writer("parquet", tmp_path / "out") as writer:
        writer.write([made])
    assert pq.read_table(tmp_path / "out").to_pylist()[0]["trigger"]["text"] == "x?"


@pytest.mark.filterwarnings("error")
def test_a_broken_run_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), open_writer("parquet", tmp_path / "out") as writer:
        writer.write([event("AID")])
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_will_do_and_a_terminal_will_not(monkeypatch: pytest.MonkeyPatch) -> None:
    class Out(io.TextIOWrapper):
        tty = False

        def isatty(self) -> bool:
            return self.tty

    out = Out(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    with open_writer("parquet", None) as writer:
        writer.write([event("AID")])
    out.buffer.seek(0)
    assert pq.read_table(out.buffer).num_rows == 1
    Out.tty = True
    with pytest.raises(OutputError, match="not for a terminal"), open_writer("parquet", None):
        pytest.fail("the work began")


def test_without_pyarrow_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with (
        pytest.raises(MissingExtra, match=r"dualtrack\[parquet\]"),
        open_writer("parquet", tmp_path / "out"),
    ):
        pytest.fail("the work began")
    assert list(tmp_path.iterdir()) == []


def test_events_are_not_changed_by_writing() -> None:
    made: list[Event] = article_events()
    before = [e.to_dict() for e in made]
    list(map(_parquet.parquet_row, made))
    assert [e.to_dict() for e in made] == before
