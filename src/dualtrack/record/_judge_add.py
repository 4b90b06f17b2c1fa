"""An event that the coder missed, added by hand with the words that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from dualtrack._errors import InputError
from dualtrack.coding import CODEBOOK, CoderInfo, Event, event_of, sentences
from dualtrack.ontology import intensity, quad, track
from dualtrack.pages import Article
from dualtrack.record._case import Case, cases
from dualtrack.record._change import FIELDS
from dualtrack.record._current import JUDGE, states
from dualtrack.record._ids import now, short
from dualtrack.record._judgements import Draft
from dualtrack.record._links import link
from dualtrack.record._quote import Words, shown
from dualtrack.record._reports import new_reports, put
from dualtrack.record._rows import article_of_row
from dualtrack.record._tables import CODINGS, VERSIONS
from dualtrack.record._value import Setting, checked

_CODER = CoderInfo(JUDGE, "none", CODEBOOK)


def newest(connection: Connection, article: str) -> tuple[str, Article]:
    """The id of an article's newest version, and the article as it stands there."""
    statement = select(VERSIONS).where(VERSIONS.c.article == article)
    row = connection.execute(statement.order_by(VERSIONS.c.number.desc()).limit(1)).one()
    return row.id, article_of_row(row._mapping)


def reading(connection: Connection, article: str) -> tuple[str, list[Case]]:
    """An article's newest version and the reports that stand in it; InputError if deleted."""
    version, page = newest(connection, article)
    if not page.text:
        raise InputError(f"The article {article} was deleted: there is nothing to judge in it.")
    now_ = states(connection, [article])
    current = sorted(report for report, state in now_.items() if state == "standing")
    found = cases(connection, current).values()
    return version, [case for case in found if case.state == "standing"]


def missed(connection: Connection, article: str, given: Any) -> Draft:
    """Keep the report of a missed event and give the judgement that adds it.

    `given` is an object with `trigger` and `type`, and what else is known of `mode`, `status`
    ("actual" if absent), `actors`, `recipients`, `speaker`, `condition`, `location` and `date`.
    """
    if not isinstance(given, Mapping):
        raise InputError(f"A missed event must be an object, not {shown(given)}.")
    unknown = [key for key in given if key not in FIELDS]
    if unknown:
        known = ", ".join(FIELDS)
        raise InputError(f"An event has no field {shown(unknown[0])} to give; it has {known}.")
    version, standing = reading(connection, article)
    _, page = newest(connection, article)
    event = _event(page, given)
    for case in standing:
        if (case.event.trigger, case.event.type) == (event.trigger, event.type):
            raise InputError(f"{case.report} tells this act already: accept or change it.")
    coding = _coding(connection, version)
    reports, bodies = new_reports(page, article, version, coding, [event])
    put(connection, [coding], reports, bodies)
    link(connection, reports)
    return Draft("add", article, other=reports[0].id, after=event.to_dict())


def _event(page: Article, given: Mapping[str, Any]) -> Event:
    words = Words(page.text, page.title, page.context)
    day = page.published.day if page.published else None
    bare = Setting(words, None, "", "", day)
    kind = checked("type", given.get("type"), bare)
    status = checked("status", given.get("status", "actual"), bare)
    trigger = checked("trigger", given.get("trigger"), bare)
    place = (trigger["start"], trigger["end"])
    setting = Setting(words, place, kind, status, day)
    mode = checked("mode", given.get("mode"), setting)
    rest = ("actors", "recipients", "speaker", "condition", "location", "date")
    start, end = _sentence(page, place)
    made = {
        "article": page.id,
        "published": day.isoformat() if day else None,
        "type": kind,
        "mode": mode,
        "quad": quad(kind),
        "track": track(kind, mode),
        "status": status,
        "intensity": intensity(kind, mode),
        "confidence": 1.0,
        "trigger": trigger,
        "quantities": [],
        "sentence": {"start": start, "end": end},
        "coder": _CODER.to_dict(),
        **{name: checked(name, given.get(name), setting) for name in rest},
    }
    # All of it names it: the same act told otherwise, after an undo, is another report.
    return event_of({"id": short(made), **made})


def _sentence(page: Article, trigger: tuple[int, int]) -> tuple[int, int]:
    """The place of the sentence in which the trigger stands."""
    for paragraph in page.paragraphs:
        for start, end in sentences(page.text[paragraph.start : paragraph.end]):
            if paragraph.start + start <= trigger[0] < paragraph.start + end:
                return paragraph.start + start, max(paragraph.start + end, trigger[1])
    return trigger


def _coding(connection: Connection, version: str) -> str:
    """The coding of a version that holds what judges added to it, made if need be."""
    coding = short(version, _CODER.version, _CODER.model, _CODER.codebook)
    rows = connection.execute(
        select(CODINGS.c.id, CODINGS.c.number).where(CODINGS.c.version == version)
    ).all()
    if coding not in [row.id for row in rows]:
        connection.execute(
            CODINGS.insert().values(
                id=coding,
                version=version,
                number=max((row.number for row in rows), default=0) + 1,
                at=now(),
                coder=_CODER.version,
                model=_CODER.model,
                codebook=_CODER.codebook,
            )
        )
    return coding
