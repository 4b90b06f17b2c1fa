"""Judging from the command line's side, without its parser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dualtrack._errors import InputError, RecordError
from dualtrack.coding import read_gold
from dualtrack.record import Store
from dualtrack.run import agreement, assigned, gold_summary, gold_to, history, judge_name, say
from dualtrack.run._judge import write_lines
from judged_record import fill


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "record.db")


@pytest.fixture
def ids(db: str) -> dict[str, str]:
    with Store(db) as store:
        return fill(store)


def test_who_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUALTRACK_JUDGE", "bob")
    assert judge_name("ann") == "ann"
    assert judge_name(None) == "bob"
    monkeypatch.delenv("DUALTRACK_JUDGE")
    monkeypatch.setenv("LOGNAME", "carol")
    assert judge_name(None) == "carol"


def test_values_from_words() -> None:
    assert assigned(["type=AID", "actors=Iran", "actors= Iraq ", "speaker=a=b"]) == {
        "type": "AID",
        "actors": ["Iran", "Iraq"],
        "speaker": "a=b",
    }
    assert assigned(['actors=[{"text": "Iran"}]', 'date={"on": "2024-04-13"}']) == {
        "actors": [{"text": "Iran"}],
        "date": {"on": "2024-04-13"},
    }
    assert assigned(["recipients=none"]) == {"recipients": []}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["type"], "is no FIELD=VALUE"),
        (["=AID"], "is no FIELD=VALUE"),
        (["type=AID", "type=AGREE"], "type is given twice"),
        (["date={on}"], "is no JSON"),
        (["date=" + "[" * 100_000], "is no JSON"),
    ],
)
def test_words_that_assign_nothing_are_refused(words: list[str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        assigned(words)


def test_fields_change_together_or_not_at_all(db: str, ids: dict[str, str]) -> None:
    with pytest.raises(InputError, match="AID has no mode"):
        say(db, "ann", "change", ids["e1"], values={"mode": "drone", "type": "AID"})
    assert history(db, None) == []
    made = say(db, "ann", "change", ids["e1"], values={"mode": "violence", "type": "THREATEN"})
    assert [said.judgement.field for said in made] == ["type", "mode"]
    assert [s.judgement for s in history(db, ids["e1"])] == [s.judgement for s in made]
    with pytest.raises(InputError, match="needs a field"):
        say(db, "ann", "change", ids["e1"])


def test_judged_articles_become_a_file_that_trains(
    db: str, ids: dict[str, str], tmp_path: Path
) -> None:
    say(db, "ann", "reject", ids["e4"])
    say(db, "bob", "done", "a2")
    say(db, "bob", "accept", ids["e1"])
    path = tmp_path / "gold.jsonl"
    found = gold_to(db, path)
    assert [len(line.events) for line in read_gold(path)] == [1, 0]
    assert gold_summary(found) == [
        "1 articles: 2 lines, 1 events.",
        "1 articles left out: they have reports that nobody judged.",
    ]
    assert {one.field for one in agreement(db)} > {"accepted", "type"}


def test_judgements_are_written_as_lines(db: str, ids: dict[str, str], tmp_path: Path) -> None:
    say(db, "ann", "accept", ids["e1"], why="clear")
    path = tmp_path / "log.jsonl"
    write_lines([one.to_dict() for one in history(db, None)], path)
    (row,) = map(json.loads, path.read_text().splitlines())
    assert (row["who"], row["action"], row["why"], row["stands"]) == (
        "ann", "accept", "clear", True,
    )  # fmt: skip


def test_no_record_is_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        history(str(tmp_path / "none.db"), None)
    assert list(tmp_path.iterdir()) == []
