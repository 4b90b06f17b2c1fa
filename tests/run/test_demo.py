from __future__ import annotations

import json
from pathlib import Path

import pytest

from dualtrack._errors import InputError, NothingToRead
from dualtrack.run import Report, demo, show
from dualtrack.sample import html_pages
from fake_coders import fake

TEXT = "Washington struck Israel. The story goes on for a while after that."


def test_the_whole_sample_is_read_and_stands_beside_the_counts() -> None:
    tally = Report()
    found = demo("USA", "ISR", tally=tally, make_coder=fake)
    assert tally.articles == len(html_pages())
    assert tally.rejected == []
    assert tally.ended == "complete"
    read = sum(p.articles or 0 for p in found.relation.forward.periods)
    assert read == tally.articles == found.relations.articles


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "mine.jsonl"
    line = {"id": "a", "text": TEXT, "published": "2024-04-14", "title": "Mine"}
    path.write_text(json.dumps(line) + "\n", "utf-8")
    return path


def test_a_corpus_of_ones_own(corpus: Path) -> None:
    found = demo("USA", "ISR", tally=Report(), make_coder=fake, corpus=corpus)
    (act,) = found.relation.newest
    assert found.relation.evidence[act.id].title == "Mine"
    assert [(p.a, p.b) for p in found.relations.pairs] == [("ISR", "USA")]


def test_the_record_may_be_kept(corpus: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "demo.db")
    how = {"tally": Report(), "make_coder": fake, "corpus": corpus, "db": place}
    found = demo("USA", "ISR", **how)  # type: ignore[arg-type]
    assert show(place, "USA", "ISR", listed=10) == found.relation
    assert demo("USA", "ISR", **how) == found  # type: ignore[arg-type]


def test_a_party_that_is_none_is_told_before_the_work() -> None:
    tally = Report()
    with pytest.raises(InputError):
        demo("USA", "USA/XYZ", tally=tally, make_coder=fake)
    assert tally.articles == 0


def test_a_corpus_without_a_page_is_told(tmp_path: Path) -> None:
    corpus = tmp_path / "mine.jsonl"
    corpus.write_text("no json\n", "utf-8")
    with pytest.raises(NothingToRead):
        demo("USA", "ISR", tally=Report(), make_coder=fake, corpus=corpus)
