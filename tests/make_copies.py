"""Stories and what becomes of them on their way through other papers, made by rule."""

from __future__ import annotations

import random
from collections.abc import Callable

from dualtrack.sample import truth

Story = list[str]
"""The paragraphs of a story."""

_MENU = ["News", "Sport", "Weather", "Opinion", "Video", "Newsletters", "Jobs"]
_ASIDE = (
    "Advertisement",
    "Read more: what we know so far",
    "Sign up for our morning newsletter and never miss a story",
    "This story has been updated to add the time of the meeting",
    "Share on social media, by email or copy the link",
)


def sample_stories() -> list[Story]:
    """The stories of the shipped sample."""
    return [list(page.paragraphs) for page in truth()]


def same(story: Story, rng: random.Random) -> Story:
    """The story under another headline, in other quotation marks and line ends."""
    text = [p.replace("’", "'").replace("“", '"').replace("”", '"') for p in story]
    return [" ".join(rng.sample(_words(story), 7)), *text]


def tagged(story: Story, rng: random.Random) -> Story:
    """The story with an agency's mark at its head and foot."""
    first = f"{rng.choice(('GENEVA', 'CAIRO', 'NEW YORK'))} (Sample Agency) - {story[0]}"
    return [first, *story[1:], "Reporting by our correspondents; editing by the night desk"]


def cut(story: Story, rng: random.Random, share: float = 0.6) -> Story:
    """The first 60 % of the story's words."""
    left = round(share * len(_words(story)))
    kept = []
    for paragraph in story:
        words = paragraph.split()[:left]
        left -= len(words)
        if words:
            kept.append(" ".join(words))
    return kept


def reworded(story: Story, rng: random.Random, share: float = 0.06) -> Story:
    """The story with 6 % of its words changed for others of its words."""
    words = _words(story)
    changed = set(rng.sample(range(len(words)), round(share * len(words))))
    out, at = [], 0
    for paragraph in story:
        size = len(paragraph.split())
        out.append(
            " ".join(rng.choice(words) if i in changed else words[i] for i in range(at, at + size))
        )
        at += size
    return out


def with_chrome(story: Story, rng: random.Random) -> Story:
    """The story with a menu above, lines between its paragraphs, and teasers below."""
    out = [" ".join(rng.sample(_MENU, 5))]
    for paragraph in story:
        out.append(paragraph)
        if rng.random() < 0.3:
            out.append(rng.choice(_ASIDE))
    return [*out, *rng.sample(_ASIDE, 3), "© Sample Press. All rights reserved"]


CHANGES: dict[str, Callable[[Story, random.Random], Story]] = {
    "another headline": same,
    "agency tag": tagged,
    "cut to 60 %": cut,
    "6 % of words changed": reworded,
    "chrome added": with_chrome,
}


def mixture(one: Story, other: Story) -> Story:
    """The first half of one story and the second half of another, by words."""
    first, second = _words(one), _words(other)
    return [" ".join(first[: len(first) // 2]), " ".join(second[len(second) // 2 :])]


def quoting(one: Story, other: Story) -> Story:
    """One story with the longest paragraph of another in its middle."""
    middle = len(one) // 2
    return [*one[:middle], max(other, key=len), *one[middle:]]


def contained(one: Story, other: Story) -> float:
    """The share of the words of the shorter story that stand in the longer, three in a row.

    Slow and simple; what is measured against.
    """
    short, long = sorted((_plain(one), _plain(other)), key=len)
    there = {tuple(long[i : i + 3]) for i in range(len(long) - 2)}
    found = set()
    for i in range(len(short) - 2):
        if tuple(short[i : i + 3]) in there:
            found.update((i, i + 1, i + 2))
    return len(found) / max(1, len(short))


def _words(story: Story) -> list[str]:
    return " ".join(story).split()


def _plain(story: Story) -> list[str]:
    text = "".join(c if c.isalnum() else " " for c in " ".join(story).casefold())
    return text.split()
