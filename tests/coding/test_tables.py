from __future__ import annotations

import re

import pytest

from dualtrack._errors import TableError
from dualtrack.coding._tables import any_of, table


@pytest.mark.parametrize(
    "name", ["dates.yaml", "numbers.yaml", "quantities.yaml", "conditions.yaml"]
)
def test_each_list_can_be_read(name: str) -> None:
    assert table(name)


def test_yes_and_no_stay_words() -> None:
    """YAML reads a bare `on` or `no` as a truth value; ours must be quoted."""

    def walk(value: object) -> None:
        assert not isinstance(value, bool)
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(key)
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for name in ("dates.yaml", "numbers.yaml", "quantities.yaml", "conditions.yaml"):
        walk(table(name))


def test_a_missing_list_is_named() -> None:
    with pytest.raises(TableError, match=r"no_such\.yaml"):
        table("no_such.yaml")


def test_longest_first() -> None:
    assert re.match(any_of(["in", "in return", "a.m"]), "in  return").group() == "in  return"  # type: ignore[union-attr]
    assert not re.match(any_of(["a.m"]), "arm")
