"""The command line as a program of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

DRIVER = [sys.executable, str(Path(__file__).parent / "driver.py")]
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def program() -> list[str]:
    """The words that start it, with a coder that needs no model."""
    return DRIVER


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run it in an empty folder; standard input is closed unless given."""

    def go(*args: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*DRIVER, *map(str, args)],
            input=stdin,
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            check=False,
        )

    return go


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """Write texts as JSONL articles; the file's path."""

    def write(*texts: str, name: str = "in.jsonl") -> Path:
        path = tmp_path / name
        rows = [{"id": str(n), "text": text} for n, text in enumerate(texts)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return path

    return write
