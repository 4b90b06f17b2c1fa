"""The public face: a few names, sorted, and no more."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

import dualtrack


def test_all_is_sorted_and_whole() -> None:
    assert dualtrack.__all__ == sorted(dualtrack.__all__)
    for name in dualtrack.__all__:
        assert getattr(dualtrack, name) is not None


def test_nothing_else_leaks_out() -> None:
    assert sorted(dir(dualtrack)) == dualtrack.__all__


def test_an_unknown_name_is_an_attribute_error() -> None:
    try:
        dualtrack.nothing_of_the_kind  # noqa: B018
    except AttributeError as error:
        assert "nothing_of_the_kind" in str(error)
    else:
        raise AssertionError("no error")


def test_every_public_name_has_a_docstring() -> None:
    for name in dualtrack.__all__:
        value = getattr(dualtrack, name)
        if callable(value):
            assert value.__doc__, name


def test_coding_imports_no_training_library() -> None:
    code = (
        "import sys, dualtrack; dualtrack.Coder; dualtrack.read_page;"
        "print([m for m in ('torch', 'transformers', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("room", ["coding", "pages", "run"])
def test_what_a_room_loads_late_is_there(room: str) -> None:
    face = import_module(f"dualtrack.{room}")
    assert set(face._LATE) <= set(face.__all__)
    assert all(getattr(face, name) is not None for name in face.__all__)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        face.nothing_of_the_kind  # noqa: B018


def test_asking_a_record_loads_nothing_that_reads_or_codes() -> None:
    slow = ("alembic", "feedparser", "lxml", "onnxruntime", "pyarrow", "py3langid", "trafilatura")
    code = (
        "import sys, dualtrack.cli._show, dualtrack.cli._relations;"
        f"print([m for m in {slow} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
