from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from dualtrack.export._tab import TabWriter, words


def test_words_break_no_reader() -> None:
    hostile = 'a\tb\r\n"c" \x85\u2028d\x00'
    assert words(hostile) == "a b 'c' d"
    out = io.BytesIO()
    TabWriter(out, ["x", "y"], header=True).write([{"x": words('"' + hostile), "y": 1}])
    text = out.getvalue().decode()
    with_quotes = pd.read_csv(io.StringIO(text), sep="\t")
    without = pd.read_csv(io.StringIO(text), sep="\t", quoting=csv.QUOTE_NONE)
    assert with_quotes.equals(without)
    assert with_quotes.shape == (1, 2)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@x", "  =1"])
def test_no_spreadsheet_runs_them(formula: str) -> None:
    assert words(formula) == "'" + formula.strip()


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    out = io.BytesIO()
    writer = TabWriter(out, ["a", "b", "c"], header=False)
    writer.write([{"a": -9.5, "b": None}, {"c": "01"}])
    assert out.getvalue() == b"-9.5\t\t\n\t\t01\n"
    assert writer.rows == 2


def test_a_column_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        TabWriter(io.BytesIO(), ["a"], header=False).write([{"b": 1}])
