from __future__ import annotations

from pathlib import Path

import pytest

from dualtrack._errors import EmptyPage, UnreadablePage
from dualtrack.pages import Article
from dualtrack.run import pages_of
from make_events import day


def only(given: str, **how: object) -> Article:
    (page,) = pages_of(given, **how)  # type: ignore[arg-type]
    assert isinstance(page, Article)
    return page


def test_a_sentence_is_an_article() -> None:
    found = only("Iran struck Israel.", published=day("2024-04-14"), title="T")
    assert found.text == "Iran struck Israel."
    assert found.title == "T"
    assert found.published is not None and found.published.day == day("2024-04-14")
    assert [found.text[p.start : p.end] for p in found.paragraphs] == ["Iran struck Israel."]


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "x", "text": "Iran struck."}\n')
    assert only(str(path)).id == "x"


@pytest.mark.parametrize("given", ["missing.html", "folder/page", "a.jsonl"])
def test_a_name_of_no_file_is_not_taken_for_a_text(given: str) -> None:
    with pytest.raises(UnreadablePage, match="no file"):
        list(pages_of(given))


def test_an_empty_text_is_none() -> None:
    with pytest.raises(EmptyPage):
        list(pages_of("  "))


def test_the_language_of_a_text_is_told() -> None:
    french = "Le président de la République a rencontré hier les ministres des affaires étrangères."
    assert only(french).language == "fr"


@pytest.mark.parametrize(
    "given", ["Iran struck Israel " * 500, "nul \x00 inside", "word", "N/A yes"]
)
def test_odd_texts_are_texts(given: str) -> None:
    assert only(given).text == given
