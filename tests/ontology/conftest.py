"""A copy of the ontology's tables that a test may damage."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import dualtrack.ontology

Damage = Callable[[str, str, str], Path]


@pytest.fixture
def damage(tmp_path: Path) -> Damage:
    """Replace words in one of the copied tables; gives the folder of copies."""
    source = Path(dualtrack.ontology.__file__).parent
    for table in (*source.glob("*.yaml"), *source.glob("*.tsv")):
        shutil.copy(table, tmp_path / table.name)

    def replace(name: str, old: str, new: str) -> Path:
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} must stand once in {name}"
        (tmp_path / name).write_text(text.replace(old, new), encoding="utf-8")
        return tmp_path

    return replace
