from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.output import Mark, pieces
from dualtrack.output._marks import marks
from make_events import TEXT, article_events


def brackets(text: str, *marked: Mark) -> str:
    return "".join(
        "".join(f"[{m.label}:" for m in p.opens) + p.text + "]" * p.closes
        for p in pieces(text, marked)
    )


def test_marks_nest() -> None:
    outer, inner = Mark(2, 8, "condition", "c"), Mark(4, 6, "actor", "a")
    assert brackets("0123456789", inner, outer) == "01[c:23[a:45]67]89"


def test_marks_that_cross_are_cut() -> None:
    one, two = Mark(0, 5, "condition", "c"), Mark(3, 8, "location", "l")
    assert brackets("0123456789", one, two) == "[c:012[l:34]][l:567]89"


def test_marks_side_by_side() -> None:
    assert brackets("0123", Mark(0, 2, "actor", "a"), Mark(2, 4, "date", "d")) == "[a:01][d:23]"


def test_no_text_and_no_marks() -> None:
    assert brackets("") == ""
    assert brackets("abc") == "abc"


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 10)), max_size=8))
def test_brackets_always_balance_and_text_stays(places: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyzabcdef"
    found = pieces(text, [Mark(a, min(a + n, len(text)), "actor", "x") for a, n in places])
    assert "".join(p.text for p in found) == text
    depth = 0
    for piece in found:
        depth += len(piece.opens)
        assert (piece.role is not None) == (depth > 0)
        depth -= piece.closes
        assert depth >= 0
    assert depth == 0


def test_words_shared_by_roles_have_one_mark() -> None:
    found = {TEXT[m.start : m.end]: m.label for m in marks(article_events(), len(TEXT))}
    assert found["cut"] == "1 trigger SANCTION/discontinue"
    assert found["if Israel does not protect civilians"] == "1 condition"
    late = [m for m in marks(article_events(), len(TEXT)) if m.start == TEXT.rindex("Israel")]
    assert [m.label for m in late] == ["2 recipient, 2 location"]


def test_words_outside_the_text_are_not_marked() -> None:
    assert [m for m in marks(article_events(), 10) if m.end > 10] == []
