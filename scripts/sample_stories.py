"""Reads the sources of the sample: the stories and the outlets that carry them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent / "sample"


@dataclass(frozen=True)
class Site:
    """An invented outlet."""

    name: str
    layout: str
    home: str
    tagline: str
    links: tuple[str, ...]
    date: str
    handle: str


@dataclass(frozen=True)
class Story:
    """One story as it was written: everything that both of its forms are made from."""

    slug: str
    title: str
    site: Site
    section: tuple[str, ...]
    published: dt.datetime
    author: str
    dump: bool
    paragraphs: tuple[str, ...]

    @property
    def url(self) -> str:
        """Where the page claims to stand."""
        path = "/".join(part.lower().replace(" ", "-") for part in self.section)
        return f"{self.site.home}/{path}/{self.slug}"

    @property
    def printed_date(self) -> str:
        """The date as the page prints it, in the outlet's own zone."""
        return self.published.strftime(self.site.date)

    def teaser(self, length: int, mark: str = "...") -> str:
        """The opening words of the story, cut as a teaser cuts them."""
        words, out = self.paragraphs[0].split(), ""
        for word in words:
            if len(out) + len(word) > length:
                break
            out = f"{out} {word}".strip()
        return out.rstrip(",.;:") + mark

    def truth(self) -> dict[str, object]:
        """What a reader should find, whichever form it reads."""
        return {
            "slug": self.slug,
            "title": self.title,
            "published": self.published.isoformat(),
            "section": list(self.section),
            "site": self.site.name,
            "url": self.url,
            "authors": [self.author],
            "layout": self.site.layout,
            "dump": self.dump,
            "paragraphs": list(self.paragraphs),
        }


def read_sites() -> dict[str, Site]:
    """The outlets by their key."""
    raw = yaml.safe_load((HERE / "sites.yaml").read_text(encoding="utf-8"))
    return {key: Site(**{**row, "links": tuple(row["links"])}) for key, row in raw.items()}


def read_story(path: Path, sites: dict[str, Site]) -> Story:
    """One file: `key: value` lines between two rules, then paragraphs."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    return Story(
        slug=path.stem,
        title=meta["title"],
        site=sites[meta["site"]],
        section=tuple(meta["section"].split(" > ")),
        published=dt.datetime.fromisoformat(meta["published"]),
        author=meta["author"],
        dump=meta["dump"] == "yes",
        paragraphs=tuple(part.strip() for part in body.strip().split("\n\n")),
    )


def read_stories() -> list[Story]:
    """All stories, oldest first."""
    sites = read_sites()
    stories = [read_story(path, sites) for path in sorted((HERE / "stories").glob("*.md"))]
    return sorted(stories, key=lambda s: (s.published, s.slug))


def others(stories: list[Story], story: Story, count: int) -> list[Story]:
    """Other stories for a page to link to: the outlet's own first, the nearest before it first."""
    at = stories.index(story)
    around = stories[:at][::-1] + stories[at + 1 :][::-1]
    own = [s for s in around if s.site == story.site]
    strange = [s for s in around if s.site != story.site]
    return [*own[:count], *strange[: max(0, count - len(own))]]
