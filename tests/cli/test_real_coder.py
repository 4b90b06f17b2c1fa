"""The command line with the shipped model, on the shipped sample."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

import dualtrack.coding

MODEL = Path(dualtrack.coding.__file__).parent / "model" / "model.json"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not MODEL.exists(), reason="no model is shipped with this checkout"),
]


def dualtrack_(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dualtrack", *args],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_the_demo_takes_less_than_half_a_minute() -> None:
    begun = time.monotonic()
    done = dualtrack_("demo")
    assert time.monotonic() - begun < 30
    assert done.returncode == 0
    there, back = done.stdout.split("ISR → USA")
    assert "█" in there and "2024-04" in there
    assert "2024-04" in back
    assert "Standing conditions (0)" not in back


def test_one_process_and_two_find_the_same(tmp_path: Path) -> None:
    folder = Path(dualtrack.coding.__file__).parent.parent / "sample" / "html"
    found = []
    for jobs in ("1", "2"):
        out = tmp_path / f"{jobs}.jsonl"
        assert dualtrack_("code", str(folder), "--jobs", jobs, "-o", str(out)).returncode == 0
        found.append(out.read_text(encoding="utf-8"))
    assert found[0] == found[1]
    assert all(json.loads(line)["trigger"]["text"] for line in found[0].splitlines())


def test_a_sentence_is_explained() -> None:
    done = dualtrack_(
        "explain", "Iran launched over 300 drones at Israel.", "--published", "2024-04-14"
    )
    assert done.returncode == 0
    assert "1 trigger ASSAULT" in done.stdout
    assert "IRN" in done.stdout
