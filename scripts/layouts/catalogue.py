"""Which layouts there are, and which pages the set consists of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from layouts import (
    abroad,
    broadcast,
    legacy,
    light,
    lists,
    modern,
    newsrooms,
    popular,
    press,
    quality,
    wordpress,
)
from layouts import long as long_pages
from layouts.job import Job, sites
from layouts.stories import Story, load_stories, share

LAYOUTS: dict[str, Callable[[Job], str]] = {
    "magazine": wordpress.magazine,
    "block": wordpress.block,
    "broadcaster": broadcast.broadcaster,
    "agency": press.agency,
    "portal": press.portal,
    "tabloid": popular.tabloid,
    "local": popular.local,
    "quality": quality.quality,
    "paywall": quality.paywall,
    "tables": legacy.tables,
    "divbr": legacy.divbr,
    "microdata": legacy.microdata,
    "amp": light.amp,
    "print": light.printing,
    "live": lists.live,
    "index": lists.index,
    "gallery": lists.gallery,
    "comments": long_pages.comments,
    "consent": long_pages.consent,
    "infinite": long_pages.infinite,
    "german": abroad.german,
    "french": abroad.french,
    "spanish": abroad.spanish,
    "letter": modern.letter,
    "app": modern.app,
    "radio": broadcast.radio,
    "nineties": legacy.nineties,
    "newsroom": newsrooms.newsroom,
    "regional": newsrooms.regional,
    "bulletin": newsrooms.bulletin,
    "daily": newsrooms.daily,
}
APART_ONLY = ("app", "radio", "nineties")
TRAIN_ONLY = ("newsroom", "regional", "bulletin", "daily")  # made to learn how stories end
_NO_ENDS = ("live", "index", "paywall")  # no story ends there
_TRAIN, _APART, _APART_ONLY = 7, 2, 4  # pages of each layout
_FRESH_ENDS = 7  # further pages of each layout to train on, with other ends (`ends.py`)


@dataclass(frozen=True)
class Choice:
    """One page of the set. `part` is "train" or "apart"."""

    layout: str
    story: Story
    part: str
    rest: tuple[Story, ...]
    fresh_ends: bool = False

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"{self.layout}--{self.story.slug}"


def part_of(story: Story) -> str:
    """Where a story belongs for good: no story stands in both parts, not even as a teaser."""
    return "apart" if share("story", story.slug) < 0.3 else "train"


def choices() -> Iterator[Choice]:
    """All pages of the set, layout by layout."""
    stories = load_stories()
    taken: set[tuple[str, str]] = set()
    for part in ("train", "apart"):
        own = [s for s in stories if part_of(s) == part and not s.teaser_only]
        short = [s for s in stories if s.teaser_only]
        used: Counter[str] = Counter()
        for layout in LAYOUTS:
            for story in _stories_for(layout, part, own, used):
                used[story.slug] += 1
                taken.add((layout, story.slug))
                fresh = layout in TRAIN_ONLY
                yield Choice(layout, story, part, _rest(layout, story, own, short), fresh)
    yield from _fresh_ends(stories, taken)


def _fresh_ends(stories: list[Story], taken: set[tuple[str, str]]) -> Iterator[Choice]:
    """More pages to train on: stories that a layout has not carried yet, with fresh ends."""
    own = [s for s in stories if part_of(s) == "train" and not s.teaser_only]
    short = [s for s in stories if s.teaser_only]
    used: Counter[str] = Counter()
    for layout in LAYOUTS:
        if layout in (*APART_ONLY, *TRAIN_ONLY, *_NO_ENDS):
            continue
        left = [s for s in own if (layout, s.slug) not in taken]
        for story in _fitting(layout, left, used)[:_FRESH_ENDS]:
            used[story.slug] += 1
            yield Choice(layout, story, "train", _rest(layout, story, own, short), True)


def _stories_for(layout: str, part: str, own: list[Story], used: Counter[str]) -> list[Story]:
    if part == "train":
        count = 0 if layout in APART_ONLY else _TRAIN
    elif layout in TRAIN_ONLY:
        count = 0
    else:
        count = _APART_ONLY if layout in APART_ONLY else _APART
    return _fitting(layout, own, used)[:count]


def _fitting(layout: str, own: list[Story], used: Counter[str]) -> list[Story]:
    """Stories that a layout may carry, the most fitting first."""
    language = sites(layout)[0].language
    fit = [s for s in own if s.language in ("en", language)]
    # an outlet's own language first, then stories that few pages carry, then by chance
    fit.sort(key=lambda s: (s.language != language, used[s.slug], share(layout, s.slug)))
    return fit


def _rest(layout: str, story: Story, own: list[Story], short: list[Story]) -> tuple[Story, ...]:
    """Other stories for a page to point to: near ones and far ones in turn, as chance has it."""
    around = [s for s in [*own, *short] if s.slug != story.slug and s.language == story.language]
    around.sort(key=lambda s: share("rest", layout, story.slug, s.slug))
    near = [s for s in around if s.section[0] == story.section[0]]
    far = [s for s in around if s.section[0] != story.section[0]]
    mixed = [s for pair in zip(near, far, strict=False) for s in pair]
    return (*mixed, *(s for s in around if s not in mixed))
