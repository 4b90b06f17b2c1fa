from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dualtrack.record import Store
from dualtrack.run import Coded
from make_events import ARTICLE, article_events

Run = Callable[..., object]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "dualtrack.db"
    with Store(str(path)) as store:
        store.keep([Coded(ARTICLE, tuple(article_events()))])
    return path


@pytest.mark.usefixtures("record")
def test_lines_go_to_standard_output_and_talk_elsewhere(run: Run) -> None:
    done = run("export", "jsonl", "--type", "ASSAULT")
    assert done.returncode == 0, done.stderr  # type: ignore[attr-defined]
    (line,) = done.stdout.splitlines()  # type: ignore[attr-defined]
    assert json.loads(line)["coded_id"] == "e2"
    assert b"1 of 1 events written" in done.stderr  # type: ignore[attr-defined]


def test_every_option_reaches_the_query(run: Run, record: Path, tmp_path: Path) -> None:
    groups = tmp_path / "mine.tsv"
    groups.write_text("Mine\tUSA\n")
    done = run(
        *("export", "plover", "-o", "x.jsonl", "--db", record, "--groups", groups),
        *("--since", "2024-01-01", "--until", "2024-12-31", "--type", "SANCTION"),
        *("--pair", "Mine", "ISR", "--status", "possible", "--status", "actual"),
    )
    assert done.returncode == 0, done.stderr  # type: ignore[attr-defined]
    made = json.loads((tmp_path / "x.jsonl.manifest.json").read_text("utf-8"))
    assert made["written"] == 1
    assert made["query"] == {
        "since": "2024-01-01",
        "until": "2024-12-31",
        "types": ["SANCTION"],
        "statuses": ["possible", "actual"],
        "pair": ["Mine", "ISR"],
        "groups": str(groups),
    }


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("export", "gdelt"), b"two files"),
        (("export", "stata"), b"stata"),
        (("export", "icews", "--reports"), b"for events"),
        (("export", "csv", "--type", "WAR"), b"no 'WAR'"),
        (("export", "csv", "--db", "none.db"), b"none.db"),
    ],
)
@pytest.mark.usefixtures("record")
def test_what_cannot_be_is_one_sentence(run: Run, args: tuple[str, ...], why: bytes) -> None:
    done = run(*args)
    assert done.returncode == 2  # type: ignore[attr-defined]
    assert why in done.stderr  # type: ignore[attr-defined]
    assert b"Traceback" not in done.stderr  # type: ignore[attr-defined]
