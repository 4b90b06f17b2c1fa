"""Judging: what a person says is checked, written into the log, and holds at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlalchemy import Connection, select

from dualtrack._errors import InputError
from dualtrack.record import _find
from dualtrack.record._case import Case, cases, judgeable
from dualtrack.record._change import FIELDS, QUOTING, changed
from dualtrack.record._derive import derive
from dualtrack.record._judge_add import missed, reading
from dualtrack.record._judgements import (
    ACTIONS,
    Action,
    Draft,
    Judgement,
    append,
    followers,
    read,
    undone,
)
from dualtrack.record._links import alone
from dualtrack.record._overlay import pairs
from dualtrack.record._quote import shown
from dualtrack.record._rows import fit
from dualtrack.record._tables import CODINGS, REPORTS, VERSIONS
from dualtrack.record._value import checked

_NAME = 200  # characters of a judge's name
_SAID = {"accept": "accepted", "reject": "rejected"}


@dataclass(frozen=True, slots=True)
class Saying:
    """What a person says, before it is checked. See `judge`."""

    action: str
    target: str
    field: str | None = None
    value: Any = None
    other: str | None = None
    single: bool = False


def judge(
    connection: Connection,
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
    """Write down what a person says, in the open transaction, and bring the record up to date.

    `action` is "accept" or "reject" (of a report or event), "change" (`field` to `value`), "add"
    (`target` an article, `value` the missed event), "merge" (with `other`), "split" (a report
    from its event), "undo" (`target` a judgement), or "done" (`target` an article that was read
    through: what stands is right and nothing is missing). Ids may be cut to a beginning.

    An event that several reports tell is judged as a whole: accepted, rejected, and its type,
    mode and status changed, in all of them; `single` means the one report only. Raises InputError
    where the target cannot be judged so, or where the value does not fit the ontology or the
    words of the page.
    """
    if action not in ACTIONS:
        raise InputError(f"There is no judgement {shown(action)}; there are {', '.join(ACTIONS)}.")
    who = _name(who)
    why = fit(why.strip()) if why and why.strip() else None
    alone(connection)
    drafts = _drafts(connection, Saying(action, target, field, value, other, single))
    written = append(connection, who, why, drafts)
    derive(connection, _touched(connection, written))
    return written[0]


def change(
    connection: Connection,
    who: str,
    target: str,
    values: Mapping[str, Any],
    *,
    why: str | None = None,
    single: bool = False,
) -> list[Judgement]:
    """Change several fields, the type first and the mode next; all of them or none.

    As `judge` does it with one; each change is a judgement of its own.
    """
    if not values:
        raise InputError("A change needs a field and its new value.")
    order = sorted(values, key=lambda name: FIELDS.index(name) if name in FIELDS else 0)
    return [
        judge(
            connection, who, "change", target, field=name, value=values[name], why=why,
            single=single,
        )
        for name in order
    ]  # fmt: skip


def _drafts(connection: Connection, said: Saying) -> list[Draft]:
    if said.action == "undo":
        return [_undo(connection, said.target)]
    if said.action in ("add", "done"):
        article = _find.article_id(connection, said.target)
        if said.action == "add":
            return [missed(connection, article, said.value)]
        return _done(connection, article)
    report = _find.report_id(connection, said.target)
    if said.action == "merge":
        return _merge(connection, report, said.other)
    return _split(connection, report) if said.action == "split" else _act(connection, report, said)


def _act(connection: Connection, report: str, said: Saying) -> list[Draft]:
    """What is said of a report, and of the others of the event that it is the first of."""
    named = [report] if said.single else _find.members(connection, report)
    first, *rest = cases(connection, named).values()
    judgeable(connection, first)
    found = [first, *(case for case in rest if case.state in ("standing", "withdrawn"))]
    if said.action == "change":
        return _change(found, said.field or "", said.value)
    after = _SAID[said.action]
    action: Action = "accept" if said.action == "accept" else "reject"
    return [Draft(action, case.report, before=case.said, after=after) for case in found]


def _change(found: Sequence[Case], field: str, given: Any) -> list[Draft]:
    """The change of the first report, and of the others where it is about the act itself."""
    first = found[0]
    value = checked(field, given, first.setting)
    before = first.event.to_dict()[field]
    if value == before:
        raise InputError(f"The {field} of {first.report} is so already; accept it instead.")
    out = [Draft("change", first.report, field=field, before=before, after=value)]
    for case in found[1:] if field not in QUOTING else ():
        had = case.event.to_dict()[field]
        fits = changed(case.event, {field: value}).to_dict()[field] == value
        if fits and had != value:
            out.append(Draft("change", case.report, field=field, before=had, after=value))
    return out


def _merge(connection: Connection, report: str, given: str | None) -> list[Draft]:
    """All of one event's reports with the other's first, and with what they were split from."""
    if given is None:
        raise InputError("A merge needs a second report or event.")
    other = _find.report_id(connection, given)
    ours, theirs = (_find.whole_event(connection, one) for one in (report, other))
    for case in cases(connection, [report, other]).values():
        judgeable(connection, case)
    if other in ours:
        raise InputError(f"{report} and {other} are one event already.")
    apart = pairs(connection, [*ours, *theirs]).apart
    wanted = [
        (one, two)
        for one, two in product(ours, theirs)
        if one == report or two == other or frozenset((one, two)) in apart
    ]
    return [Draft("merge", one, other=two) for one, two in wanted]


def _split(connection: Connection, report: str) -> list[Draft]:
    judgeable(connection, cases(connection, [report])[report])
    others = _find.whole_event(connection, report)[1:]
    if not others:
        raise InputError(f"{report} is told by no other report; there is nothing to split.")
    return [Draft("split", report, other=one) for one in others]


def _undo(connection: Connection, target: str) -> Draft:
    judgement = _find.judgement_id(connection, target)
    if undone(connection, [judgement]):
        raise InputError(f"{judgement} was taken back already; undo that undoing instead.")
    return Draft("undo", judgement)


def _done(connection: Connection, article: str) -> list[Draft]:
    """The article's newest version was read; what nobody has judged in it is accepted."""
    version, standing = reading(connection, article)
    open_ones = [case for case in standing if case.said is None]
    return [
        Draft("done", article, after=version),
        *(Draft("accept", case.report, after="accepted") for case in open_ones),
    ]


def _name(who: str) -> str:
    name = fit(" ".join(who.split()))
    if not name or len(name) > _NAME:
        raise InputError(f"A judge needs a name of 1 to {_NAME} characters.")
    return name


def _touched(connection: Connection, written: Sequence[Judgement]) -> list[str]:
    """All reports of the articles that the judgements speak of."""
    reports: set[str] = set()
    articles: set[str] = set()
    waiting = list(written)
    while waiting:
        one = waiting.pop()
        if one.action == "undo":
            meant = read(connection, [one.target])[0]
            waiting += [meant, *followers(connection, meant)]
        elif one.action in ("add", "done"):
            articles.add(one.target)
        else:
            reports |= {one.target, *([one.other] if one.other else ())}
    articles |= set(_find.articles_of(connection, reports).values())
    statement = (
        select(REPORTS.c.id)
        .join(CODINGS, CODINGS.c.id == REPORTS.c.coding)
        .join(VERSIONS, VERSIONS.c.id == CODINGS.c.version)
        .where(VERSIONS.c.article.in_(sorted(articles)))
        .order_by(REPORTS.c.id)
    )
    return list(connection.execute(statement).scalars())
