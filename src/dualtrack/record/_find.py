"""From the beginning of an id, as a person types it, to what it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, select

from dualtrack._errors import InputError
from dualtrack.record._ask import rows_among
from dualtrack.record._quote import shown
from dualtrack.record._tables import ARTICLES, CODINGS, JUDGEMENTS, MEMBERS, REPORTS, VERSIONS

_ID = re.compile(r"[0-9a-f]{4,16}")


def report_id(connection: Connection, beginning: str) -> str:
    """The report, or the event by its first report, whose id begins so."""
    return _whole(connection, REPORTS.c.id, beginning, "report or event")


def article_id(connection: Connection, beginning: str) -> str:
    """The article whose id begins so, or that its line gave this very id."""
    given = connection.execute(select(ARTICLES.c.id).where(ARTICLES.c.given == beginning).limit(2))
    named = list(given.scalars())
    if len(named) == 1:
        return str(named[0])
    return _whole(connection, ARTICLES.c.id, beginning, "article")


def judgement_id(connection: Connection, beginning: str) -> str:
    """The judgement whose id begins so."""
    return _whole(connection, JUDGEMENTS.c.id, beginning, "judgement")


def anything(connection: Connection, beginning: str) -> list[str]:
    """The reports, articles and judgements whose ids begin so; InputError if there are none."""
    given = _checked(beginning, "report, event, article or judgement")
    columns = (REPORTS.c.id, ARTICLES.c.id, JUDGEMENTS.c.id)
    found = [one for column in columns for one in _beginning(connection, column, given)]
    if not found:
        raise InputError(f"The record has nothing whose id begins with {given}.")
    return found


def members(connection: Connection, report: str) -> list[str]:
    """The reports of the event that this one is the first of, itself first; else it alone."""
    statement = select(MEMBERS.c.report).where(MEMBERS.c.event == report)
    others = sorted(set(connection.execute(statement).scalars()) - {report})
    return [report, *others]


def whole_event(connection: Connection, report: str) -> list[str]:
    """The reports of the event that this one tells of, itself first; it alone if of none."""
    statement = select(MEMBERS.c.event).where(MEMBERS.c.report == report)
    event = connection.execute(statement).scalar_one_or_none()
    found = set(members(connection, event)) if event else set()
    return [report, *sorted(found - {report})]


def articles_of(connection: Connection, reports: Iterable[str]) -> dict[str, str]:
    """The article of each report."""
    statement = (
        select(REPORTS.c.id, VERSIONS.c.article)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
    )
    return {row[0]: row[1] for row in rows_among(connection, statement, REPORTS.c.id, reports)}


def _whole(connection: Connection, column: Column[Any], beginning: str, what: str) -> str:
    given = _checked(beginning, what)
    found = _beginning(connection, column, given)
    if not found:
        raise InputError(f"The record has no {what} whose id begins with {given}.")
    if len(found) > 1:
        listed = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
        raise InputError(
            f"More than one {what} begins with {given}: {listed}. Give more of the id."
        )
    return found[0]


def _checked(beginning: str, what: str) -> str:
    given = beginning.strip().lower()
    if not _ID.fullmatch(given):
        raise InputError(
            f"{shown(beginning)} is no id of a {what}: give at least 4 of its 16 hex digits."
        )
    return given


def _beginning(connection: Connection, column: Column[Any], given: str) -> list[str]:
    # A range and no pattern, so that the index is used; "g" follows all hex digits.
    within = select(column).where(column >= given, column < given + "g").order_by(column)
    return [one for one in connection.execute(within.limit(4)).scalars() if one.startswith(given)]
