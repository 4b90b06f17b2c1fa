"""What a line has in common with its page's story: the second look of the line model.

The first look gives each line a chance to be the story's. From these, the core of the story and
its headline follow; the second look adds how far a line shares the words of both, and where it
stands to them. So another story's teaser is told apart though it is good prose.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.pages._chrome import content_words, fold
from dualtrack.pages._names import names_in
from dualtrack.pages.dump._features import LOOK, Matrix, shifted, window

_CORE = 0.5  # a line with a better chance is of the core
_FAIR = 0.35  # what a line of the story's stretch must have on average


@dataclass(frozen=True, slots=True)
class Core:
    """The longest likely stretch of the story: lines `start` to `end`, one past the last."""

    start: int
    end: int
    counts: Counter[str]
    members: frozenset[int]
    words: tuple[frozenset[str], ...]

    def nearness(self, i: int) -> float:
        """The share of line i's words that other lines of the core have, 0 to 1."""
        own = self.words[i]
        if not own:
            return 0.0
        needed = 2 if i in self.members else 1
        return sum(self.counts[word] >= needed for word in own) / len(own)


def core_of(lines: Sequence[str], chances: Matrix) -> Core:
    """The core of a page's story after the first look."""
    start, end = _best_stretch(chances - _FAIR)
    about = tuple(frozenset(content_words(line)) for line in lines)
    members = frozenset(i for i in range(start, end) if chances[i] > _CORE)
    counts: Counter[str] = Counter()
    for i in members:
        counts.update(about[i])
    return Core(start, end, counts, members, about)


def names() -> tuple[str, ...]:
    """The names of the columns of `second_look`, in order."""
    return (
        "first look", *(f"first look at {o:+d}" for o in (-2, -1, 1, 2)),
        *(f"first look in {w} {side}" for w in (3, 8) for side in ("before", "after")),
        "in core", "lines above core", "lines below core", "place in core",
        "title known", "above title", "lines below title", "lines above title", "just below title",
        "words", "shared with title", "shared with core", "shared with core at +1",
        "shared with line before", "shared with line after", "strange prose", "near prose",
        "strange heading", "opens with author", "stories begun above", "story begun just above",
        "story signed above",
        "shared with lead", "stretch shared with lead", "stretch shared with title",
    )  # fmt: skip


def second_look(
    lines: Sequence[str], own: Matrix, chances: Matrix, core: Core, title: int | None
) -> Matrix:
    """The second features of all lines of a page, shape (n lines, n names). `own` is their look."""
    n = len(lines)
    log_odds = np.clip(np.log((chances + 1e-4) / (1 - chances + 1e-4)), -6, 6) / 3
    columns = [log_odds, *(shifted(log_odds, o) for o in (-2, -1, 1, 2))]
    for width in (3, 8):
        columns += [window(chances, width, after=side) for side in (False, True)]
    columns += _beside_core(n, core)
    columns += _beside_title(n, title)
    columns += _shared(lines, core, title)
    columns += [_opens_with_author(lines, own), *_begun(own, chances, title)]
    columns += _with_lead(core, chances, title)
    return np.column_stack(columns)


def _best_stretch(values: Matrix) -> tuple[int, int]:
    """The stretch with the greatest sum."""
    best, best_at = 0.0, (0, len(values))
    total, start = 0.0, 0
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += float(value)
        if total > best:
            best, best_at = total, (start, i + 1)
    return best_at


def _beside_core(n: int, core: Core) -> list[Matrix]:
    i = np.arange(n, dtype=np.float64)
    inside = ((i >= core.start) & (i < core.end)).astype(np.float64)
    above = np.log1p(np.clip(core.start - i, 0, None)) / 3
    below = np.log1p(np.clip(i - core.end + 1, 0, None)) / 3
    place = np.clip((i - core.start) / max(1, core.end - core.start), 0, 1) * inside
    return [inside, above, below, place]


def _beside_title(n: int, title: int | None) -> list[Matrix]:
    if title is None:
        return [np.zeros(n)] * 5
    i = np.arange(n, dtype=np.float64)
    return [
        np.ones(n),
        (i <= title).astype(np.float64),
        np.log1p(np.clip(i - title, 0, None)) / 3,
        np.log1p(np.clip(title - i, 0, None)) / 3,
        ((i > title) & (i <= title + 3)).astype(np.float64),
    ]


def _shared(lines: Sequence[str], core: Core, title: int | None) -> list[Matrix]:
    n = len(lines)
    headline = core.words[title] if title is not None else frozenset[str]()
    with_title = np.array([_share(own, headline) for own in core.words])
    with_core = np.array([core.nearness(i) for i in range(n)])
    empty = frozenset[str]()
    before = [empty, *core.words[:-1]]
    after = [*core.words[1:], empty]
    with_before = np.array([_share(a, b) for a, b in zip(core.words, before, strict=True)])
    with_after = np.array([_share(a, b) for a, b in zip(core.words, after, strict=True)])
    many = np.array([math.log1p(len(own)) / 3 for own in core.words])
    long = np.array([float(line.count(" ") >= 7) for line in lines])
    outside = np.array([float(i not in core.members) for i in range(n)])
    return [
        many, with_title, with_core, shifted(with_core, 1), with_before, with_after,
        long * (1 - with_core), long * with_core, (1 - long) * outside * (1 - with_core),
    ]  # fmt: skip


def _opens_with_author(lines: Sequence[str], own: Matrix) -> Matrix:
    """Whether a line begins with a name that a byline on the page has: it is about its writer."""
    byline = own[:, LOOK.index("byline")] + own[:, LOOK.index("date")] > 0
    authors = {fold(name) for i in np.flatnonzero(byline) for name in names_in(lines[int(i)])}
    starts = [fold(line[:60]) for line in lines]
    return np.array([float(any(s.startswith(a) for a in authors)) for s in starts])


def _begun(own: Matrix, chances: Matrix, title: int | None) -> tuple[Matrix, Matrix, Matrix]:
    """How many stories were begun above a line, the page's own left out.

    A byline, a date or an agency's opening below two lines of text may begin one; a byline
    and a date together do (the third array).
    """
    byline, date, agency = (
        own[:, LOOK.index(name)] > 0 for name in ("byline", "date", "place and agency")
    )
    n = len(own)
    count, near, signed = np.zeros(n), np.zeros(n), np.zeros(n)
    texts, begun, fading, sure = 0, 0, 0.0, 0.0
    for i in range(n):
        fading *= 0.8
        if title is not None and i > title:
            if texts >= 2 and (byline[i] or date[i] or agency[i]):
                begun, fading = begun + 1, 1.0
                both = byline[i - 1 : i + 2].any() and date[i - 1 : i + 2].any()
                sure = max(sure, float(both and not (byline[i] and date[i])))
            texts += chances[i] > _CORE
        count[i], near[i], signed[i] = min(3, begun) / 3, fading, sure
    return count, near, signed


def _with_lead(core: Core, chances: Matrix, title: int | None) -> list[Matrix]:
    """What a line and the lines around it share with the first lines of the story."""
    n = len(core.words)
    start = -1 if title is None else title
    first = [i for i in range(start + 1, n) if chances[i] > _CORE][:3]
    lead = frozenset[str]().union(*(core.words[i] for i in first))
    headline = core.words[title] if title is not None else frozenset[str]()
    own = np.array([_share(words, lead) for words in core.words])
    around = [frozenset[str]().union(*core.words[max(0, i - 1) : i + 3]) for i in range(n)]
    return [
        own,
        np.array([len(words & lead) / 8 for words in around]),
        np.array([len(words & headline) / 4 for words in around]),
    ]


def _share(own: frozenset[str], other: frozenset[str]) -> float:
    return len(own & other) / len(own) if own else 0.0
