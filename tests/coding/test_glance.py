"""The first look at a window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dualtrack._errors import ModelError
from dualtrack.coding._glance import Glance


def write(folder: Path, **changed: object) -> Path:
    content = {
        "kernel": np.array([[0.0], [0.0], [0.0], [1.0], [0.0], [0.0]], np.float16),
        "bias": np.zeros(1, np.float32),
        "out": np.array([2.0], np.float32),
        "base": np.float32(-1.0),
    } | changed
    path = folder / "glance.npz"
    np.savez(path, **content)  # type: ignore[arg-type]
    return path


def test_the_strongest_sign_of_any_piece_decides(tmp_path: Path) -> None:
    glance = Glance(write(tmp_path))
    # The kernel of this test sees the second number of the middle piece.
    quiet = np.array([[9.0, 0.0], [9.0, 0.1]], np.float32)
    loud = np.array([[9.0, 0.0], [9.0, 3.0], [9.0, 0.0]], np.float32)
    assert glance.chance(quiet) == pytest.approx(1 / (1 + np.exp(0.8)))
    assert glance.chance(loud) == pytest.approx(1 / (1 + np.exp(-5.0)))


def test_a_text_of_one_piece_is_looked_at_too(tmp_path: Path) -> None:
    assert 0 < Glance(write(tmp_path)).chance(np.ones((1, 2), np.float32)) < 1


def test_neighbours_are_seen(tmp_path: Path) -> None:
    kernel = np.array([[1.0], [0.0], [0.0], [0.0], [0.0], [0.0]], np.float16)
    glance = Glance(write(tmp_path, kernel=kernel))
    alone = glance.chance(np.array([[0.0, 0.0]], np.float32))
    after = glance.chance(np.array([[5.0, 0.0], [0.0, 0.0]], np.float32))
    assert after > alone


def test_damaged_weights_are_said(tmp_path: Path) -> None:
    (tmp_path / "glance.npz").write_bytes(b"nothing of the kind")
    with pytest.raises(ModelError, match="first look"):
        Glance(tmp_path / "glance.npz")
    with pytest.raises(ModelError, match="first look"):
        Glance(tmp_path / "missing.npz")
