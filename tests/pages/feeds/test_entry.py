from __future__ import annotations

import dataclasses

import pytest

from dualtrack.pages import Entry, Feed, FeedProblem


def test_an_entry_needs_no_more_than_an_address() -> None:
    entry = Entry("1", "https://a.example/1")
    assert entry.content is None and entry.authors == entry.tags == ()
    with pytest.raises(dataclasses.FrozenInstanceError):
        entry.url = None  # type: ignore[misc]


def test_a_feed_is_printed_without_its_stories() -> None:
    entry = Entry("1", None, content="<p>A long story.</p>")
    feed = Feed("rss", "A", None, (entry,), (FeedProblem(None, "broken", "It is broken."),))
    assert "long story" not in repr(feed)
    assert "It is broken." in repr(feed)
