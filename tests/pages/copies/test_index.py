from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest

from dualtrack.pages.copies import _index
from dualtrack.pages.copies._index import RunIndex, Shelf


def found(index: RunIndex, runs: list[int]) -> set[tuple[int, int]]:
    places, texts = index.find(np.array(runs, np.uint32))
    assert places.size == texts.size
    return {(runs[p], int(t)) for p, t in zip(places.tolist(), texts.tolist(), strict=True)}


def test_an_empty_index_finds_nothing() -> None:
    assert found(RunIndex(), [1, 2]) == set()
    assert found(RunIndex(), []) == set()


def test_every_entry_is_found_whatever_block_it_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_index, "_NEW", 50)
    rng = np.random.default_rng(1)
    index = RunIndex()
    truth: dict[int, set[int]] = defaultdict(set)
    for text in range(300):
        runs = np.unique(np.append(rng.integers(0, 400, 10), [0, 2**32 - 1])).astype(np.uint32)
        index.add(text, runs)
        for run in runs.tolist():
            truth[run].add(text)
    asked = [0, 1, 2, 77, 399, 400, 2**31, 2**32 - 1]
    assert found(index, asked) == {(run, text) for run in asked for text in truth[run]}


def test_there_are_few_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_index, "_NEW", 10)
    index = RunIndex()
    for text in range(1000):
        index.add(text, np.arange(10, dtype=np.uint32) + text)
    assert len(index._blocks) < 12
    assert sum(block.size for block in index._blocks) == 10_000


def test_a_shelf_gives_back_what_it_was_given() -> None:
    shelf = Shelf()
    texts = [np.arange(size, dtype=np.uint32) * 7 for size in (3, 0, 100_000, 1)]
    assert [shelf.put(words) for words in texts] == [0, 1, 2, 3]
    for number in (2, 0, 3, 1):
        assert np.array_equal(shelf.get(number), texts[number])
    assert shelf.put(texts[0]) == 4
    assert np.array_equal(shelf.get(4), texts[0])
    assert len(shelf) == 5
    shelf.close()
