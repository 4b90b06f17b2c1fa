"""Deletion: the words are gone from everywhere, the tombstones stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from dualtrack._errors import InputError
from dualtrack.record import Store
from dualtrack.record._delete import without_words
from dualtrack.record._engine import reading
from kept_pages import AGAIN, CALM, NEWER, STRUCK, coded, page, rows, states
from make_events import ARTICLE, article_events

SECRET = "Zanzibarovich"
URL = "https://news.example/a"


@pytest.fixture
def filled(store: Store) -> Store:
    store.keep([coded(page("a", f"{STRUCK} {SECRET}.", title=SECRET, authors=(SECRET,)))])
    store.keep([coded(page("a", f"{AGAIN} {SECRET} {SECRET}."))])
    store.keep([coded(page("b", STRUCK))])
    return store


def test_the_words_are_gone_and_the_tombstones_stay(filled: Store) -> None:
    (report,) = (r for r in filled.reports(article=URL) if r.state == "standing")
    filled.judge("An", "change", report.id, field="speaker", value=SECRET)
    assert SECRET in repr(rows(filled))
    assert filled.delete(URL, who="An", why="It was asked for.")
    assert SECRET not in repr(rows(filled))
    assert AGAIN[:20] not in repr(rows(filled))
    assert filled.search(SECRET) == filled.search(SECRET, within="evidence") == []
    assert states(filled) == ["deleted", "deleted", "standing"]
    gone = [r.event for r in filled.reports(article=URL)]
    assert {(e.actors[0].country, e.trigger.text) for e in gone} == {("USA", "")}
    assert [e.state for e in filled.events(state=None, article=URL)].count("deleted") >= 1
    version = filled.article(URL)
    assert version is not None
    assert (version.deleted, version.article.text, version.article.title) == (True, "", None)


def test_it_stays_deleted(filled: Store) -> None:
    filled.delete(URL, who="An")
    before = rows(filled)
    assert not filled.delete(URL, who="Bo")
    kept = filled.keep([coded(page("a", CALM)), coded(page("a", STRUCK), NEWER)])
    assert (kept.deleted, kept.new, kept.reports) == (2, 0, 0)
    assert rows(filled) == before
    assert filled.known([page("a", CALM)], NEWER) == [True]
    assert len(filled.outdated(NEWER)) == 1


def test_a_rebuild_leaves_it_so(filled: Store) -> None:
    filled.delete(URL, who="An")
    before = rows(filled)
    filled.rebuild()
    assert rows(filled) == before


def test_not_even_the_file_has_the_words(tmp_path: Path) -> None:
    with Store(str(tmp_path / "r.db")) as store:
        store.keep([coded(page("a", f"{STRUCK} {SECRET}."))])
        store.delete(URL, who="An")
    for path in tmp_path.iterdir():
        content = path.read_bytes().lower()
        assert SECRET.lower().encode() not in content
        assert b"zanzibar" not in content


def test_who_is_asked_for_and_the_article_must_be_there(filled: Store) -> None:
    with pytest.raises(InputError, match="name"):
        filled.delete(URL, who=" ")
    with pytest.raises(InputError, match="no article"):
        filled.delete("nothing", who="An")
    with reading(filled.engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM deletions")).scalar() == 0


def test_stripping_keeps_what_was_resolved() -> None:
    cut, launched = (without_words(e.to_dict()) for e in article_events())
    assert cut["type"] == "SANCTION"
    assert cut["actors"][0]["country"] == "USA"
    words = {w for w in ARTICLE.text.replace(".", " ").replace(",", " ").split() if len(w) > 4}
    assert not [w for w in words if w in repr((cut, launched))]
