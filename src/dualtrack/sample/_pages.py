"""Where the sample's pages lie, and what each of them truly says."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Truth:
    """What a reader should find on one page of the sample, in either form.

    `published` is aware, in the outlet's own zone. `layout` names the kind of page; `dump`
    says whether the story is also there as a text dump.
    """

    slug: str
    title: str
    published: dt.datetime
    section: tuple[str, ...]
    site: str
    url: str
    authors: tuple[str, ...]
    layout: str
    dump: bool
    paragraphs: tuple[str, ...]


def _folder(name: str, suffix: str) -> list[Traversable]:
    pages = (files("dualtrack.sample") / name).iterdir()
    return sorted((p for p in pages if p.name.endswith(suffix)), key=lambda p: p.name)


def html_pages() -> list[Traversable]:
    """The HTML pages, one a story, by name. Paths, where the package lies unpacked on disk."""
    return _folder("html", ".html")


def text_pages() -> list[Traversable]:
    """The text dumps of some of the same stories, by name."""
    return _folder("text", ".txt")


def truth() -> list[Truth]:
    """What the pages say, one row a story, oldest first; `slug` is the page's name."""
    lines = (files("dualtrack.sample") / "truth.jsonl").read_text(encoding="utf-8")
    out = []
    for line in lines.splitlines():
        row = json.loads(line)
        row["published"] = dt.datetime.fromisoformat(row["published"])
        for field in ("section", "authors", "paragraphs"):
            row[field] = tuple(row[field])
        out.append(Truth(**row))
    return out
