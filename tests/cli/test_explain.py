from __future__ import annotations


def test_a_sentence_is_marked(run) -> None:
    done = run("explain", "They struck at dawn.")
    assert done.returncode == 0
    assert "They [1 trigger ASSAULT: struck] at dawn." in done.stdout.decode()
    assert b"intensity" in done.stdout


def test_a_file_is_read(run, lines) -> None:
    done = run("explain", lines("They struck.", "Calm."))
    assert b"[1 trigger ASSAULT: struck]" in done.stdout
    assert b"No event was found" in done.stdout


def test_a_file_that_is_not_there_is_no_text(run) -> None:
    done = run("explain", "missing.html")
    assert done.returncode == 2
    assert b"There is no file missing.html." in done.stderr


def test_a_bad_day_is_told(run) -> None:
    assert run("explain", "They struck.", "--published", "yesterday").returncode == 2


def test_another_language_is_said(run) -> None:
    assert b"not coded (language)" in run("explain", "Le monde entier.").stderr
