"""What the command line does with judgements: it says them, lists them, and hands them on."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dualtrack._errors import InputError
from dualtrack.output import JsonlWriter, open_place
from dualtrack.record import FieldAgreement, Gold, Judgement, Said, Store

_LISTS = ("actors", "recipients")


def judge_name(given: str | None) -> str:
    """Who judges: the name given, else `$DUALTRACK_JUDGE`, else the login name.

    Raises InputError where there is none.
    """
    name = given or os.environ.get("DUALTRACK_JUDGE")
    if name and name.strip():
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or none on this system
        raise InputError("Say who judges: --as NAME, or set DUALTRACK_JUDGE.") from None


def assigned(given: Sequence[str]) -> dict[str, Any]:
    """Values by field from words such as `type=AID` and `actors=Iran`.

    `actors` and `recipients` may come several times. A value that begins with `{` or `[` is
    JSON. Raises InputError for a word without `=`, a field given twice, and bad JSON.
    """
    out: dict[str, Any] = {}
    for one in given:
        field, equals, text = one.partition("=")
        field = field.strip()
        if not equals or not field:
            raise InputError(f"{one!r} is no FIELD=VALUE, as in type=AID.")
        value = _value(text.strip())
        if field in _LISTS and isinstance(value, str | dict):
            nobody = isinstance(value, str) and value.lower() in ("", "-", "none")
            value = [] if nobody else [value]
        if field in _LISTS and field in out:
            out[field] = [*out[field], *value]
        elif field in out:
            raise InputError(f"{field} is given twice.")
        else:
            out[field] = value
    return out


def _value(text: str) -> Any:
    if text[:1] not in ("{", "["):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(f"{text[:60]!r} is no JSON.") from None


def say(
    db: str | None,
    who: str | None,
    action: str,
    target: str,
    *,
    values: Mapping[str, Any] | None = None,
    other: str | None = None,
    why: str | None = None,
    single: bool = False,
) -> list[Said]:
    """Write one judgement into the record, or one a field for "change"; what was written.

    `values` are the fields of a change or of a missed event. Raises InputError and RecordError.
    """
    name = judge_name(who)
    with Store(db, create=False) as store:
        made: list[Judgement]
        if action == "change":
            made = store.change(name, target, values or {}, why=why, single=single)
        else:
            made = [
                store.judge(name, action, target, value=values, other=other, why=why, single=single)
            ]
    return [Said(one, stands=True) for one in made]


def history(db: str | None, target: str | None) -> list[Said]:
    """What was said of a report, event, article or judgement; of all where target is None."""
    with Store(db, create=False) as store:
        return store.history(target)


def agreement(db: str | None) -> list[FieldAgreement]:
    """How far the record's judges agree, field by field."""
    with Store(db, create=False) as store:
        return store.agreement()


def gold_to(db: str | None, path: Path | None, *, judged: bool = False) -> Gold:
    """Write judged articles as labelled lines to a file or standard output; what was written."""
    with Store(db, create=False) as store:
        found = store.gold(judged=judged)
    write_lines(found.lines, path)
    return found


def write_lines(lines: Iterable[Mapping[str, Any]], path: Path | None) -> None:
    """Objects as JSONL to a file, which appears whole or not at all, or to standard output."""
    with open_place(path) as stream:
        JsonlWriter(stream).write_objects(lines)


def gold_summary(found: Gold) -> list[str]:
    """What there is to say of exported lines: counts, and what was left out and why."""
    why = {
        "not done": "nobody said that they are done (`dualtrack judge done ARTICLE`)",
        "unjudged": "they have reports that nobody judged",
        "changed": "the page has changed since",
        "deleted": "they were deleted",
    }
    out = [f"{found.articles} articles: {len(found.lines)} lines, {found.events} events."]
    out += [f"{n} articles left out: {why[name]}." for name, n in sorted(found.skipped.items())]
    out += [
        f"{n} values of {name} left out: their words stand nowhere in or before the paragraph."
        for name, n in sorted(found.lost.items())
    ]
    return out
