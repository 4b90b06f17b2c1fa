"""The record as a whole, on both databases."""

from __future__ import annotations

from typing import Any

from dualtrack.pages import Article
from dualtrack.record import Kept, Store, _store
from dualtrack.run import Coded
from fake_coders import FakeCoder
from kept_pages import CALM, STRUCK, page, rows
from kept_pages import coded as coded_page
from make_events import ARTICLE, CODER, article_events


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


class Counting(FakeCoder):
    """The fake coder, which counts what it codes."""

    info = CODER
    seen: tuple[Article, ...] = ()

    def code_many(self, articles: Any) -> Any:
        for article in articles:
            self.seen += (article,)
            yield from super().code_many([article])


def test_add_codes_what_is_not_there(url: str) -> None:
    coder = Counting()
    with Store(url, coder=coder) as store:  # type: ignore[arg-type]
        one, french = page("a", STRUCK), page("b", "Le calme.")
        assert store.add(one) == Kept(new=1, reports=1)
        assert store.add(iter([one, french])) == Kept(new=1, unchanged=1, uncoded=1)
        assert store.add([one, french]) == Kept(unchanged=2)
        assert list(coder.seen) == [one, french]


def test_what_was_worked_for_is_kept_when_the_coder_breaks(store: Store) -> None:
    def breaks() -> Any:
        yield coded_page(page("a", STRUCK))
        yield coded_page(page("b", STRUCK))
        raise ZeroDivisionError

    try:
        store.keep(breaks())
    except ZeroDivisionError:
        assert len(list(store.articles())) == 2
    else:
        raise AssertionError("no error")


def test_slow_work_is_kept_soon(store: Store, monkeypatch: Any) -> None:
    monkeypatch.setattr(_store, "_PATIENCE", -1)
    told: list[Kept] = []
    store.keep([coded_page(page(name, CALM)) for name in "abc"], told=told.append)
    assert [kept.new for kept in told] == [1, 1, 1]


def test_two_records_of_the_same_are_the_same(store: Store) -> None:
    with Store("sqlite://") as other:
        for one in (store, other):
            one.keep([coded()])
        assert rows(store) == rows(other)
