from __future__ import annotations

import time
from pathlib import Path

import pytest

from dualtrack._errors import PageError
from dualtrack.pages import read_page
from dualtrack.pages._html import read_html

FIXTURES = Path(__file__).parent / "fixtures"
STORY = "<p>Norland and Suvia signed a truce on Sunday that ends a month of clashes at sea.</p>" * 6


def fixture(name: str) -> str:
    return (FIXTURES / name).read_text(encoding="utf-8")


def test_a_page_with_everything() -> None:
    draft = read_html(fixture("ledger.html"))
    assert draft.title == "Norland and Suvia sign fishing truce after week of talks"
    assert draft.section == ("World", "Northern Seas")
    assert draft.site == "The Harbour Ledger"
    assert draft.authors == ("Ines Okafor", "Piet van der Laan")
    assert draft.url == "https://ledger.example/world/norland-suvia-truce"
    assert draft.published is not None
    assert draft.published.isoformat() == "2024-04-14T14:30:00Z"
    assert draft.published.source == "json-ld"
    assert [text.split()[0] for text, _ in draft.paragraphs] == [
        "HOLLVIK,", "The", "“Nobody", "The", "Suvia’s",
    ]  # fmt: skip


def test_what_is_left_out_has_a_reason() -> None:
    dropped = {d.text[:20]: d.reason for d in read_html(fixture("ledger.html")).dropped}
    assert dropped["We use cookies to pe"] == "cookie text"
    assert dropped["Trawlers wait outsid"] == "caption"
    assert dropped["Sign up for our dail"] == "membership prompt"
    assert dropped["Share on Facebook Tw"] == "share bar"
    assert dropped["Thousands marched th"] == "teaser"
    assert dropped["I was there on the d"] == "comments"
    assert dropped["By Ines Okafor and P"] == "byline"
    assert dropped["Home > World > North"] == "breadcrumb"
    assert dropped["© 2024 The Harbour L"] == "footer"
    assert not any("not text" in text for text in dropped)


def test_an_old_page_without_declarations() -> None:
    draft = read_html(fixture("plain_tags.html"))
    assert (draft.title, draft.site) == ("Marrovia recalls envoy over spy claims", "Eastern Post")
    assert draft.authors == ("Jonas Petrak",)
    assert draft.published is not None
    assert draft.published.isoformat() == "2023-03-03T17:05:00Z"
    assert len(draft.paragraphs) == 3


def test_every_visible_line_is_story_or_dropped() -> None:
    draft = read_html(fixture("ledger.html"))
    said = " ".join([text for text, _ in draft.paragraphs] + [d.text for d in draft.dropped])
    for words in ("Central bank leaves", "Privacy policy", "Warnings from", "Accept all", "Sport"):
        assert words in said


@pytest.mark.parametrize("depth", [300, 10_000, 100_000])
@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_deeply_nested_tags(depth: int, tag: str) -> None:
    page = f"<html><title>Truce signed at sea</title><body>{f'<{tag}>' * depth}{STORY}"
    draft = read_html(page)
    assert any("signed a truce" in text for text, _ in draft.paragraphs)


def test_a_page_may_be_cut_anywhere() -> None:
    page = fixture("ledger.html")
    for cut in range(0, len(page), 97):
        try:
            article = read_page(page[:cut], kind="html")
        except PageError as error:
            assert str(error).endswith(".")
        else:
            assert article.text
    whole = read_page(page[: page.index("Read more:")])
    assert len(whole.paragraphs) == 4


def test_odd_beginnings() -> None:
    declared = '<?xml version="1.0" encoding="iso-8859-1"?>' + fixture("ledger.html")
    assert len(read_html(declared).paragraphs) == 5
    assert read_html("<p>").paragraphs == []
    assert read_html("<html><body><nav><a>Home</a></nav></body></html>").paragraphs == []


def test_a_failing_library_does_not_cost_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(trafilatura, "bare_extraction", fails)
    assert len(read_html(fixture("ledger.html")).paragraphs) >= 4


@pytest.mark.slow
def test_a_large_page_is_read_quickly() -> None:
    cards = "".join(
        f'<div class="card"><a href="/story/{i}"><h3>Headline {i} of another story</h3></a></div>'
        for i in range(400)
    )
    page = fixture("ledger.html").replace("</article>", STORY * 20 + "</article>" + cards)
    assert len(page) > 40_000
    read_html(page)
    took = []
    for _ in range(5):
        began = time.perf_counter()
        read_html(page)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.4  # ten times the aim: other work may run on the machine


@pytest.mark.slow
def test_time_grows_with_size_and_no_faster() -> None:
    began = time.perf_counter()
    draft = read_html("<html><body>" + STORY * 4000)
    assert len(draft.paragraphs) == 24_000
    assert time.perf_counter() - began < 30
