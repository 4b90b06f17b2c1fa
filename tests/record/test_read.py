"""What the record holds, read back."""

from __future__ import annotations

import datetime as dt

import pytest

from dualtrack._errors import InputError
from dualtrack.record import Store
from kept_pages import AGAIN, CALM, NEWER, STRUCK, coded, page

URL = "https://news.example/{}"


@pytest.fixture
def filled(store: Store) -> Store:
    store.keep(
        [
            coded(page("a", STRUCK, "2024-04-14", id="mine")),
            coded(page("b", f"{STRUCK} {AGAIN}", "2024-04-15")),
            coded(page("c", CALM, "2024-04-15")),
            coded(page("c", AGAIN, "2024-04-17")),
        ]
    )
    return store


def test_articles_by_day(filled: Store) -> None:
    def urls(**days: str) -> list[str]:
        given = {name: dt.date.fromisoformat(text) for name, text in days.items()}
        return [str(v.article.url)[-1] for v in filled.articles(**given)]

    assert urls() == ["a", "b", "c"]
    assert urls(since="2024-04-15") == ["b", "c"]
    assert urls(until="2024-04-15") == ["a", "b"]
    assert urls(since="2024-04-16", until="2024-04-17") == ["c"]


def test_an_article_by_any_of_its_names(filled: Store) -> None:
    found = filled.article("mine")
    assert found is not None
    assert filled.article(found.key) == filled.article(URL.format("a")) == found
    assert filled.article("nothing") is None
    filled.keep([coded(page("x", STRUCK, id="mine"))])
    with pytest.raises(InputError, match="several"):
        filled.article("mine")


def test_versions(filled: Store) -> None:
    versions = filled.versions(URL.format("c"))
    assert [(v.number, v.article.text, v.deleted) for v in versions] == [
        (1, CALM, False), (2, AGAIN, False),
    ]  # fmt: skip
    assert filled.load([v.id for v in reversed(versions)]) == versions[::-1]


def test_reports_of_an_article_and_of_an_event(filled: Store) -> None:
    of_article = list(filled.reports(article=URL.format("b")))
    assert len(of_article) == 2
    for event in filled.events():
        reports = list(filled.reports(event=event.id))
        assert len([r for r in reports if r.state == "standing"]) == event.reports
        assert event.id in {r.id for r in reports}
    assert list(filled.reports(article="nothing")) == []
    assert len(list(filled.reports())) == 4


def test_events_by_day_state_and_article(filled: Store) -> None:
    everything = list(filled.events(state=None))
    late = list(filled.events(since=dt.date(2024, 4, 16)))
    assert late == everything[-1:]
    assert len(list(filled.events(until=dt.date(2024, 4, 13)))) == 0
    assert len(list(filled.events(article="mine"))) == 1
    assert list(filled.events(state="rejected")) == []
    assert list(filled.events(article="nothing")) == []


def test_coverage(filled: Store) -> None:
    days = {dt.date(2024, 4, n): 1 for n in (14, 15, 17)}
    assert filled.coverage() == days
    assert filled.coverage(dt.date(2024, 4, 15), dt.date(2024, 4, 15)) == {dt.date(2024, 4, 15): 1}


def test_what_a_coder_has_not_coded(filled: Store) -> None:
    assert len(filled.outdated(NEWER)) == 3
    filled.keep([coded(page("c", AGAIN, "2024-04-17"), NEWER)])
    assert len(filled.outdated(NEWER)) == 2
