"""Write a record as this version makes it to `record/old/`, for the tests of later versions.

    python tests/store_old_record.py

To be run, and its file committed, when a step was added to the migrations; never again for a step
that was released.
"""

from __future__ import annotations

import gzip
import sqlite3
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent / "record" / "old"
sys.path.insert(0, str(Path(__file__).parent))

from dualtrack.record import Store  # noqa: E402
from dualtrack.record._engine import connect, write  # noqa: E402
from dualtrack.record._migrate import HEAD, upgrade  # noqa: E402
from kept_pages import AGAIN, CALM, STRUCK, coded, page  # noqa: E402
from make_events import ARTICLE, article_events  # noqa: E402

from dualtrack.run import Coded  # noqa: E402  isort: skip


def fill(store: Store) -> None:
    """What each stored record holds."""
    store.keep([Coded(ARTICLE, tuple(article_events()))])
    store.keep(coded(page("a", text)) for text in (f"{STRUCK} {AGAIN}", f"{CALM} {AGAIN}"))
    store.keep([coded(page("b", STRUCK, "2024-04-15"))])
    (report, *_) = store.reports(article="https://news.example/b")
    store.judge("An", "accept", report.id)


def make(step: str) -> None:
    """Write a record that has come to this step."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with Store(str(path)) as store:
            fill(store)
            url = store.url
        if step != HEAD:  # once, for a step from before this script
            old = Path(folder) / "old.db"
            engine = connect(url.set(database=str(old)))
            write(engine, lambda connection: upgrade(connection, step))
            engine.dispose()
            _copy(path, old)
            path = old
        sqlite3.connect(path).execute("PRAGMA journal_mode=DELETE")
        packed = gzip.compress(path.read_bytes(), mtime=0)
        (FOLDER / f"{step}.db.gz").write_bytes(packed)


def _copy(new: Path, old: Path) -> None:
    connection = sqlite3.connect(old)
    connection.execute("ATTACH ? AS new", (str(new),))
    tables = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE '%version'"
    )
    for (name,) in tables.fetchall():
        connection.execute(f"INSERT INTO main.{name} SELECT * FROM new.{name}")
    connection.commit()
    connection.close()


if __name__ == "__main__":
    for wanted in sys.argv[1:] or [HEAD]:
        make(wanted)
