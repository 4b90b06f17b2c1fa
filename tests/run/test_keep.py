"""Runs that add to the record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dualtrack._errors import ModelError, NoRecord, NothingToRead
from dualtrack.coding import CoderInfo, Event, NotCoded
from dualtrack.pages import Article
from dualtrack.record import Store
from dualtrack.run import KeptReport, Outcome, add_to, recode
from fake_coders import FakeCoder, fake, no_model
from make_events import CODER

NEWER = CoderInfo("0.2.0", "sha256:1", "1")


class NewerCoder(FakeCoder):
    """As the fake coder, but it says that it is newer."""

    def code_many(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, list[Event] | NotCoded]]:
        for article, found in super().code_many(articles):
            if isinstance(found, NotCoded):
                yield article, found
            else:
                yield article, [replace(event, coder=NEWER) for event in found]


def newer() -> NewerCoder:
    return NewerCoder()


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "r.db")


@pytest.fixture
def lines(tmp_path: Path) -> str:
    path = tmp_path / "in.jsonl"
    rows = [
        {"id": "a", "text": "They struck."},
        {"no": "text"},
        {"id": "b", "text": "Calm."},
        {"id": "c", "text": "Le calme."},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def test_what_was_kept_is_not_coded_again(db: str, lines: str, tmp_path: Path) -> None:
    seen: list[Outcome] = []
    report = tmp_path / "report.json"
    first = add_to(
        db, [lines], jobs=1, make_coder=fake, coder=CODER, report=report, on_page=seen.append
    )
    assert (first.kept.new, first.kept.reports, first.kept.uncoded) == (3, 1, 1)
    assert (len(seen), len(first.rejected), first.exit_status) == (4, 1, 1)
    assert json.loads(report.read_text())["record"]["new"] == 3
    again = add_to(db, [lines], jobs=1, make_coder=no_model, coder=CODER)
    assert (again.kept.unchanged, again.kept.new, again.articles) == (3, 0, 3)
    assert again.ended == "complete"


def test_a_changed_page_is_coded_again_and_it_alone(db: str, lines: str) -> None:
    add_to(db, [lines], jobs=1, make_coder=fake, coder=CODER)
    path = Path(lines)
    path.write_text(path.read_text().replace("Calm.", "They struck again and again."))
    tally = add_to(db, [lines], jobs=1, make_coder=fake, coder=CODER)
    assert (tally.kept.changed, tally.kept.unchanged, tally.kept.reports) == (1, 2, 1)
    assert tally.coded == 1


def test_events_from_a_file(db: str, lines: str, tmp_path: Path) -> None:
    events = tmp_path / "events.jsonl"
    ((_, found),) = FakeCoder().code_many([Article(id="a", text="They struck.")])
    assert isinstance(found, list)
    stray = found[0].to_dict() | {"article": "z"}
    events.write_text("".join(json.dumps(e) + "\n" for e in (found[0].to_dict(), stray, {})))
    tally = add_to(db, [lines], events=events, make_coder=no_model)
    assert (tally.kept.new, tally.kept.reports, tally.strays) == (3, 1, 1)
    assert len(tally.bad_events) == 1
    with Store(db) as store:
        assert [report.event for report in store.reports()] == found
    again = add_to(db, [lines], events=events, make_coder=no_model)
    assert (again.kept.unchanged, again.kept.new) == (3, 0)


def test_recoding_codes_what_an_older_coder_coded(db: str, lines: str) -> None:
    add_to(db, [lines], jobs=1, make_coder=fake, coder=CODER)
    tally = recode(db, jobs=1, make_coder=newer, coder=NEWER)
    assert (tally.kept.recoded, tally.kept.reports, tally.kept.withdrawn) == (3, 1, 0)
    with Store(db) as store:
        assert sorted(r.state for r in store.reports()) == ["standing", "superseded"]
    again = recode(db, jobs=1, make_coder=no_model, coder=NEWER)
    assert (again.articles, again.ended) == (0, "complete")


def test_recoding_needs_a_record(db: str) -> None:
    with pytest.raises(NoRecord):
        recode(db, make_coder=fake, coder=CODER)
    assert not Path(db).exists()


def test_what_came_before_an_error_is_kept(db: str, lines: str) -> None:
    seen = 0

    def stop(outcome: Outcome) -> None:
        nonlocal seen
        seen += 1
        if seen == 3:
            raise KeyboardInterrupt

    tally = KeptReport()
    with pytest.raises(KeyboardInterrupt):
        add_to(db, [lines], jobs=1, make_coder=fake, coder=CODER, on_page=stop, tally=tally)
    assert (tally.ended, tally.kept.new) == ("interrupted", 1)
    with Store(db) as store:
        assert len(list(store.articles())) == 1


def test_nothing_to_read_and_no_model(db: str, lines: str, tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        add_to(db, ["missing.html"], jobs=1, make_coder=fake, coder=CODER)
    with pytest.raises(ModelError):
        add_to(db, [lines], jobs=1, make_coder=no_model, coder=CODER)


@pytest.mark.slow
def test_several_processes_code(db: str, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    rows = [{"id": str(n), "text": f"They struck {n}."} for n in range(40)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    tally = add_to(db, [str(path)], jobs=2, make_coder=fake, coder=CODER)
    assert (tally.kept.new, tally.kept.reports) == (40, 40)
