"""From acts to the sentences that tell of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from dualtrack.record._ask import rows_among
from dualtrack.record._tables import (
    ARTICLES,
    CODINGS,
    EVIDENCE,
    MEMBERS,
    REPORTS,
    VERSIONS,
)
from dualtrack.tracks._act import Act
from dualtrack.tracks._relation import Evidence


def evidence(connection: Connection, acts: Iterable[Act]) -> dict[str, tuple[Evidence, ...]]:
    """The words of every report of each act, by the act's id.

    First comes the report whose fields the act has, then the others by day. Reports that no
    longer stand are left away, unless the act itself does not stand.
    """
    by_id = {act.id: act for act in acts}
    query = (
        select(
            MEMBERS.c.event,
            MEMBERS.c.report,
            VERSIONS.c.article,
            VERSIONS.c.title,
            ARTICLES.c.url,
            VERSIONS.c.published,
            EVIDENCE.c.words,
            MEMBERS.c.state,
            REPORTS.c.event,
        )
        .join(REPORTS, REPORTS.c.id == MEMBERS.c.report)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
        .join(ARTICLES, ARTICLES.c.id == VERSIONS.c.article)
        .outerjoin(EVIDENCE, EVIDENCE.c.report == REPORTS.c.id)
        .order_by(VERSIONS.c.published, MEMBERS.c.report)
    )
    found: dict[str, list[tuple[bool, Evidence]]] = defaultdict(list)
    for act_id, report, article, title, url, day, words, state, event in rows_among(
        connection, query, MEMBERS.c.event, by_id
    ):
        one = Evidence(act_id, report, article, title, url, day, words or None)
        act = by_id[one.act]
        if state == "standing" or act.state != "standing":
            found[one.act].append((event != act.event.id, one))
    return {
        id_: tuple(one for _, one in sorted(told, key=lambda pair: pair[0]))
        for id_, told in found.items()
    }
