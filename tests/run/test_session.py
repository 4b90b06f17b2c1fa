from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from dualtrack._errors import ModelError, NothingToRead, OutputError
from dualtrack.run import Outcome, Report, code_to, read_to
from fake_coders import fake, no_model


@pytest.fixture
def lines(tmp_path: Path) -> str:
    path = tmp_path / "in.jsonl"
    rows = [{"id": "a", "text": "They struck."}, {"no": "text"}, {"id": "b", "text": "Calm."}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def test_events_are_written_and_the_run_reported(lines: str, tmp_path: Path) -> None:
    out, report = tmp_path / "out.jsonl", tmp_path / "report.json"
    seen: list[Outcome] = []
    tally = code_to(out, [lines], report=report, jobs=1, make_coder=fake, on_page=seen.append)
    assert [json.loads(line)["article"] for line in out.read_text().splitlines()] == ["a"]
    assert len(seen) == 3
    told = json.loads(report.read_text())
    assert told["ended"] == "complete"
    assert told["pages_rejected"]["count"] == 1
    assert tally.exit_status == 1


def test_nothing_read_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    out, report = tmp_path / "out", tmp_path / "report.json"
    out.write_text("old")
    for inputs in (["missing.html"], ["missing.html", "gone.html"]):
        with pytest.raises(NothingToRead, match="rejected"):
            code_to(out, inputs, report=report, jobs=1, make_coder=fake)
    assert out.read_text() == "old"
    assert json.loads(report.read_text())["ended"] == "failed"


@pytest.mark.parametrize(
    ("error", "how"),
    [(KeyboardInterrupt, "interrupted"), (BrokenPipeError, "pipe closed"), (KeyError, "failed")],
)
def test_a_run_that_ends_early_is_still_reported(
    lines: str, tmp_path: Path, error: type[BaseException], how: str
) -> None:
    def stop(outcome: Outcome) -> None:
        raise error

    report, tally = tmp_path / "report.json", Report()
    with pytest.raises(error):
        code_to(
            tmp_path / "out",
            [lines],
            report=report,
            jobs=1,
            tally=tally,
            on_page=stop,
            make_coder=fake,
        )
    assert json.loads(report.read_text())["ended"] == tally.ended == how
    assert not (tmp_path / "out").exists()


def test_places_are_tried_before_the_work(lines: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for report in (tmp_path, out, Path(lines), tmp_path / "no" / "r.json"):
        with pytest.raises(OutputError):
            code_to(out, [lines], report=report, make_coder=no_model)
    with pytest.raises(OutputError, match="also an input"):
        code_to(Path(lines), [lines], make_coder=no_model)


def test_a_missing_model_is_said(lines: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        code_to(tmp_path / "out", [lines], make_coder=no_model)


def test_articles_that_were_read_can_be_read_again(lines: str, tmp_path: Path) -> None:
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    read_to(first, [lines])
    read_to(second, [str(first)])
    rows = [json.loads(line) for line in first.read_text().splitlines()]
    again = [json.loads(line) for line in second.read_text().splitlines()]
    assert [r["id"] for r in rows] == ["a", "b"]
    assert [r["text"] for r in rows] == [r["text"] for r in again]


def test_a_folder_that_may_not_be_read_is_named_and_the_rest_goes_on(
    lines: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    scandir = os.scandir

    def denied(path: Path) -> object:  # as for a user who is not root
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    tally = code_to(tmp_path / "out", [str(closed), lines], jobs=1, make_coder=fake)
    assert tally.exit_status == 1
    assert tally.articles == 2
    assert tally.rejected[0]["reason"] == "unreadable"
    assert "permission" in (tally.rejected[0]["message"] or "")
