"""What a person types, taken apart."""

from __future__ import annotations

import pytest

from dualtrack.record._query import Query, Term, parse


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("aid Israel", (Term("aid"), Term("Israel")), ()),
        ('"long range" missiles', (Term("long range"), Term("missiles")), ()),
        ("missil* -drone", (Term("missil", prefix=True),), (Term("drone"),)),
        ('-"of note" x', (Term("x"),), (Term("of note"),)),
        ("U.S.-led", (Term("U.S.-led"),), ()),
        ("a - b", (Term("a"), Term("b")), ()),
        ('"open', (Term("open"),), ()),
        ("** * \" ( — '", (), ()),
        ("", (), ()),
    ],
)
def test_parts(typed: str, wanted: tuple[Term, ...], unwanted: tuple[Term, ...]) -> None:
    assert parse(typed) == Query(wanted, unwanted)


def test_bounds() -> None:
    assert len(parse("word " * 100).wanted) == 32
    assert parse("a" * 1000).wanted == (Term("a" * 200),)
