"""Adding: nothing twice, versions, several coders, whatever the characters."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dualtrack.coding import CoderInfo
from dualtrack.record import Kept, Store
from dualtrack.run import Coded
from kept_pages import AGAIN, CALM, NEWER, STRUCK, coded, page, rows, states
from make_events import ARTICLE, article_events

POOL = [coded(page(f"p{n}", f"{CALM} {STRUCK}" if n % 2 else CALM)) for n in range(6)]
POOL += [coded(page("p1", f"{STRUCK} {AGAIN}")), coded(page("p3", CALM))]


def test_new_then_unchanged(store: Store) -> None:
    first = store.keep(POOL[:4])
    assert (first.new, first.reports, first.articles) == (4, 2, 4)
    before = rows(store)
    again = store.keep(POOL[:4])
    assert again == Kept(unchanged=4)
    assert rows(store) == before


def test_a_changed_page_is_a_new_version_and_what_vanished_is_said(store: Store) -> None:
    store.keep([coded(page("a", f"{STRUCK}\n\n{AGAIN}"))])
    kept = store.keep([coded(page("a", f"{CALM} {STRUCK}"))])
    assert (kept.changed, kept.new, kept.reports, kept.vanished) == (1, 0, 1, 1)
    assert states(store) == ["standing", "superseded", "vanished"]
    assert [v.number for v in store.versions("https://news.example/a")] == [1, 2]
    assert len(list(store.events())) == 1
    assert store.keep([coded(page("a", f"{STRUCK}\n\n{AGAIN}"))]) == Kept(unchanged=1)
    assert states(store) == ["standing", "superseded", "vanished"]


def test_one_batch_may_hold_several_versions_of_a_page(store: Store) -> None:
    texts = [STRUCK, AGAIN, CALM]
    kept = store.keep(coded(page("a", text)) for text in texts)
    assert (kept.new, kept.changed, kept.vanished) == (1, 2, 2)
    versions = store.versions("https://news.example/a")
    assert [v.article.text for v in versions] == texts


def test_another_coder_codes_the_same_version(store: Store) -> None:
    article = page("a", f"{STRUCK} {AGAIN}")
    store.keep([coded(article)])
    kept = store.keep([coded(article, NEWER)], coder=NEWER)
    assert (kept.recoded, kept.reports, kept.withdrawn, kept.vanished) == (1, 2, 0, 0)
    assert states(store) == ["standing", "standing", "superseded", "superseded"]


def test_what_the_newer_coder_does_not_find_is_withdrawn(store: Store) -> None:
    article = page("a", STRUCK)
    store.keep([coded(article)])
    kept = store.keep([Coded(article, ())], coder=NEWER)
    assert (kept.recoded, kept.withdrawn) == (1, 1)
    assert states(store) == ["withdrawn"]
    assert list(store.events()) == []


def test_a_fault_of_the_newer_coder_takes_nothing_away(store: Store) -> None:
    from dualtrack.coding import NotCoded

    article = page("a", STRUCK)
    store.keep([coded(article)])
    kept = store.keep([Coded(article, (), NotCoded("fault", "It broke."))], coder=NEWER)
    assert (kept.uncoded, kept.withdrawn) == (1, 0)
    assert states(store) == ["standing"]


def test_ids_of_any_length_name_articles(store: Store) -> None:
    long = page("a", STRUCK, id="an id that is longer than any of ours")
    other = page("b", STRUCK, id="an id that is longer than any of ours")
    assert store.keep([coded(long), coded(other)]).new == 2
    found = store.article("https://news.example/a")
    assert found is not None
    assert found.article == long


def test_characters_that_no_database_holds_are_replaced_one_for_one(store: Store) -> None:
    text = f"\x00\ud800 {STRUCK}"
    store.keep([coded(page("a", text, title="A \x00 title", authors=("A \ud800",)))])
    (version,) = store.articles()
    assert version.article.text == f"\ufffd\ufffd {STRUCK}"
    (report,) = store.reports()
    assert version.article.text[slice(*report.event.sentence)] == version.article.text
    assert store.keep([coded(page("a", text, title="A \x00 title"))]).unchanged == 0
    hostile = "Washington\x00 struck"
    event = article_events()[1]
    store.keep([Coded(page("b", hostile), (event,))])


def test_an_event_given_twice_is_kept_once(store: Store) -> None:
    event = article_events()[0]
    assert store.keep([Coded(ARTICLE, (event, event))]).reports == 1


def test_known_is_this_version_by_this_coder(store: Store) -> None:
    one, other = page("a", STRUCK), page("a", CALM)
    info = CoderInfo("0.1.0", "sha256:0", "1")
    store.keep([coded(one)])
    assert store.known([one, other], info) == [True, False]
    assert store.known([one, other], NEWER) == [False, False]
    assert store.outdated(info) == []
    (old,) = store.load(store.outdated(NEWER))
    assert old.article == one


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.permutations(POOL[:6]), size=st.integers(1, 7), again=st.lists(st.sampled_from(POOL))
)
def test_neither_order_nor_batches_nor_repetition_matter(
    order: list[Coded], size: int, again: list[Coded]
) -> None:
    with Store("sqlite://") as store, Store("sqlite://") as plain:
        store.keep(order, batch=size)
        plain.keep(POOL[:6])
        assert rows(store) == rows(plain)
        store.keep(POOL, batch=size)
        before = rows(store)
        assert store.keep(again, batch=size).unchanged == len({c.article.id for c in again}) or len(
            again
        ) > len({c.article.id for c in again})
        assert rows(store) == before
        store.rebuild()
        assert rows(store) == before
