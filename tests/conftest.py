"""Fixtures that several rooms share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data beside the checkout; a test that asks for it is skipped without it."""
    folder = Path(os.environ.get("DUALTRACK_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"needs the data folder, which is not at {folder.name}/ beside the checkout")
    return folder
