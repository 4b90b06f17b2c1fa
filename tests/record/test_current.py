"""Which reports stand, also where judges and coders differ."""

from __future__ import annotations

from dataclasses import replace

from dualtrack.coding import CoderInfo, Event, NotCoded
from dualtrack.record import Store
from dualtrack.record._current import codings, meet, states
from dualtrack.record._engine import reading
from dualtrack.run import Coded
from kept_pages import CALM, NEWER, STRUCK, coded, page

NEWEST = CoderInfo("0.3.0", "sha256:2", "1")
URL = "https://news.example/a"


def only(store: Store) -> str:
    (report,) = store.reports()
    return report.id


def told(store: Store) -> dict[str, str]:
    return {r.id: r.state for r in store.reports()}


def as_type(article_coded: Coded, kind: str) -> Coded:
    def other(event: Event) -> Event:
        return replace(event, id=f"{event.id}:{kind}", type=kind)

    return replace(article_coded, events=tuple(map(other, article_coded.events)))


def test_what_a_judge_accepted_stays_where_the_newer_coder_does_not_find_it(store: Store) -> None:
    store.keep([coded(page("a", STRUCK))])
    report = only(store)
    store.judge("An", "accept", report)
    store.keep([Coded(page("a", STRUCK), ())], coder=NEWER)
    assert told(store) == {report: "standing"}
    assert [e.judged for e in store.events()] == [True]
    undone = store.judgements()[0]
    store.judge("An", "undo", undone.id)
    assert told(store) == {report: "withdrawn"}


def test_a_newer_coders_other_reading_gives_way_to_what_a_judge_accepted(store: Store) -> None:
    store.keep([coded(page("a", STRUCK))])
    report = only(store)
    store.judge("An", "accept", report)
    store.keep([as_type(coded(page("a", STRUCK), NEWER), "ACCUSE")])
    assert sorted(told(store).values()) == ["standing", "superseded"]
    assert [e.event.type for e in store.events()] == ["ASSAULT"]


def test_without_a_judge_the_newer_coder_is_right(store: Store) -> None:
    store.keep([coded(page("a", STRUCK))])
    report = only(store)
    store.keep([as_type(coded(page("a", STRUCK), NEWER), "ACCUSE")])
    assert told(store)[report] == "withdrawn"
    assert [e.event.type for e in store.events()] == ["ACCUSE"]


def test_what_a_judge_accepted_stays_as_long_as_the_page_says_it(store: Store) -> None:
    store.keep([coded(page("a", STRUCK))])
    report = only(store)
    store.judge("An", "accept", report)
    store.keep([Coded(page("a", f"{CALM}\n\n{STRUCK}"), ())], coder=NEWER)
    assert told(store) == {report: "standing"}
    store.keep([Coded(page("a", CALM), ())], coder=NEWER)
    assert told(store) == {report: "vanished"}


def test_a_rejection_goes_with_the_report(store: Store) -> None:
    store.keep([coded(page("a", STRUCK))])
    store.judge("An", "reject", only(store))
    store.keep([coded(page("a", STRUCK), NEWER)])
    assert sorted(told(store).values()) == ["rejected", "superseded"]
    assert list(store.events()) == []


def test_what_a_judge_added_and_took_back_is_withdrawn(store: Store) -> None:
    store.keep([Coded(page("a", STRUCK), ())])
    value = {"trigger": "struck", "type": "ASSAULT", "actors": ["Washington"]}
    (version,) = store.articles()
    added = store.judge("An", "add", version.key, value=value)
    assert list(told(store).values()) == ["standing"]
    store.judge("An", "undo", added.id)
    assert list(told(store).values()) == ["withdrawn"]
    assert list(store.events()) == []


def test_uncoded_is_no_coding(store: Store) -> None:
    store.keep([coded(page("a", STRUCK))])
    broken = Coded(page("a", STRUCK), (), NotCoded("fault", "It broke."))
    store.keep([broken], coder=NEWER)
    assert list(told(store).values()) == ["standing"]
    store.keep([Coded(page("a", STRUCK), ())], coder=NEWEST)
    assert list(told(store).values()) == ["withdrawn"]


def test_history_is_in_order(store: Store) -> None:
    store.keep([coded(page("a", STRUCK))])
    store.keep([coded(page("a", CALM))])
    store.keep([coded(page("a", STRUCK), NEWER)])
    version = store.article(URL)
    assert version is not None
    with reading(store.engine) as connection:
        history = codings(connection, [version.key])
        assert [(p.version_number, p.number, p.coder) for p in history] == [
            (1, 1, "0.1.0"), (1, 2, "0.2.0"), (2, 1, "unknown"),
        ]  # fmt: skip
        assert states(connection, []) == {}


def test_spans_meet() -> None:
    one = {"start": 3, "end": 6}
    assert meet(one, {"start": 5, "end": 9})
    assert not meet(one, {"start": 6, "end": 9})
    assert not meet(one, {"start": 3, "end": 6, "where": "title"})
