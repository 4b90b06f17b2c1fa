"""Deleting an article: its words go, and its events stay as tombstones without words."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, text, update

from dualtrack._errors import InputError
from dualtrack.record._ask import rows_among
from dualtrack.record._derive import derive
from dualtrack.record._ids import now, pack
from dualtrack.record._rows import fit
from dualtrack.record._sql import insert_new, on_postgres
from dualtrack.record._tables import (
    CODINGS,
    DELETIONS,
    EVIDENCE,
    JUDGEMENTS,
    LINKS,
    REPORTS,
    VERSIONS,
)

_WORDS = frozenset(("text", "of", "name"))  # the fields of an event that quote the page


def delete(connection: Connection, article: str, who: str, why: str | None) -> bool:
    """Take an article's words out of all its versions, reports and judgements; False if they are
    gone already.

    The row of the article, its address and its days stay, and so do its reports without words,
    so that what was built on them can be told that they are gone. It cannot be added again.
    """
    if not who.strip():
        raise InputError("A deletion needs the name of who deletes.")
    if connection.execute(select(DELETIONS).where(DELETIONS.c.article == article)).first():
        return False
    row = {"article": article, "at": now(), "who": fit(who), "why": fit(why) if why else None}
    insert_new(connection, DELETIONS, [row])
    if not on_postgres(connection):
        connection.execute(text("PRAGMA secure_delete=ON"))  # overwrites what it frees
    connection.execute(
        update(VERSIONS)
        .where(VERSIONS.c.article == article)
        .values(title=None, text="", section="[]", rest="{}")
    )
    reports = _empty_reports(connection, article)
    _empty_judgements(connection, [*reports, article])
    if not on_postgres(connection):
        for table in ("versions", "evidence"):  # words that are gone leave the index for good
            connection.execute(
                text(f"INSERT INTO search_{table} (search_{table}) VALUES ('optimize')")
            )
    derive(connection, reports)
    return True


def _empty_reports(connection: Connection, article: str) -> list[str]:
    query = (
        select(REPORTS.c.id, REPORTS.c.body)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
        .where(VERSIONS.c.article == article)
        .order_by(REPORTS.c.id)
    )
    found = [
        {"of": id_, "new": pack(without_words(json.loads(body)))}
        for id_, body in connection.execute(query)
    ]
    ids = [one["of"] for one in found]
    if found:
        change = update(REPORTS).where(REPORTS.c.id == bindparam("of"))
        connection.execute(change.values(body=bindparam("new")), found)
        change = update(EVIDENCE).where(EVIDENCE.c.report == bindparam("of"))
        connection.execute(change.values(words=""), [{"of": id_} for id_ in ids])
        change = update(LINKS).where(
            or_(LINKS.c.a == bindparam("of"), LINKS.c.b == bindparam("of"))
        )
        connection.execute(change.values(why="{}"), [{"of": id_} for id_ in ids])
    return ids


def _empty_judgements(connection: Connection, targets: list[str]) -> None:
    columns = (JUDGEMENTS.c.id, JUDGEMENTS.c.before, JUDGEMENTS.c.after)
    changed = [
        {"of": id_, "before_": _stripped(before), "after_": _stripped(after)}
        for id_, before, after in rows_among(
            connection, select(*columns), JUDGEMENTS.c.target, targets
        )
    ]
    if changed:
        change = update(JUDGEMENTS).where(JUDGEMENTS.c.id == bindparam("of"))
        connection.execute(
            change.values(before=bindparam("before_"), after=bindparam("after_")), changed
        )


def _stripped(packed: str | None) -> str | None:
    return None if packed is None else pack(without_words(json.loads(packed)))


def without_words(value: Any) -> Any:
    """JSON values without the words of a page: what was resolved and counted stays."""
    if isinstance(value, dict):
        return {
            name: _emptied(name, inner) if name in _WORDS else without_words(inner)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [without_words(inner) for inner in value]
    return value


def _emptied(name: str, value: Any) -> str | None:
    return None if value is None or name == "name" else ""
