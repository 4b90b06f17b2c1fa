"""The labelled lines written for this project keep the codebook's form."""

from __future__ import annotations

from importlib.resources import as_file, files

import pytest

from dualtrack.coding import read_gold

FILES = ("articles.jsonl", "items.jsonl")


@pytest.mark.parametrize("name", FILES)
def test_form(name: str) -> None:
    with as_file(files("dualtrack.train") / "lines" / name) as path:
        lines = read_gold(path)
    assert len(lines) > 100
    assert any(not line.events for line in lines)
    assert all(line.id.startswith("own-") for line in lines)


def test_ids_are_unique_over_all_files() -> None:
    ids: list[str] = []
    for name in FILES:
        with as_file(files("dualtrack.train") / "lines" / name) as path:
            ids += [line.id for line in read_gold(path)]
    assert len(ids) == len(set(ids))


@pytest.mark.shared
def test_no_line_is_one_of_the_shared_ones(shared: object) -> None:
    folder = shared / "data" / "gold"  # type: ignore[operator]
    known = {g.text for part in ("train", "dev") for g in read_gold(folder / f"{part}.jsonl")}
    for name in FILES:
        with as_file(files("dualtrack.train") / "lines" / name) as path:
            assert not [g.id for g in read_gold(path) if g.text in known]
