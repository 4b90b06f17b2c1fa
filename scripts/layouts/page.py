"""A finished page: its bytes, the dump of its text, and the truth about both."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from layouts.catalogue import LAYOUTS, Choice
from layouts.dump import STYLES, Line, dump
from layouts.job import Job
from layouts.marks import unmarked
from layouts.stories import share


@dataclass(frozen=True)
class Page:
    """One page of the set. `truth` holds plain JSON values; docs/pages.md names its keys."""

    name: str
    part: str
    html: bytes
    text: str
    truth: dict[str, Any]


def make(choice: Choice) -> Page:
    """Render a page and say what a reader should find on it."""
    job = Job(choice.story, choice.layout, list(choice.rest), fresh_ends=choice.fresh_ends)
    marked = LAYOUTS[choice.layout](job)
    style = STYLES[int(share("dump", choice.name) * len(STYLES))]
    text, lines = dump(marked, style)
    charset = "cp1252" if "charset=windows-1252" in marked else "utf-8"
    html = unmarked(marked).encode(charset, "xmlcharrefreplace")
    return Page(choice.name, choice.part, html, text, truth_of(job, choice, lines, style))


def truth_of(job: Job, choice: Choice, lines: list[Line], style: str) -> dict[str, Any]:
    """What the page truly says; what it does not show is null or empty."""
    told, story = job.told, job.story
    article = job.kind == "article"
    agency = story.agency if told.agency or "Wire)" in story.first else None
    return {
        "name": choice.name,
        "part": choice.part,
        "layout": choice.layout,
        "story": story.slug,
        "kind": job.kind,
        "title": story.title if told.title else None,
        "standfirst": story.standfirst if told.standfirst else None,
        "body": [{"kind": part.kind, "text": part.text} for part in told.body],
        "captions": told.captions,
        "authors": [a.name for a in story.authors] if told.authors else [],
        "agency": agency if article else None,
        "published": stamp(story.published, job, "published"),
        "modified": stamp(story.modified, job, "modified"),
        "section": list(told.section),
        "site": job.site.name,
        "url": job.url() if told.url else None,
        "language": story.language,
        "paywalled": told.paywalled,
        "dump_style": style,
        "lines": [{"label": label, "text": text} for label, text in lines],
        "foreign": list(dict.fromkeys(text for label, text in lines if label == "foreign")),
    }


def stamp(at: dt.datetime | None, job: Job, which: str) -> dict[str, str] | None:
    """A date as exactly as the page gives it: `zone` is "known", "missing" or "day"."""
    zone = job.told.dates.get(which)
    local = job.moment(which)
    if at is None or local is None or zone is None:
        return None
    if zone == "day":
        return {"at": local.date().isoformat(), "zone": zone}
    moment = local if zone == "known" else local.replace(tzinfo=None)
    return {"at": moment.isoformat(timespec="minutes"), "zone": zone}


def as_json(truth: dict[str, Any]) -> str:
    """The truth as it is written beside its page."""
    return json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
