"""How stories end, and what outlets write below them in the same element.

Only pages made for it have these ends (`Job.fresh_ends`): all stand in the part `train`.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Any

from layouts.dates import MONTHS
from layouts.job import Job
from layouts.stories import Part, table

_COUNTS = ((0, 1, 2, 3, 4), (5, 6, 5, 3, 1))  # notes below a story, and how often
_LIKELY = {"credit": 4, "bio": 4, "correction": 3, "call": 4, "support": 3, "rights": 3, "more": 4,
           "tags": 2, "help": 1, "sign": 1}  # fmt: skip


@cache
def _texts() -> Any:
    return table("ends")


def own(job: Job) -> list[Part]:
    """A last paragraph or list that is the story's own, on two fifths of the pages."""
    texts, language = _texts(), job.site.language
    if job.chance(0.34):
        return [Part("paragraph", _filled(job, job.rng.choice(texts["kickers"][language])))]
    if language not in texts["lists"] or not job.chance(0.12):
        return []
    head, *items = job.rng.choice(texts["lists"][language])
    return [Part("subhead", head), *(Part("list", _filled(job, item)) for item in items)]


def below(job: Job, paragraph: str) -> list[str]:
    """Notes below the story as HTML; `paragraph` is the form of the story's own blocks."""
    rng = job.rng
    kinds = _texts()["notes"][job.site.language]
    count = rng.choices(*_COUNTS)[0]
    chosen: list[str] = []
    left = [kind for kind in _LIKELY if kind in kinds]
    for _ in range(min(count, len(left))):
        kind = rng.choices(left, [_LIKELY[k] for k in left])[0]
        left.remove(kind)
        chosen.append(kind)
    wraps = rng.choice((_WRAPS[:1], _WRAPS[:3], _WRAPS))  # an outlet keeps to a few forms
    out: list[str] = []
    for kind in chosen:
        line = _linked(job, kind, job.text(_filled(job, rng.choice(kinds[kind]))))
        out.append(_form(job, kind, rng.choice(wraps).format(line), paragraph))
    return out


def _linked(job: Job, kind: str, line: str) -> str:
    """A line that leads to another story is mostly a link."""
    if kind != "more" or job.rng.random() > 0.7:
        return line
    return f'<a href="{job.url(job.rng.choice(job.rest))}">{line}</a>'


def _form(job: Job, kind: str, line: str, paragraph: str) -> str:
    """One note in one of the forms that outlets give such lines."""
    if kind == "more" and job.rng.random() < 0.2:
        return f"<ul><li>{line}</li></ul>"
    if job.rng.random() < 0.7:
        return paragraph.format(line, n=92)
    return job.rng.choice(_BOXES)(job, kind, line)


_WRAPS = ("{}", "<em>{}</em>", "<i>{}</i>", "<strong>{}</strong>", "<em><strong>{}</strong></em>",
          "<small>{}</small>", '<span style="font-size:80%">{}</span>', "• {}")  # fmt: skip


def _told(name: str) -> Callable[[Job, str, str], str]:
    return lambda job, kind, text: f'<p class="{name}">{text}</p>'


def _hashed(job: Job, kind: str, text: str) -> str:
    return f'<div class="{job.hashed("e" + kind)}"><div>{text}</div></div>'


def _ruled(job: Job, kind: str, text: str) -> str:
    return f"<hr><p>{text}</p>"


def _headed(job: Job, kind: str, text: str) -> str:
    heads = {"bio": "About the author", "correction": "Corrections", "more": "More on this",
             "support": "Who pays for this?", "rights": "Republish"}  # fmt: skip
    head = heads.get(kind, "Note") if job.site.language == "en" else "Info"
    return f"<h4>{head}</h4><p>{text}</p>"


_BOXES: tuple[Callable[[Job, str, str], str], ...] = (
    _told("note"), _told("endnote"), _told("c-story-end"), _told("tagline"), _hashed, _hashed,
    _ruled, _ruled, _headed,
)  # fmt: skip


def _filled(job: Job, text: str) -> str:
    rng: random.Random = job.rng
    texts = _texts()
    other = rng.choice(job.rest)
    return text.format(
        site=job.site.name,
        author=job.author,
        name=rng.choice(texts["names"]),
        place=job.story.place or rng.choice(texts["places"]),
        desk=rng.choice(("desk@example.org", "news@example.com", "tips@example.net")),
        topic=job.story.section[-1].lower(),
        section=job.story.section[0],
        day=_day(job),
        other=other.title,
    )


def _day(job: Job) -> str:
    at = job.moment() or job.story.published
    year = f" {at.year}" if job.moment() and job.rng.random() < 0.5 else ""
    language = job.site.language
    if language == "en":
        return f"{at.day} {at:%B}{year}"
    month = MONTHS[language].split()[at.month - 1]
    return {"de": f"{at.day}. {month}", "es": f"{at.day} de {month}"}.get(
        language, f"{at.day} {month}"
    )
