"""The stories of the set: those in `stories/*.md` and some of the sample's."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import sample_stories

HERE = Path(__file__).resolve().parent
_AGENCY = re.compile(r"^[A-Z][A-Z ]+, .{3,12} \((Meridian Wire)\) - ")


@dataclass(frozen=True)
class Part:
    """One block of a story's body. `kind` is "paragraph", "subhead", "quote" or "list"."""

    kind: str
    text: str


@dataclass(frozen=True)
class Author:
    """A reporter, and what the byline says about her besides the name."""

    name: str
    role: str | None = None


@dataclass(frozen=True)
class Story:
    """A story as it was written; layouts show more or less of it."""

    slug: str
    title: str
    standfirst: str | None
    section: tuple[str, ...]
    place: str | None
    published: dt.datetime
    modified: dt.datetime | None
    authors: tuple[Author, ...]
    agency: str | None
    captions: tuple[str, ...]
    language: str
    parts: tuple[Part, ...]
    teaser_only: bool = False  # stands on the pages of others, and has none

    @property
    def first(self) -> str:
        """The opening paragraph."""
        return self.parts[0].text


def load_stories() -> list[Story]:
    """All stories of the set by slug."""
    own = [s for path in sorted((HERE / "stories").glob("*.md")) for s in _own(path)]
    return sorted([*own, *_of_sample()], key=lambda s: s.slug)


def share(*names: str) -> float:
    """A number from 0 to 1 that belongs to these names for good."""
    digest = hashlib.sha256("|".join(names).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def table(name: str) -> Any:
    """One of the YAML files beside this module."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def _own(path: Path) -> list[Story]:
    chunks = re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]
    return [_own_story(chunk) for chunk in chunks]


def _own_story(chunk: str) -> Story:
    head, body = chunk.strip().split("\n\n", 1)
    slug, *lines = head.splitlines()
    fields: dict[str, list[str]] = {}
    for line in lines:
        key, value = line.split(": ", 1)
        fields.setdefault(key, []).append(value)
    one = {key: values[0] for key, values in fields.items()}
    modified = one.get("modified")
    return Story(
        slug=slug,
        title=one["title"],
        standfirst=one.get("standfirst"),
        section=tuple(one["section"].split(" > ")),
        place=one.get("place"),
        published=dt.datetime.fromisoformat(one["published"]),
        modified=dt.datetime.fromisoformat(modified) if modified else None,
        authors=tuple(_author(name) for name in one["by"].split("; ")),
        agency=one.get("agency"),
        captions=tuple(fields.get("caption", ())),
        language=one.get("language", "en"),
        parts=tuple(p for block in body.split("\n\n") for p in _parts(block)),
        teaser_only=one.get("use") == "teaser",
    )


def _author(text: str) -> Author:
    match = re.fullmatch(r"(.+?) \((.+)\)", text)
    return Author(match[1], match[2]) if match else Author(text)


def _parts(block: str) -> list[Part]:
    if block.startswith("## "):
        return [Part("subhead", block[3:])]
    if block.startswith("> "):
        return [Part("quote", block[2:])]
    if block.startswith("- "):
        return [Part("list", line[2:]) for line in block.splitlines()]
    return [Part("paragraph", " ".join(block.split()))]


def _of_sample() -> list[Story]:
    extras = table("sample_extras")
    reporters = [Author(*line.split("|")) for line in table("people")["reporters"]]
    known = {story.slug: story for story in sample_stories.read_stories()}
    return [_with_extras(known[slug], extra, reporters) for slug, extra in extras.items()]


def _with_extras(
    story: sample_stories.Story, extra: dict[str, Any], reporters: list[Author]
) -> Story:
    chance = share("authors", story.slug)
    first = int(chance * len(reporters) * 10) % len(reporters)
    count = 0 if chance < 0.15 else 2 if chance > 0.75 else 1
    parts: list[Part] = []
    for number, text in enumerate(story.paragraphs):
        if number in extra.get("subheads", {}):
            parts.append(Part("subhead", extra["subheads"][number]))
        parts.append(Part("paragraph", text))
    agency = _AGENCY.match(story.paragraphs[0])
    later = share("modified", story.slug)
    return Story(
        slug=story.slug,
        title=story.title,
        standfirst=extra.get("standfirst"),
        section=story.section,
        place=None,
        published=story.published,
        modified=story.published + dt.timedelta(minutes=int(later * 900)) if later > 0.6 else None,
        authors=tuple(reporters[(first + i * 5) % len(reporters)] for i in range(count)),
        agency=agency[1] if agency else None,
        captions=tuple(extra["captions"]),
        language="en",
        parts=tuple(parts),
    )
