"""The record as a whole, on both databases."""

from __future__ import annotations

from dualtrack.record import Store
from dualtrack.run import Coded
from make_events import ARTICLE, article_events


def coded() -> Coded:
    return Coded(ARTICLE, tuple(article_events()))


def test_what_is_kept_comes_back(store: Store) -> None:
    kept = store.keep([coded()])
    assert (kept.new, kept.reports) == (1, 2)
    (version,) = store.articles()
    assert version.article == ARTICLE
    reports = list(store.reports())
    assert sorted((r.event for r in reports), key=lambda e: e.id) == article_events()
    assert {r.state for r in reports} == {"standing"}
    assert len(list(store.events())) == 2
    assert store.coverage() == {ARTICLE.published.day: 1}


def test_the_same_again_changes_nothing(store: Store) -> None:
    store.keep([coded()])
    again = store.keep([coded()])
    assert (again.unchanged, again.reports, again.new) == (1, 0, 0)
    assert len(list(store.reports())) == 2
