from __future__ import annotations

import os

import pytest

from dualtrack.pages import Article, Failure
from dualtrack.run import Coded, _line, code_pages, cores
from fake_coders import FakeCoder, fake


def test_pages_of_any_number_have_one_outcome_each() -> None:
    for number in (0, 1, 16, 17, 100):
        pages = [Article(str(n), "struck") for n in range(number)]
        found = list(code_pages(pages, jobs=1, make_coder=fake))
        assert [o.article.id for o in found if isinstance(o, Coded)] == [a.id for a in pages]


def test_a_long_article_fills_a_chunk() -> None:
    pages = [Article("a", "x" * 200_000), Article("b", "y"), Article("c", "z")]
    assert [len(c) for c in _line._chunks(iter(pages))] == [1, 2]


def test_a_small_input_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_line, "pooled", lambda *a: pytest.fail("a pool was made"))
    assert len(list(code_pages([Article("a", "x")] * 20, make_coder=fake))) == 20


def test_a_large_input_gets_a_process_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def pool(chunks: object, make: object, jobs: int) -> list[object]:
        asked.append(jobs)
        return []

    monkeypatch.setattr(_line, "pooled", pool)
    monkeypatch.setattr(_line, "cores", lambda: 3)
    list(code_pages([Article("a", "x")] * 100, make_coder=fake))
    assert asked == [3]


def test_the_model_is_not_loaded_for_nothing() -> None:
    def never() -> FakeCoder:
        pytest.fail("the model was loaded")

    assert list(code_pages([], jobs=1, make_coder=never)) == []


def test_failures_alone_need_no_model() -> None:
    def never() -> FakeCoder:
        pytest.fail("the model was loaded")

    bad = Failure("a", "empty", "Empty.")
    assert list(code_pages([bad], jobs=1, make_coder=never)) == [bad]


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
