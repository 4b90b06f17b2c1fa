"""The record: one door to what was read, coded, linked and judged."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from sqlalchemy import URL, Engine

from dualtrack._errors import InputError
from dualtrack.coding import Coder, CoderInfo, Event, NotCoded
from dualtrack.pages import Article
from dualtrack.record import (
    _add,
    _agreement,
    _coverage,
    _delete,
    _derive,
    _gold_export,
    _history,
    _judge,
    _judgements,
    _overlay,
    _read,
    _search,
)
from dualtrack.record._add import CodedLike, Kept, Prepared
from dualtrack.record._agreement import FieldAgreement
from dualtrack.record._engine import address, connect, forget, reading, write
from dualtrack.record._gold_export import Gold
from dualtrack.record._history import Said
from dualtrack.record._judgements import Judgement
from dualtrack.record._migrate import migrate
from dualtrack.record._overlay import Verdict
from dualtrack.record._read import StoredVersion
from dualtrack.record._report import StoredEvent, StoredReport
from dualtrack.record._search import Hit, In

_BATCH = 500  # articles in one transaction, at most
_LOOK = 16  # articles that are looked up at once
_PATIENCE = 2.0  # seconds after which what has been coded is kept, few as it may be


class Store:
    """A record in a database, which is made if it is not there (unless `create` is False).

    `url` is a file, the address of an SQLite or PostgreSQL database, or None for `$DUALTRACK_DB`,
    else `dualtrack.db` in the working folder. `coder` codes what `add` is given; without one the
    shipped model is loaded when it is first needed. Raises RecordError or InputError.
    """

    def __init__(
        self, url: str | None = None, *, coder: Coder | None = None, create: bool = True
    ) -> None:
        self.url: URL = address(url)
        self.engine: Engine = connect(self.url)
        self._coder = coder
        try:
            migrate(self.engine, create=create)
        except BaseException:
            self.engine.dispose()
            raise

    def __enter__(self) -> Store:
        """The record itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def add(self, articles: Article | Iterable[Article]) -> Kept:
        """Code articles and keep them with their events. What is there already stays as it is."""
        if isinstance(articles, Article):
            articles = [articles]
        coder = self._coder = self._coder or Coder()
        kept = Kept()
        coded = coder.code_many(self._unknown(iter(articles), coder.info, kept))
        kept.add(self.keep(itertools.starmap(_coded, coded), coder=coder.info))
        return kept

    def _unknown(
        self, articles: Iterator[Article], coder: CoderInfo, kept: Kept
    ) -> Iterator[Article]:
        """Those that must be coded; the others are only counted."""
        while group := list(itertools.islice(articles, _LOOK)):
            for article, known in zip(group, self.known(group, coder), strict=True):
                if known:
                    kept.unchanged += 1
                else:
                    yield article

    def keep(
        self,
        coded: Iterable[CodedLike],
        *,
        coder: CoderInfo | None = None,
        batch: int = _BATCH,
        told: Callable[[Kept], None] = lambda kept: None,
    ) -> Kept:
        """Keep articles that are coded already, in transactions of at most `batch` articles.

        `coder` is the coder of articles without events; events name their own. `told` is told
        what each transaction did. An error leaves in the record what came before the transaction
        that it struck, and nothing of that one.
        """
        kept = Kept()
        for some in _batches(coded, coder, batch):
            done = write(self.engine, functools.partial(_add.add_batch, batch=some))
            told(done)
            kept.add(done)
        return kept

    def known(self, articles: Sequence[Article], coder: CoderInfo) -> list[bool]:
        """For each article, whether this very version of it was coded by this very coder.

        Also of one that was deleted: it will not be kept, so that it need not be coded.
        """
        with reading(self.engine) as connection:
            return _add.known(connection, articles, coder)

    def outdated(self, coder: CoderInfo) -> list[str]:
        """The newest versions that this coder has not coded, by id."""
        with reading(self.engine) as connection:
            return _read.outdated(connection, coder)

    def load(self, versions: Iterable[str]) -> list[StoredVersion]:
        """Versions by their ids, in that order."""
        with reading(self.engine) as connection:
            return _read.load(connection, versions)

    def articles(
        self, *, since: dt.date | None = None, until: dt.date | None = None
    ) -> Iterator[StoredVersion]:
        """The newest version of each article published in these days, both included."""
        with reading(self.engine) as connection:
            yield from _read.articles(connection, since, until)

    def article(self, id: str) -> StoredVersion | None:
        """The newest version of an article by the record's id, its given id or its address."""
        found = self.versions(id)
        return found[-1] if found else None

    def versions(self, id: str) -> list[StoredVersion]:
        """All versions of an article, oldest first; none where the record does not know it."""
        with reading(self.engine) as connection:
            key = _read.key_of(connection, id)
            return _read.versions(connection, key) if key else []

    def reports(
        self, *, article: str | None = None, event: str | None = None
    ) -> Iterator[StoredReport]:
        """The reports of an article, of every version and coding, or those of an event; or all."""
        with reading(self.engine) as connection:
            if event is not None:
                yield from _read.reports_of_event(connection, event)
            elif article is not None:
                key = _read.key_of(connection, article)
                yield from _read.reports_of_articles(connection, [key] if key else [])
            else:
                yield from _read.reports_of_articles(connection, _read.keys(connection))

    def events(
        self,
        *,
        state: str | None = "standing",
        since: dt.date | None = None,
        until: dt.date | None = None,
        article: str | None = None,
    ) -> Iterator[StoredEvent]:
        """Acts first reported in these days, both included, in order; `state` None means all."""
        with reading(self.engine) as connection:
            key = _read.key_of(connection, article) or "" if article is not None else None
            yield from _read.events(connection, state=state, since=since, until=until, article=key)

    def coverage(
        self, since: dt.date | None = None, until: dt.date | None = None
    ) -> dict[dt.date, int]:
        """How many articles were published on each of these days; days without one are absent."""
        with reading(self.engine) as connection:
            return _coverage.coverage(connection, since, until)

    def search(self, words: str, *, within: In = "articles", limit: int = 20) -> list[Hit]:
        """The best places for some words: in articles as they stand now, or in the sentences of
        standing reports ("evidence").

        All words must be there, cut to their English stems; "phrases" in quotes, beginning*,
        -without. No input is an error.
        """
        with reading(self.engine) as connection:
            return _search.search(connection, words, within, limit)

    def judge(
        self,
        who: str,
        action: str,
        target: str,
        *,
        field: str | None = None,
        value: Any = None,
        other: str | None = None,
        why: str | None = None,
        single: bool = False,
    ) -> Judgement:
        """Write down what a person says of a report or event; see docs/judging.md.

        `action` is "accept", "reject", "change" (`field` to `value`), "add" (`target` an article,
        `value` the missed event), "merge" (with `other`), "split", "undo" (`target` a judgement)
        or "done" (`target` an article). Raises InputError where it cannot be judged so.
        """
        return write(
            self.engine,
            lambda connection: _judge.judge(
                connection, who, action, target,
                field=field, value=value, other=other, why=why, single=single,
            ),
        )  # fmt: skip

    def change(
        self,
        who: str,
        target: str,
        values: Mapping[str, Any],
        *,
        why: str | None = None,
        single: bool = False,
    ) -> list[Judgement]:
        """Change several fields of a report or event, all of them or none; else as `judge`."""
        return write(
            self.engine,
            lambda connection: _judge.change(
                connection, who, target, values, why=why, single=single
            ),
        )

    def history(self, target: str | None = None) -> list[Said]:
        """What people said of a report, event, article or judgement, and whether it stands.

        Without a target, all that was said in this record. Raises InputError for an unknown id.
        """
        with reading(self.engine) as connection:
            if target is None:
                return list(_history.log(connection))
            return _history.history(connection, target)

    def verdicts(self, reports: Iterable[str]) -> dict[str, Verdict]:
        """What people's standing judgements say of these reports; the others are left out."""
        with reading(self.engine) as connection:
            return _overlay.overlay(connection, reports)

    def agreement(self) -> list[FieldAgreement]:
        """How far judges agree, field by field. Raises MissingExtra without `agreement`."""
        with reading(self.engine) as connection:
            return _agreement.agreement(connection)

    def gold(self, *, judged: bool = False) -> Gold:
        """Articles that judges said are done as labelled lines to train on; see docs/judging.md.

        With `judged` also those of which every standing report was judged.
        """
        with reading(self.engine) as connection:
            return _gold_export.gold(connection, judged=judged)

    def judgements(self) -> list[Judgement]:
        """All that people said, in the order in which they said it."""
        with reading(self.engine) as connection:
            return _judgements.read_all(connection)

    def delete(self, article: str, *, who: str, why: str | None = None) -> bool:
        """Take an article's words out of the record; False if they are gone already.

        Its reports stay as tombstones without words, and it cannot be added again. Raises
        InputError where there is no such article.
        """
        with reading(self.engine) as connection:
            key = _read.key_of(connection, article)
        if key is None:
            raise InputError(f"The record holds no article {article!r}.")
        done = write(self.engine, lambda c: _delete.delete(c, key, who, why))
        forget(self.engine)
        return done

    def rebuild(self) -> None:
        """Make anew all that follows from other tables: events, members and parties."""
        write(self.engine, _derive.rebuild)


@dataclass(frozen=True, slots=True)
class _Coded:
    """An article with what a coder made of it."""

    article: Article
    events: tuple[Event, ...]
    not_coded: NotCoded | None


def _coded(article: Article, found: list[Event] | NotCoded) -> _Coded:
    if isinstance(found, NotCoded):
        return _Coded(article, (), found)
    return _Coded(article, tuple(found), None)


def _batches(
    coded: Iterable[CodedLike], coder: CoderInfo | None, size: int
) -> Iterator[list[Prepared]]:
    """Batches in which no article stands twice, given out soon enough to lose little to a kill."""
    some: list[Prepared] = []
    keys: set[str] = set()
    begun = time.monotonic()
    try:
        for one in coded:
            passes = list(_add.prepared(one, coder))
            if passes[0].key in keys:
                yield some
                some, keys, begun = [], set(), time.monotonic()
            some += passes
            keys.add(passes[0].key)
            if len(keys) >= size or time.monotonic() - begun > _PATIENCE:
                yield some
                some, keys, begun = [], set(), time.monotonic()
    except (Exception, KeyboardInterrupt):
        if some:
            yield some  # it was worked for
        raise
    if some:
        yield some
