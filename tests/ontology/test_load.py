"""The YAML files are read strictly: what is wrong is named, never passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dualtrack._errors import TableError
from dualtrack.ontology._load import load

Damage = Callable[[str, str, str], Path]


def test_a_copy_reads_like_the_original(damage: Damage) -> None:
    folder = damage("types.yaml", "scale: plover-2021/1", "scale: plover-2021/1")
    assert load(folder) == load()


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("types.yaml", "  CONCEDE:", "  CONCED:", "'CONCED' is unknown"),
        ("types.yaml", "      phone: {", "      visit: {", "'visit' stands twice"),
        ("types.yaml", "score: 9.5\n", "score: high\n", "needs the number 'score'"),
        ("types.yaml", "score: 9.5\n", "skore: 9.5\n", "unknown field 'skore'"),
        ("types.yaml", "    quad: material cooperation\n    track: support\n    score: 10\n",
         "    quad: cooperation\n    track: support\n    score: 10\n", "quad 'cooperation'"),
        ("types.yaml", "visit: {score: 4,", "visit: {score: 4, track: both,", "track 'both'"),
        ("types.yaml", "visit: {score: 4, means: \"one side goes to the other\"}", "visit: far",
         "must be a row"),
        ("types.yaml", "scale: plover-2021/1", "", "needs the text 'scale'"),
        ("types.yaml", "scale: plover-2021/1", "scale: [", "is no YAML"),
        ("statuses.yaml", "summed: apart\n    plover: future", "summed: maybe", "summed 'maybe'"),
        ("statuses.yaml", "  negated:\n", "  denied:\n", "'denied' is unknown"),
        ("sectors.yaml", "stateless: true}\n  NGO", "stateless: 1}\n  NGO", "true or false"),
        ("quads.yaml", "track: support}\n  material", "track: up}\n  material", "track 'up'"),
    ],
)  # fmt: skip
def test_a_damaged_table_is_named(
    damage: Damage, name: str, old: str, new: str, message: str
) -> None:
    folder = damage(name, old, new)
    with pytest.raises(TableError) as caught:
        load(folder)
    assert message in str(caught.value)
    assert str(caught.value).startswith(name)


def test_a_missing_or_broken_file_is_named(damage: Damage, tmp_path: Path) -> None:
    (tmp_path / "sectors.yaml").write_bytes(b"sectors: \xff")
    with pytest.raises(TableError, match=r"sectors\.yaml cannot be read"):
        load(tmp_path)
    (tmp_path / "sectors.yaml").unlink()
    with pytest.raises(TableError, match=r"sectors\.yaml cannot be read"):
        load(tmp_path)


def test_a_type_left_out_is_missed(damage: Damage) -> None:
    folder = damage("types.yaml", "  AGREE:\n    quad", "  AID_OLD:\n    quad")
    with pytest.raises(TableError, match="AID_OLD"):
        load(folder)
    folder = damage("statuses.yaml", "  historical:\n", "  #\n")
    (folder / "statuses.yaml").write_text(
        "statuses:\n  actual: {means: done, summed: solid, plover: null}\n", encoding="utf-8"
    )
    damage("types.yaml", "  AID_OLD:\n    quad", "  AGREE:\n    quad")
    with pytest.raises(TableError, match=r"statuses.yaml lacks announced, possible"):
        load(folder)
