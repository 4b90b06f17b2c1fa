"""Articles as rows and back: what names them, what makes a new version, what is kept of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dualtrack.pages import Article, Dropped, Paragraph, Published, article_id
from dualtrack.record._ids import digest, pack, short


def storable(article: Article) -> Article:
    """The article without what a database cannot hold: NUL and half characters become U+FFFD.

    They are replaced one for one, so offsets stay. Most articles come back as they are.
    """
    texts = (article.id, article.text, article.title, article.url, article.site, article.context)
    if not any(map(_unfit, texts)):
        return article
    return replace(
        article,
        id=fit(article.id),
        text=fit(article.text),
        title=_fit(article.title),
        url=_fit(article.url),
        site=_fit(article.site),
        context=_fit(article.context),
    )


def fit(text: str) -> str:
    """The text with U+FFFD for each character that a database cannot hold."""
    if not _unfit(text):
        return text
    return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)


def _fit(text: str | None) -> str | None:
    return None if text is None else fit(text)


def _unfit(text: str | None) -> bool:
    if text is None:
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return "\0" in text


def given_id(article: Article) -> str | None:
    """The id that a JSONL line gave the article; None where it has the one that readers make."""
    return None if article.id == article_id(article.url, article.text) else article.id


def article_key(article: Article) -> str:
    """What the record knows the article by, 16 hex digits."""
    given = given_id(article)
    return article.id if given is None else short("given", given, article.url)


def version_digest(article: Article) -> str:
    """The hash of all that a coder or a reader is given; another one makes a new version.

    What a page says beside its story (blocks dropped, a stamp of the last change, the place of
    a paragraph in the markup) makes none.
    """
    return digest(
        article.title,
        article.text,
        article.context,
        article.language,
        article.published.isoformat() if article.published else None,
        list(article.section),
        list(article.authors),
        article.agency,
        [(p.start, p.end, p.kind) for p in article.paragraphs],
    )


def version_id(key: str, digest_: str) -> str:
    """The id of a version of the article known by `key`."""
    return short(key, digest_)


def version_columns(article: Article) -> dict[str, Any]:
    """The columns of a version that hold the article."""
    return {
        "published": article.published.day if article.published else None,
        "title": article.title,
        "text": article.text,
        "language": article.language[:8] if article.language else None,
        "section": fit(pack(list(article.section))),
        "rest": fit(pack(_rest(article))),
    }


def _rest(article: Article) -> dict[str, Any]:
    rest: dict[str, Any] = {
        "id": article.id,
        "url": article.url,
        "site": article.site,
        "language": article.language,
        "authors": list(article.authors),
        "published": _stamp(article.published),
        "paragraphs": [[p.start, p.end, p.source, p.kind] for p in article.paragraphs],
        "dropped": [[d.text, d.reason, d.source] for d in article.dropped],
        "context": article.context,
        "origin": article.origin,
        "modified": _stamp(article.modified),
        "agency": article.agency,
        "canonical": article.canonical,
        "access": article.access,
        "access_sign": article.access_sign,
        "kind": article.kind,
        "kind_sign": article.kind_sign,
    }
    return {name: value for name, value in rest.items() if value not in (None, [])}


def _stamp(stamp: Published | None) -> list[Any] | None:
    if stamp is None:
        return None
    at = stamp.at.isoformat() if stamp.at else None
    return [stamp.day.isoformat(), at, stamp.zone, stamp.source]


def article_of_row(row: Mapping[Any, Any]) -> Article:
    """The article that `version_columns` made a row of. One whose words were deleted is empty."""
    rest = json.loads(row["rest"])
    return Article(
        id=rest.get("id", row["article"]),
        text=row["text"],
        title=row["title"],
        url=rest.get("url"),
        site=rest.get("site"),
        section=tuple(json.loads(row["section"])),
        authors=tuple(rest.get("authors", ())),
        published=_published(rest.get("published")),
        language=rest.get("language"),
        paragraphs=tuple(
            Paragraph(start, end, _pair(source), kind)
            for start, end, source, kind in rest.get("paragraphs", ())
        ),
        dropped=tuple(
            Dropped(text, reason, _pair(source)) for text, reason, source in rest.get("dropped", ())
        ),
        context=rest.get("context"),
        origin=rest.get("origin"),
        modified=_published(rest.get("modified")),
        agency=rest.get("agency"),
        canonical=rest.get("canonical"),
        access=rest.get("access"),
        access_sign=rest.get("access_sign"),
        kind=rest.get("kind", "unknown"),
        kind_sign=rest.get("kind_sign"),
    )


def _published(stamp: list[Any] | None) -> Published | None:
    if stamp is None:
        return None
    day, at, zone, source = stamp
    moment = dt.datetime.fromisoformat(at) if at else None
    return Published(dt.date.fromisoformat(day), moment, zone, source)


def _pair(pair: list[int] | None) -> tuple[int, int] | None:
    return (pair[0], pair[1]) if pair else None
