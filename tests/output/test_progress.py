from __future__ import annotations

import sys

import pytest

from dualtrack.output import Progress


def test_nothing_is_shown_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("coding") as bar:
        bar._begun -= 10
        bar.advance()
    assert capsys.readouterr().err == ""


def test_a_bar_comes_after_a_second_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with Progress("coding") as bar:
        bar.advance()
        assert not bar._shown
        bar._begun -= 10
        bar.advance()
        assert bar._shown
    assert "coding" in capsys.readouterr().err


def test_no_bar_among_results(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with Progress("coding", results_on_stdout=True) as bar:
        bar._begun -= 10
        bar.advance()
        assert not bar._shown


def test_what_is_said_is_safe(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("coding") as bar:
        bar.say("rejected \x1b[31m[red]name[/red]\n")
    assert capsys.readouterr().err == "rejected [red]name[/red]\n"


def test_a_known_end_is_reached() -> None:
    with Progress("exporting") as bar:
        bar.reach(3, 7)
        (task,) = bar._bar.tasks
        assert (task.completed, task.total) == (3, 7)
