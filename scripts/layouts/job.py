"""One page to be made: a story in a layout, and what the page has told of it so far."""

from __future__ import annotations

import datetime as dt
import random
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from layouts.marks import mark
from layouts.stories import Part, Story, share, table

PRECISIONS = ("day", "missing", "known")  # a day, a moment without a zone, a moment with one


@dataclass(frozen=True)
class Site:
    """An invented outlet. `url` is the form of its addresses; `zone` where its clock hangs."""

    name: str
    home: str
    tagline: str
    zone: str
    language: str
    url: str
    links: tuple[str, ...]


@dataclass
class Told:
    """What a page says about its story; the truth is made of this."""

    title: bool = False
    standfirst: bool = False
    authors: bool = False
    agency: bool = False
    url: bool = False
    site: bool = False
    section: tuple[str, ...] = ()
    paywalled: bool = False
    body: list[Part] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    dates: dict[str, str] = field(default_factory=dict)

    def date(self, which: str, precision: str) -> None:
        """The page gives a date; the most exact form counts."""
        known = self.dates.get(which, "day")
        self.dates[which] = max(known, precision, key=PRECISIONS.index)


@cache
def _table(name: str) -> Any:
    return table(name)


@cache
def sites(layout: str) -> tuple[Site, ...]:
    """The outlets that use a layout."""
    return tuple(Site(**{**row, "links": tuple(row["links"])}) for row in _table("sites")[layout])


class Job:
    """Everything that a layout needs, drawn by chance from the names of layout and story."""

    def __init__(
        self, story: Story, layout: str, rest: list[Story], *, fresh_ends: bool = False
    ) -> None:
        self.story, self.layout, self.fresh_ends = story, layout, fresh_ends
        self.rng = random.Random(f"{layout}|{story.slug}")
        self.site = self.rng.choice(sites(layout))
        self.rest = list(rest)
        self.told = Told()
        self.entities = self.rng.choice(("raw", "raw", "numeric", "named"))
        self.wrapped = self.rng.random() < 0.25
        self.kind = "article"
        in_address = any(part in self.site.url for part in ("{year}", "{date}"))
        self.dateless = self.chance(0.08) and not in_address  # says nowhere when it was published
        self.many_links = self.chance(0.4)
        self.bare_teasers = self.chance(0.45)  # headlines of other stories without their text
        self._forms: dict[str, str] = {}
        self._taken = 0

    # Chance

    def chance(self, share_of_pages: float) -> bool:
        """True on this share of pages."""
        return self.rng.random() < share_of_pages

    def w(self, key: str) -> str:
        """A word of the furniture, the same all over the page."""
        if key not in self._forms:
            self._forms[key] = self.rng.choice(_table("words")[self.site.language][key])
        return self._forms[key]

    def words(self, key: str) -> list[str]:
        """All forms of a word of the furniture."""
        return list(_table("words")[self.site.language][key])

    def prose(self, key: str, number: int | None = None) -> Any:
        """Running text that is no story: one of several, or the one of that number."""
        forms = _table("prose")[key]
        chosen = forms[number % len(forms)] if number is not None else self.rng.choice(forms)
        return self.filled(chosen) if isinstance(chosen, str) else chosen

    def notes(self, key: str, count: int) -> list[str]:
        """Lines of the outlet's language that stand beside a story, as HTML."""
        forms = _table("prose")[key][self.site.language]
        return [self.text(self.filled(text)) for text in self.rng.sample(forms, count)]

    def subsections(self, count: int) -> list[str]:
        """Names of smaller sections, as long menus have them."""
        names = _table("prose")["subsections"][self.site.language]
        return self.rng.sample(names, min(count, len(names)))

    def filled(self, text: str) -> str:
        """Text with names filled in."""
        return text.format(
            site=self.site.name,
            author=self.author,
            topic=self.story.section[-1].lower(),
            section=self.story.section[0],
        )

    def others(self, count: int) -> list[Story]:
        """The next other stories; each is used once while they last."""
        chosen = [self.rest[(self._taken + i) % len(self.rest)] for i in range(count)]
        self._taken += count
        return chosen

    def digits(self, count: int = 8) -> str:
        """A number as it stands in addresses."""
        return str(self.rng.randrange(10 ** (count - 1), 10**count))

    def hashed(self, name: str) -> str:
        """A class name as build tools make it; the same name gives the same class."""
        return f"{name[:2]}-{int(share(self.layout, name) * 16**6):06x}"

    # The story's own

    @property
    def author(self) -> str:
        """The first reporter, or the desk."""
        return self.story.authors[0].name if self.story.authors else f"{self.site.name} staff"

    def moment(self, which: str = "published") -> dt.datetime | None:
        """Publication or change, in the outlet's zone; None where the page keeps it to itself."""
        if self.dateless:
            return None
        at = self.story.published if which == "published" else self.story.modified
        return at.astimezone(ZoneInfo(self.site.zone)) if at else None

    def url(self, story: Story | None = None) -> str:
        """Where a story stands on this site."""
        story = story or self.story
        at = story.published
        chance = share("number", story.slug, self.site.home)
        return self.site.url.format(
            home=self.site.home,
            section=path_word(story.section[0]),
            slug=story.slug,
            year=at.year,
            month=f"{at.month:02}",
            day=f"{at.day:02}",
            mon=at.strftime("%b").lower(),
            date=at.strftime("%Y-%m-%d"),
            number=int(chance * 10**7),
            id=f"{int(chance * 16**11):011x}",
        )

    def text(self, text: str) -> str:
        """Text as HTML, in the way in which this page writes its special characters."""
        out = escape(text, quote=False)
        if self.entities == "raw":
            return out
        for char, name in _NAMED.items():
            out = out.replace(char, f"&{name};" if self.entities == "named" else f"&#{ord(char)};")
        return out

    def title(self) -> str:
        """The headline, marked."""
        self.told.title = True
        return mark("title", self.text(self.story.title))

    def standfirst(self, form: str) -> str:
        """The standfirst in `form`, marked; nothing where the story has none."""
        if not self.story.standfirst:
            return ""
        self.told.standfirst = True
        return form.format(mark("standfirst", self.text(self.story.standfirst)))

    def caption(self, number: int = 0) -> str:
        """A caption, marked; each story has one at least."""
        text = self.story.captions[number % len(self.story.captions)]
        if text not in self.told.captions:
            self.told.captions.append(text)
        return mark("caption", self.text(text))


_NAMED = {
    "’": "rsquo", "‘": "lsquo", "“": "ldquo", "”": "rdquo", "–": "ndash", "é": "eacute",
    "ü": "uuml", "ö": "ouml", "ä": "auml", "ß": "szlig", "è": "egrave", "ñ": "ntilde",
    "ó": "oacute", "í": "iacute", "á": "aacute", "£": "pound", "«": "laquo", "»": "raquo",
}  # fmt: skip


def path_word(text: str) -> str:
    """A word as it stands in an address."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-") or "news"
