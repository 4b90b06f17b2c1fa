from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest

from dualtrack._errors import DualtrackError, ModelError
from dualtrack.pages import Article, Failure
from dualtrack.run import Coded, pooled
from fake_coders import broken, fake, no_model

Chunk = list[Article | Failure]


def chunks(*texts: str) -> Iterator[Chunk]:
    for n, text in enumerate(texts):
        yield [Article(str(n), text, origin=f"{n}.txt"), Failure(str(n), "empty", "Empty.")]


def test_results_come_in_order_though_some_take_longer() -> None:
    texts = ["slow struck" if n % 5 == 0 else "struck" for n in range(12)]
    found = list(pooled(chunks(*texts), fake, 2))
    ids = [outcome.article.id for row in found for outcome in row if isinstance(outcome, Coded)]
    assert ids == [str(n) for n in range(12)]
    assert all(isinstance(row[1], Failure) for row in found)
    assert multiprocessing.active_children() == []


def test_input_is_not_read_far_ahead() -> None:
    read = 0

    def counted() -> Iterator[Chunk]:
        nonlocal read
        for chunk in chunks(*["struck"] * 200):
            read += 1
            yield chunk

    results = pooled(counted(), fake, 2)
    next(results)
    assert read <= 12
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_a_worker_that_dies_is_an_error_that_names_the_page() -> None:
    with pytest.raises(DualtrackError, match=r"signal 9 while coding 1\.txt"):
        list(pooled(chunks("struck", "die"), fake, 2))
    assert multiprocessing.active_children() == []


def test_errors_of_ours_arrive_as_what_they_are() -> None:
    with pytest.raises(ModelError, match="missing"):
        list(pooled(chunks("struck"), no_model, 2))


def test_an_unforeseen_error_brings_its_traceback() -> None:
    with pytest.raises(RuntimeError, match=r"a bug.*0\.txt") as caught:
        list(pooled(chunks("struck"), broken, 2))
    assert "in broken" in caught.value.__notes__[0]


def test_an_article_that_breaks_the_coder_does_not_stop_the_rest() -> None:
    found = [row[0] for row in pooled(chunks("struck", "bug", "struck"), fake, 2)]
    assert [isinstance(o, Coded) and o.not_coded is not None for o in found] == [False, True, False]


def test_no_more_workers_are_started_than_there_is_work() -> None:
    results = pooled(chunks("slow", "slow"), fake, 8)
    next(results)
    assert len(multiprocessing.active_children()) == 2
    results.close()  # type: ignore[attr-defined]


def test_no_chunk_is_no_result() -> None:
    assert list(pooled(iter(()), fake, 2)) == []
