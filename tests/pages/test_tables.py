from __future__ import annotations

from pathlib import Path

import pytest

from dualtrack._errors import TableError
from dualtrack.pages import _tables, reasons


def test_every_reason_has_a_sentence() -> None:
    assert len(reasons()) > 10
    for word, sentence in reasons().items():
        assert word == word.lower()
        assert sentence.endswith(".")


def test_lists_are_whole() -> None:
    assert _tables.dates().months["sept"] == 9
    assert "the" in _tables.word_list("english")
    named = {entry.reason for entry in _tables.chrome().lines} | _tables.chrome().tails
    named |= set(_tables.chrome().classes.values()) | set(_tables.chrome().tags.values())
    assert named <= set(reasons())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a: [", "no valid YAML"),
        ("- a", "mapping"),
    ],
)
def test_a_broken_table_is_said_to_be_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: str
) -> None:
    (tmp_path / "reasons.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(_tables, "_HERE", tmp_path)
    _tables.reasons.cache_clear()
    try:
        with pytest.raises(TableError, match=said):
            _tables.reasons()
    finally:
        monkeypatch.undo()
        _tables.reasons.cache_clear()


def test_a_broken_pattern_is_named() -> None:
    with pytest.raises(TableError, match="no regular expression"):
        _tables._line_words("teaser", {"line": ["("]})
    with pytest.raises(TableError, match="no kind of pattern"):
        _tables._line_words("teaser", {"lines": ["a"]})
    with pytest.raises(TableError, match="quotes"):
        _tables._line_words("teaser", {"line": [True]})  # type: ignore[list-item]
