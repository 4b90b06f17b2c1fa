"""Reading the tables."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dualtrack._errors import TableError
from dualtrack.actors._tables import day, rows, several, word_list

COLUMNS = ("a", "b")


def _table(folder: Path, text: str) -> Path:
    (folder / "t.tsv").write_text(text, encoding="utf-8")
    return folder


def test_rows_without_comments(tmp_path: Path) -> None:
    folder = _table(tmp_path, "# source\na\tb\n\n1\t2\n# x\n3\t\n")
    assert list(rows("t.tsv", COLUMNS, folder)) == [["1", "2"], ["3", ""]]


@pytest.mark.parametrize(
    ("text", "says"),
    [("a\tc\n", "line 1: the columns"), ("a\tb\n1\n", "line 2: 1 fields instead of 2")],
)
def test_a_bad_table_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(TableError, match=says):
        list(rows("t.tsv", COLUMNS, _table(tmp_path, text)))


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"t\.tsv"):
        list(rows("t.tsv", COLUMNS, tmp_path))


def test_fields() -> None:
    assert several("a|b|") == ["a", "b"]
    assert several("") == []
    assert day("", "x") is None
    assert day("2020-02-29", "x") == dt.date(2020, 2, 29)
    with pytest.raises(TableError, match="no day"):
        day("2020-02-30", "x")


def test_word_lists() -> None:
    assert "mr" in word_list("titles")
    with pytest.raises(TableError, match="no list"):
        word_list("nothing")
