"""Full-text search, the same on both databases."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from dualtrack.record import Hit, Store
from dualtrack.record._engine import reading
from dualtrack.record._search import _marks, search
from kept_pages import AGAIN, CALM, STRUCK, coded, page

FAR = " ".join(["The rain fell on the hills."] * 40) + " A convoy crossed the border at dawn."


@pytest.fixture
def filled(store: Store) -> Store:
    store.keep(
        [
            coded(page("a", f"{STRUCK} {AGAIN}", title="Strikes on a harbour")),
            coded(page("b", CALM, title="A calm day")),
            coded(page("c", FAR, title="Rain")),
            coded(page("d", "<b>Missiles</b> & drones were \"seen\" over O'Hara's café.")),
        ]
    )
    return store


def found(store: Store, words: str) -> list[str]:
    titles = {v.key: v.article.url for v in store.articles()}
    return sorted(str(titles[hit.article]).rpartition("/")[2] for hit in store.search(words))


def marked(hit: Hit) -> list[str]:
    return [hit.text[a:b] for a, b in hit.marks]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("harbour", ["a", "b"]),
        ("Harbours afternoon", ["a", "b"]),
        ("harbour -washington", ["b"]),
        ('"long afternoon"', ["a", "b"]),
        ('"afternoon long"', []),
        ("missil*", ["d"]),
        ("strikes", ["a"]),
        ("o'hara's", ["d"]),
        ("nowhere", []),
        ("-harbour", []),
        ("", []),
        ("news", ["d"]),
    ],
)
def test_what_is_found(filled: Store, words: str, wanted: list[str]) -> None:
    assert found(filled, words) == wanted


def test_a_snippet_says_where_it_stands_and_where_the_words_are(filled: Store) -> None:
    (hit,) = filled.search("convoy borders")
    version = filled.article(hit.article)
    assert version is not None
    assert hit.field == "text"
    assert version.article.text[hit.start :].startswith(hit.text)
    assert marked(hit) == ["convoy", "border"]
    assert 100 < len(hit.text) < 400
    (hit,) = filled.search("rain calm day") or filled.search('"calm day"')
    assert (hit.field, hit.text, marked(hit)) == ("title", "A calm day", ["calm", "day"])


def test_markup_in_a_page_is_no_markup(filled: Store) -> None:
    (hit,) = filled.search("drones missiles")
    assert marked(hit) == ["Missiles", "drones"]


def test_evidence_is_of_standing_reports(filled: Store) -> None:
    hits = filled.search("washington", within="evidence")
    assert {hit.field for hit in hits} == {"sentence"}
    assert {hit.report for hit in hits} == {r.id for r in filled.reports()}
    filled.keep([coded(page("a", CALM))])
    assert filled.search("washington", within="evidence") == []
    assert filled.search("washington") == []  # nor does the page say it now


def test_hits_are_limited_and_the_best_come_first(filled: Store) -> None:
    first = filled.search("harbour", limit=1)
    assert len(first) == 1
    assert first == filled.search("harbour")[:1]
    assert filled.search("harbour", limit=0) == []


HOSTILE = ['"', '"" OR', "NEAR(a b)", "title:x", "a AND", "* ^ -", "'; DROP TABLE versions; --",
           "(", "a:*", "\\", "%s :x ${y}", "\x00", "\ud800 a", "-" * 500, "a" * 5000, "é*", "ﬁ* _*",
           '"a" "b" -"c', "a -", "!a & | <->", "²*", "🙂", "a\u200bb"]  # fmt: skip


@pytest.mark.parametrize("within", ["articles", "evidence"])
def test_no_input_is_an_error(filled: Store, within: str) -> None:
    for words in HOSTILE:
        assert isinstance(filled.search(words, within=within), list)  # type: ignore[arg-type]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(max_size=40) | st.text("ab\"*-():&|!\\' ", max_size=30))
def test_no_text_at_all_is_an_error(filled: Store, words: str) -> None:
    with reading(filled.engine) as connection:
        search(connection, words, "articles", 5)


def test_a_text_as_long_as_a_book_is_kept_and_found(store: Store) -> None:
    long = " ".join(f"word{n}" for n in range(120_000))
    store.keep([coded(page("a", long))])
    (hit,) = store.search("word77")
    assert marked(hit) == ["word77"]


def test_the_index_follows_what_is_changed(filled: Store) -> None:
    if filled.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL's index is its own affair")
    with filled.engine.connect() as connection:
        for table in ("versions", "evidence"):
            connection.execute(
                text(f"INSERT INTO search_{table} (search_{table}) VALUES ('integrity-check')")
            )


def test_marks_where_the_words_are_not_whole() -> None:
    assert _marks("<b>an act</b>", "\ufdd0act\ufdd1") == ((6, 9),)
    assert _marks("fact", "\ufdd0act\ufdd1") == ()
    assert _marks("an act", "\ufdd0an\ufdd1 act") == ((0, 2),)
