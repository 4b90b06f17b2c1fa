"""The rules of the house, held by tools and by counting."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src" / "dualtrack").rglob("*.py"))
TEXTS = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".sh", ".cfg", ".tsv", ".html"}


def _run(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_style() -> None:
    _run("ruff", "check", ".")


def test_format() -> None:
    _run("ruff", "format", "--check", ".")


@pytest.mark.slow
def test_types() -> None:
    _run("mypy")


def test_layers() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_are_small() -> None:
    lengths = {p: len(p.read_text("utf-8").splitlines()) for p in SOURCES}
    assert statistics.median(lengths.values()) < 150
    assert not [p.name for p, n in lengths.items() if n > 600]


def test_functions_are_short() -> None:
    long = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                if size > 60:
                    long.append(f"{path.name}:{node.lineno} {node.name} has {size} lines")
    assert not long


def test_every_module_has_its_test_file() -> None:
    """`room/_name.py` is tested in `tests/room/test_name.py`, or in one that names it."""
    tests = {p.relative_to(ROOT / "tests").as_posix() for p in (ROOT / "tests").rglob("test_*.py")}
    missing = []
    for path in SOURCES:
        inside = path.relative_to(ROOT / "src" / "dualtrack")
        if path.name in ("__init__.py", "__main__.py", "_version.py"):
            continue
        if inside.parts[:2] == ("record", "migrations"):  # all of them in record/test_migrate.py
            continue
        name = path.stem.lstrip("_")
        folder = inside.parent.as_posix()
        wanted = f"{folder}/test_{name}.py" if folder != "." else f"test_{name}.py"
        if wanted not in tests:
            missing.append(wanted)
    assert not missing, missing


def _tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / line for line in done.stdout.splitlines() if Path(line).suffix in TEXTS]


def test_no_address_and_no_path_of_a_machine_is_committed() -> None:
    hosts = ("pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian")
    roots = re.compile(r"(?<![\w.])/(" + "|".join(("wo" + "rk", "ro" + "ot", "fa" + "rm")) + ")/")
    bad = []
    for path in _tracked():
        if not path.exists():
            continue
        text = path.read_text("utf-8", errors="replace")
        if any(h in text for h in hosts) or roots.search(text):
            bad.append(str(path.relative_to(ROOT)))
    assert not bad
