"""`dualtrack recode` as a program."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from dualtrack.record import Store
from kept_pages import NEWER, coded, page

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_it_codes_what_this_coder_has_not_coded(run: Run, tmp_path: Path) -> None:
    with Store(str(tmp_path / "dualtrack.db")) as store:
        store.keep([coded(page("a", "Washington struck Israel."), NEWER)])
    first = run("recode")
    assert first.returncode == 0, first.stderr
    assert b"Kept 1 article (coded anew 1): 1 report" in first.stderr
    again = run("recode")
    assert again.returncode == 0
    assert b"Kept 0 articles (none)" in again.stderr


def test_without_a_record(run: Run) -> None:
    done = run("recode", "--db", "none.db")
    assert done.returncode == 2
    assert b"dualtrack add" in done.stderr
