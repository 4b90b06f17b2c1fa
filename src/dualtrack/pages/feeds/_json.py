"""JSON Feed, version 1.0 and 1.1."""

from __future__ import annotations

from typing import Any

from dualtrack._errors import BadLine, NoFeed
from dualtrack.pages._jsonl import parse_json
from dualtrack.pages.feeds._entry import ContentType, Entry, Feed
from dualtrack.pages.feeds._parts import (
    MOST_ENTRIES,
    Collector,
    author_names,
    distinct,
    http_address,
    is_whole,
    language_code,
    one_line,
    plain,
    tidy,
    too_many,
)


def read_json_feed(text: str, url: str | None = None) -> Feed:
    """Read a JSON Feed. Raises NoFeed where the text is something else; see `read_feed`."""
    try:
        record = parse_json(text, "The feed")
    except BadLine as error:
        raise NoFeed(str(error)) from None
    items = record.get("items") if isinstance(record, dict) else None
    if not isinstance(items, list):
        raise NoFeed("This JSON is no feed: it has no list of items.")
    if len(items) > MOST_ENTRIES:
        raise too_many()
    home = one_line(record.get("home_page_url"))
    home = http_address(home, url) if home else None
    language = language_code(record.get("language"))
    found = Collector(url or home)
    for item in items:
        found.begin()
        if isinstance(item, dict):
            found.add(_entry(item, found, language))
        else:
            found.problem("empty entry", "The entry is no JSON object.")
    title = one_line(record.get("title"))
    return Feed("json feed", title, home, tuple(found.entries), tuple(found.problems))


def _entry(item: dict[str, Any], found: Collector, language: str | None) -> Entry:
    id_ = item.get("id")
    address = found.address(item.get("url")) or found.address(item.get("external_url"))
    summary = plain(item.get("summary"))
    content, kind = _content(item)
    if content and not is_whole(content, kind, given_as="content"):
        summary, content = summary or plain(content), None
    authors = item.get("authors")
    authors = authors if isinstance(authors, list) else [item.get("author")]
    tags = item.get("tags")
    return Entry(
        id=one_line(str(id_)) if isinstance(id_, str | int) else None,
        url=address,
        title=one_line(item.get("title")),
        published=found.stamp(item.get("date_published")),
        modified=found.stamp(item.get("date_modified")),
        authors=distinct(
            name for a in authors if isinstance(a, dict) for name in author_names(a.get("name"))
        ),
        tags=distinct(one_line(tag) for tag in (tags if isinstance(tags, list) else ())),
        summary=summary,
        content=content,
        content_type=kind,
        language=language_code(item.get("language")) or language,
        number=found.number,
    )


def _content(item: dict[str, Any]) -> tuple[str | None, ContentType]:
    if content := tidy(item.get("content_html")):
        return content, "html"
    return tidy(item.get("content_text")), "text"
