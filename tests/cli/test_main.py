from __future__ import annotations

import subprocess
import sys

import click
import pytest

from dualtrack._errors import ModelError
from dualtrack._version import __version__
from dualtrack.cli import _main, main


def test_version(run) -> None:
    assert run("--version").stdout.decode() == f"dualtrack, version {__version__}\n"


def test_help_lists_the_commands_with_examples_and_exit_status(run) -> None:
    text = run("--help").stdout.decode()
    for word in [*_main._COMMANDS, "Examples:", "Exit status:"]:
        assert word in text


@pytest.mark.parametrize("name", _main._COMMANDS)
def test_each_command_has_help_with_an_example(name: str, run) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    assert "dualtrack " + name in done.stdout.decode()


def test_help_loads_no_room() -> None:
    code = (
        "import sys; from dualtrack.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m in ('onnxruntime', 'trafilatura', 'numpy')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "args",
    [
        ["nonsense"],
        ["code"],
        ["code", "x", "--format", "xml"],
        ["code", "x", "--jobs", "0"],
        ["--no"],
    ],
)
def test_bad_arguments_are_two(args: list[str], run) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (ModelError("The model is \x1b[31mgone."), 2, "The model is ?[31mgone."),
        (KeyboardInterrupt(), 130, "Stopped"),
        (BrokenPipeError(), 141, ""),
        (ZeroDivisionError("x"), 2, "--debug"),
        (click.UsageError("no such thing"), 2, "no such thing"),
    ],
)
def test_errors_become_one_sentence_and_a_status(
    error: BaseException,
    status: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fails(*args: object, **more: object) -> None:
        raise error

    monkeypatch.setattr(_main.dualtrack, "make_context", fails)
    monkeypatch.setattr(_main, "_mute", lambda: None)
    monkeypatch.setattr("signal.signal", lambda *a: None)
    with pytest.raises(SystemExit) as left:
        main(["code", "x"])
    assert left.value.code == status
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told


def test_debug_shows_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*args: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr(_main.dualtrack, "make_context", fails)
    monkeypatch.setattr("signal.signal", lambda *a: None)
    with pytest.raises(SystemExit) as left:
        main(["--debug", "code", "x"])
    assert left.value.code == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_article_that_breaks_the_coder_is_told(run, lines):
    path = lines("They struck.", "bug")
    done = run("code", path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert b"not coded (fault) in.jsonl:2" in done.stderr.replace(
        str(path.parent).encode() + b"/", b""
    )
    assert b"Traceback" not in done.stderr
    assert b"Traceback" in run("--debug", "code", path).stderr
