"""Full-text search: FTS5 on SQLite, tsvector on PostgreSQL, behind one small protocol.

English words are cut to their stems. Where the words were found comes back as offsets into the
snippet, never as markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from sqlalchemy import Connection, text

from dualtrack.record._query import Query, Term, parse
from dualtrack.record._sql import on_postgres

In = Literal["articles", "evidence"]
_OPEN, _SHUT = "\ufdd0", "\ufdd1"  # noncharacters, which no text should hold
_AROUND = 120  # characters of a snippet on either side of the first word found


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand.

    `text` is a piece of the `field` ("title", "text" or "sentence") that begins at `start`;
    `marks` are the places in `text`, (start, end) in code points, of the words that were found.
    `report` is that of a sentence.
    """

    article: str
    version: str
    report: str | None
    field: str
    text: str
    start: int
    marks: tuple[tuple[int, int], ...]


class Index(Protocol):
    """What a database must be able to do. Each row: article, version, report, fields, marked.

    Fields are (name, words) pairs; marked are the same words with U+FDD0 and U+FDD1 around
    what was found. The best come first.
    """

    def articles(self, query: Query, limit: int) -> Sequence[Any]:
        """Newest versions by title and text."""

    def evidence(self, query: Query, limit: int) -> Sequence[Any]:
        """Sentences of standing reports."""


def search(connection: Connection, words: str, within: In, limit: int) -> list[Hit]:
    """The best places for what a person typed. No input is an error; some finds nothing."""
    query = parse(words)
    if not query.wanted or limit < 1:
        return []
    index: Index = _Tsvector(connection) if on_postgres(connection) else _Fts5(connection)
    hits: list[Hit] = []
    if within == "articles":
        for article, version, title, body, title_marked, body_marked in index.articles(
            query, limit
        ):
            hit = _hit(body or "", body_marked or "")
            field = "text"
            if not hit[2] and title:
                hit, field = _hit(title, title_marked or ""), "title"
            hits.append(Hit(article, version, None, field, *hit))
    else:
        for article, version, report, sentence, marked in index.evidence(query, limit):
            hits.append(
                Hit(article, version, report, "sentence", sentence, 0, _marks(sentence, marked))
            )
    return hits


def _hit(words: str, marked: str) -> tuple[str, int, tuple[tuple[int, int], ...]]:
    """A piece of the words around the first place found, its offset, and the places in it."""
    marks = _marks(words, marked)
    if not marks:
        return _cut(words, 0, 2 * _AROUND), 0, ()
    start = max(marks[0][0] - _AROUND, 0)
    if start:  # at the beginning of a word
        space = re.search(r"\s", words[start : marks[0][0]])
        start = start + space.end() if space else marks[0][0]
    piece = _cut(words, start, max(marks[0][1] + _AROUND, start + 2 * _AROUND))
    inside = tuple((a - start, b - start) for a, b in marks if b <= start + len(piece))
    return piece, start, inside


def _cut(words: str, start: int, end: int) -> str:
    if end >= len(words):
        return words[start:]
    piece = words[start:end]
    return piece[: piece.rindex(" ")] if " " in piece[_AROUND:] else piece


def _marks(words: str, marked: str) -> tuple[tuple[int, int], ...]:
    """Where the marked places stand in the words themselves."""
    if marked.replace(_OPEN, "").replace(_SHUT, "") == words:
        out: list[tuple[int, int]] = []
        at, begun = 0, 0
        for char in marked:
            if char == _OPEN:
                begun = at
            elif char == _SHUT:  # one database marks a phrase as one, the other word by word
                inner = re.finditer(r"\S+", words[begun:at])
                out += ((begun + m.start(), begun + m.end()) for m in inner)
            else:
                at += 1
        return tuple(out)
    # PostgreSQL leaves out what looks like markup: then the words found are looked up.
    found = set(re.findall(f"{_OPEN}([^{_OPEN}{_SHUT}]+){_SHUT}", marked))
    if not found:
        return ()
    either = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    return tuple(m.span() for m in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", words))


class _Fts5:
    """SQLite's full-text index."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self, query: Query, limit: int) -> Sequence[Any]:
        """Newest versions by title and text."""
        statement = f"""
            SELECT v.article, v.id, v.title, v.text,
                   highlight(search_versions, 0, '{_OPEN}', '{_SHUT}'),
                   highlight(search_versions, 1, '{_OPEN}', '{_SHUT}')
            FROM search_versions JOIN versions v ON v.n = search_versions.rowid
            WHERE search_versions MATCH :query AND v.number =
                  (SELECT max(w.number) FROM versions w WHERE w.article = v.article)
            ORDER BY bm25(search_versions, 5.0, 1.0), v.id LIMIT :limit"""
        return self._rows(statement, query, limit)

    def evidence(self, query: Query, limit: int) -> Sequence[Any]:
        """Sentences of standing reports."""
        statement = f"""
            SELECT m.article, c.version, e.report, e.words,
                   highlight(search_evidence, 0, '{_OPEN}', '{_SHUT}')
            FROM search_evidence JOIN evidence e ON e.n = search_evidence.rowid
            JOIN members m ON m.report = e.report AND m.state = 'standing'
            JOIN reports r ON r.id = e.report JOIN codings c ON c.id = r.coding
            WHERE search_evidence MATCH :query
            ORDER BY bm25(search_evidence), e.report LIMIT :limit"""
        return self._rows(statement, query, limit)

    def _rows(self, statement: str, query: Query, limit: int) -> Sequence[Any]:
        asked = " AND ".join(map(_quoted, query.wanted))
        for term in query.unwanted:
            asked = f"({asked}) NOT {_quoted(term)}"
        return self._connection.execute(text(statement), {"query": asked, "limit": limit}).all()


def _quoted(term: Term) -> str:
    inner = term.text.replace('"', '""')
    return f'"{inner}" *' if term.prefix else f'"{inner}"'


class _Tsvector:
    """PostgreSQL's full-text index."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self, query: Query, limit: int) -> Sequence[Any]:
        """Newest versions by title and text."""
        statement = """
            WITH asked AS (SELECT {asked} AS q), found AS (
                SELECT v.article, v.id, v.title, v.text, asked.q, ts_rank_cd(
                    setweight(to_tsvector('english', coalesce(v.title, '')), 'A') ||
                    to_tsvector('english', left(v.text, 200000)), asked.q) AS rank
                FROM versions v, asked
                WHERE to_tsvector('english', left(coalesce(title, '') || ' ' || text, 200000))
                      @@ asked.q AND v.number =
                      (SELECT max(w.number) FROM versions w WHERE w.article = v.article)
                ORDER BY rank DESC, v.id LIMIT :limit)
            SELECT article, id, title, text, ts_headline('english', coalesce(title, ''), q, :how),
                   ts_headline('english', text, q, :how) FROM found ORDER BY rank DESC, id"""
        return self._rows(statement, query, limit)

    def evidence(self, query: Query, limit: int) -> Sequence[Any]:
        """Sentences of standing reports."""
        statement = """
            WITH asked AS (SELECT {asked} AS q)
            SELECT m.article, c.version, e.report, e.words,
                   ts_headline('english', e.words, asked.q, :how)
            FROM evidence e CROSS JOIN asked
            JOIN members m ON m.report = e.report AND m.state = 'standing'
            JOIN reports r ON r.id = e.report JOIN codings c ON c.id = r.coding
            WHERE to_tsvector('english', left(words, 200000)) @@ asked.q
            ORDER BY ts_rank_cd(to_tsvector('english', left(words, 200000)), asked.q) DESC,
                     e.report LIMIT :limit"""
        return self._rows(statement, query, limit)

    def _rows(self, statement: str, query: Query, limit: int) -> Sequence[Any]:
        given: dict[str, Any] = {}
        wanted = " && ".join(_asked(term, given) for term in query.wanted)
        # Words that are too common to be in the index would match nothing, or everything.
        if self._connection.execute(text(f"SELECT numnode({wanted})"), given).scalar() == 0:
            return []
        asked = wanted + "".join(f" && !! {_asked(term, given)}" for term in query.unwanted)
        given["how"] = f'HighlightAll=true, StartSel="{_OPEN}", StopSel="{_SHUT}"'
        given["limit"] = limit
        return self._connection.execute(text(statement.format(asked=asked)), given).all()


def _asked(term: Term, given: dict[str, Any]) -> str:
    name = f"term{len(given)}"
    if term.prefix:
        given[name] = f"'{term.text}':*"
        return f"to_tsquery('english', :{name})"
    given[name] = term.text
    return f"phraseto_tsquery('english', :{name})"
