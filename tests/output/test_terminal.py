from __future__ import annotations

import sys

import pytest

from dualtrack.output import terminal


def test_a_console_prints_brackets_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    terminal().print("[bold]x[/bold] :smile:")
    assert capsys.readouterr().out == "[bold]x[/bold] :smile:\n"


def test_a_closed_pipe_is_left_to_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        encoding = "utf-8"

        def isatty(self) -> bool:
            return False

        def write(self, text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    with pytest.raises(BrokenPipeError):
        terminal().print("x")
