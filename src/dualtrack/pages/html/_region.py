"""From the chances of single blocks to one story: a run of blocks with boxes cut out of it.

The story begins once and ends once. Inside it the reader may leave for a box (a caption, a
teaser, an invitation) and come back, which costs something, so that a second story below is
not joined to the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from dualtrack.pages.html._page import BlockPage

BEFORE, IN, BOX, AFTER = range(4)
_NEVER: Final = -1e9
_MOST = 5.0  # no block alone decides
_LEAST = 0.0  # log odds; a block below is cut out, even inside the story
_OTHER_STORY = 5.0  # what a headline that is not the story's takes from all below it
# What going from one state to another costs, in log odds.
_COSTS = {
    (BEFORE, BEFORE): 0.0, (BEFORE, IN): 0.0, (BEFORE, AFTER): 0.0,
    (IN, IN): 0.0, (IN, BOX): 0.1, (IN, AFTER): 0.0,
    (BOX, BOX): 0.0, (BOX, IN): 0.2,
    (AFTER, AFTER): 0.0,
}  # fmt: skip


def region(scores: Sequence[float], breaks: Sequence[float]) -> list[int]:
    """The state of each block: BEFORE the story, IN it, in a BOX inside it, AFTER it.

    `scores` are log odds of belonging to the story; `breaks[i]` is what it costs, beyond the
    usual, to come back into the story from a box that holds block i.
    """
    best = [0.0, _NEVER, _NEVER, _NEVER]
    back: list[list[int]] = []
    for score, extra in zip(scores, breaks, strict=True):
        clipped = max(-_MOST, min(_MOST, score)) / 2
        new = [_NEVER] * 4
        frm = [0] * 4
        for (a, b), cost in _COSTS.items():
            value = best[a] - cost - (extra if b == BOX else 0.0)
            if value > new[b]:
                new[b], frm[b] = value, a
        best = [value + (clipped if b == IN else -clipped) for b, value in enumerate(new)]
        back.append(frm)
    best[BOX] = _NEVER  # what follows the last block of the story is after it
    state = max(range(4), key=lambda b: best[b])
    out: list[int] = []
    for frm in reversed(back):
        out.append(state)
        state = frm[state]
    return out[::-1]


def breaks_of(page: BlockPage) -> list[bool]:
    """The blocks at which another story begins: a headline that is not this story's, below it.

    A page may also set its subheads in the largest type: what follows such a heading stands in
    the same element as what is above it.
    """
    out = [False] * len(page.blocks)
    if page.title_at < 0:
        return out
    for i in range(page.title_at + 1, len(page.blocks)):
        if page.blocks[i].tag == "h1" and page.reasons[i] != "title":
            above = _paragraphs_in(page, range(i - 1, page.title_at, -1))
            below = _paragraphs_in(page, range(i + 1, len(page.blocks)))
            out[i] = bool(above) and bool(below) and above.isdisjoint(below)
    return out


def _paragraphs_in(page: BlockPage, places: Iterable[int]) -> set[int]:
    """The elements that hold the nearest few blocks of running text."""
    found = islice((page.blocks[i] for i in places if page.prose[i]), 3)
    return {block.place.parents[1] for block in found}


def find_story(page: BlockPage, scores: Sequence[float], breaks: Sequence[bool]) -> list[bool]:
    """Which blocks are the story, by the scores of the model."""
    lowered = list(scores)
    below = False
    for i, is_break in enumerate(breaks):
        below = below or is_break
        if below:
            lowered[i] -= _OTHER_STORY
    states = region(lowered, [_box_cost(page, i) for i in range(len(scores))])
    return [state == IN and score > _LEAST for state, score in zip(states, lowered, strict=True)]


def _box_cost(page: BlockPage, i: int) -> float:
    """What block i, in a box, adds to the cost of coming back into the story."""
    if page.tails[i]:
        return 0.4
    block = page.blocks[i]
    return 0.5 if block.tag == "h1" and page.reasons[i] != "title" else 0.0
