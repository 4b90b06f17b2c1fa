"""A record with relations, on each kind of database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dualtrack.tracks import Record


@pytest.fixture
def record(url: str) -> Iterator[Record]:
    """An empty record."""
    with Record(url) as opened:
        yield opened
