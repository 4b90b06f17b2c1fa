"""Fixtures that several rooms share.

A record is tested on each kind of database: an SQLite file, and a PostgreSQL that is started once
for all rooms. What needs the database's driver is imported when a test asks for it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from postgres_server import Server

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data beside the checkout; a test that asks for it is skipped without it."""
    folder = Path(os.environ.get("DUALTRACK_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"needs the data folder, which is not at {folder.name}/ beside the checkout")
    return folder


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL of our own; a test that asks for it is skipped where there is none."""
    from postgres_server import find, start

    with start(find()) as running:
        yield running


@pytest.fixture(scope="session")
def empty_database(server: Server) -> Iterator[str]:
    """The name of a database that holds an empty record, to be copied."""
    from dualtrack.record import Store

    with server.database() as address:
        Store(address).close()
        yield address.partition("@/")[2].partition("?")[0]


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that holds an empty record, to be copied."""
    from dualtrack.record import Store

    path = tmp_path_factory.mktemp("empty") / "record.db"
    Store(str(path)).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which database; a test that takes this, or what follows from it, runs once with each."""
    return str(request.param)


@pytest.fixture
def no_record(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database that holds nothing yet."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'record.db'}"
        return
    running: Server = request.getfixturevalue("server")
    with running.database() as address:
        yield address


@pytest.fixture
def url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty record."""
    if kind == "sqlite":
        path = tmp_path / "record.db"
        shutil.copy(request.getfixturevalue("empty_file"), path)
        yield f"sqlite:///{path}"
        return
    running: Server = request.getfixturevalue("server")
    with running.database(request.getfixturevalue("empty_database")) as address:
        yield address
