"""Articles as rows and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dualtrack.pages import Article, Dropped, Paragraph, Published
from dualtrack.record import Store
from dualtrack.record._rows import article_key, fit, given_id, storable, version_digest
from dualtrack.run import Coded
from dualtrack.sample import html_pages
from kept_pages import CALM, STRUCK, page

WHOLE = Article(
    id="mine",
    text="A story.\n\nIts end.",
    title="Title",
    url="https://news.example/story?a=1",
    site="news.example",
    section=("News", "Defence"),
    authors=("A. Writer", "B. Writer"),
    published=Published(
        dt.date(2024, 4, 14), dt.datetime(2024, 4, 14, 9, 30, tzinfo=dt.UTC), "known", "json-ld"
    ),
    language="en",
    paragraphs=(Paragraph(0, 8, (10, 30), "standfirst"), Paragraph(10, 18)),
    dropped=(Dropped("Subscribe", "chrome", (40, 50)), Dropped("More", "list")),
    context="Before.",
    origin="a.html",
    modified=Published(dt.date(2024, 4, 15), dt.datetime(2024, 4, 15, 9, 0), "missing", "meta"),
    agency="Reuters",
    canonical="https://news.example/story",
    access="free",
    access_sign="isAccessibleForFree",
    kind="live",
    kind_sign="LiveBlogPosting",
)


def test_an_article_comes_back_whole(store: Store) -> None:
    articles = [WHOLE, page("a", STRUCK), Article(id="x", text="Bare.")]
    store.keep(Coded(article, ()) for article in articles)
    found = {version.article.id: version.article for version in store.articles()}
    assert found == {article.id: article for article in articles}


def test_pages_come_back_whole() -> None:
    from dualtrack.pages import read_page

    articles = [read_page(page_.read_bytes()) for page_ in html_pages()[:5]]
    with Store("sqlite://") as store:
        store.keep(Coded(article, ()) for article in articles)
        found = {version.article.id: version.article for version in store.articles()}
        assert found == {article.id: article for article in articles}


def test_what_names_an_article() -> None:
    one = page("a", STRUCK)
    assert article_key(one) == article_key(page("a", CALM)) == one.id
    assert article_key(page("b", STRUCK)) != one.id
    assert given_id(one) is None
    mine = replace(one, id="7")
    assert given_id(mine) == "7"
    assert article_key(mine) not in ("7", one.id)
    assert article_key(mine) == article_key(replace(mine, text=CALM))
    assert article_key(mine) != article_key(replace(mine, url="https://other.example/"))


@pytest.mark.parametrize(
    ("name", "value", "new"),
    [
        ("text", CALM, True),
        ("title", "Another", True),
        ("context", None, True),
        ("language", None, True),
        ("published", Published(dt.date(2024, 4, 14)), True),
        ("section", (), True),
        ("authors", (), True),
        ("agency", None, True),
        ("paragraphs", (Paragraph(0, 8),), True),
        ("paragraphs", (Paragraph(0, 8, (99, 120), "standfirst"), Paragraph(10, 18)), False),
        ("dropped", (), False),
        ("origin", "b.html", False),
        ("modified", None, False),
        ("access", "paywalled", False),
    ],
)
def test_what_makes_a_new_version(name: str, value: object, new: bool) -> None:
    other = replace(WHOLE, **{name: value})
    assert (version_digest(other) != version_digest(WHOLE)) is new


def test_characters_that_no_database_holds() -> None:
    assert storable(WHOLE) is WHOLE
    odd = replace(WHOLE, text="\0\udc00 é", title=None)
    assert storable(odd).text == "\ufffd\ufffd é"
    assert fit("é") == "é"
