from __future__ import annotations

import json
from typing import Any

import pytest

from dualtrack._errors import NoFeed, PageError, TooLarge
from dualtrack.pages import Feed, read_feed

VERSION = "https://jsonfeed.org/version/1.1"
STORY = "<p>The ministers met in Hollvik on Monday and agreed to meet again.</p>"


def read(**fields: Any) -> Feed:
    return read_feed(json.dumps({"version": VERSION, **fields}).encode(), "https://a.example/f")


def test_all_that_an_entry_can_have() -> None:
    feed = read(
        title="The Ledger",
        home_page_url="/",
        language="en-GB",
        items=[
            {
                "id": 12,
                "url": "/1",
                "title": "Talks\n resume",
                "content_html": STORY,
                "summary": "They met.",
                "date_published": "2024-04-14T10:00:00+02:00",
                "date_modified": "2024-04-15",
                "authors": [{"name": "Eva Lund"}, {"name": "https://a.example"}, "x"],
                "tags": ["World", 3, "World"],
                "language": "sv",
            }
        ],
    )
    assert (feed.kind, feed.title, feed.url) == ("json feed", "The Ledger", "https://a.example/")
    (entry,) = feed.entries
    assert (entry.id, entry.url, entry.title) == ("12", "https://a.example/1", "Talks resume")
    assert entry.published is not None and entry.published.isoformat() == "2024-04-14T08:00:00Z"
    assert entry.published.zone == "known"
    assert entry.modified is not None and entry.modified.zone == "day"
    assert (entry.authors, entry.tags, entry.language) == (("Eva Lund",), ("World",), "sv")
    assert (entry.summary, entry.content, entry.content_type) == ("They met.", STORY, "html")
    assert feed.problems == ()


def test_version_1_and_text() -> None:
    feed = read(
        items=[
            {"external_url": "https://b.example", "author": {"name": "Eva Lund"}},
            {"content_text": "They met.\n\nThey talked.", "date_published": "2024-04-14T10:00"},
        ]
    )
    linked, text = feed.entries
    assert (linked.url, linked.authors) == ("https://b.example", ("Eva Lund",))
    assert (text.content, text.content_type) == ("They met.\n\nThey talked.", "text")
    assert text.published is not None and text.published.zone == "missing"


def test_an_opening_is_a_summary() -> None:
    (entry,) = read(items=[{"url": "/1", "content_html": "<p>The ministers met in…</p>"}]).entries
    assert (entry.content, entry.summary) == (None, "The ministers met in…")


def test_items_of_no_use_are_problems() -> None:
    feed = read(items=[3, {}, {"url": "javascript:x()"}, {"url": ["/"], "tags": 3, "authors": {}}])
    assert feed.entries == ()
    assert [(p.entry, p.reason) for p in feed.problems] == [
        (1, "empty entry"),
        (2, "empty entry"),
        (3, "address"),
        (3, "empty entry"),
        (4, "empty entry"),
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b'{"items": 3}', NoFeed),
        (b'{"version": "https://jsonfeed.org/version/1"}', NoFeed),
        (b"[]", NoFeed),
        (b'{"items": [', NoFeed),
        (b'{"items": ' + b"[" * 100_000, NoFeed),
        (b'{"items": [' + b"{}," * 50_000 + b"{}]}", TooLarge),
    ],
)
def test_json_that_is_no_feed(data: bytes, error: type[PageError]) -> None:
    with pytest.raises(error) as caught:
        read_feed(data)
    assert str(caught.value).endswith(".")
