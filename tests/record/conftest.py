"""A record on each kind of database; `tests/conftest.py` has the databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dualtrack.record import Store


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty record, once on each kind of database."""
    with Store(url) as opened:
        yield opened
