"""Which line of a text dump is the headline: every line is a candidate, the likeliest wins.

Where the page itself points at its title (a breadcrumb that ends with the next line, a path of
links, a title that is repeated), that weighs most; see `_title.py`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from dualtrack.pages._chrome import fold
from dualtrack.pages.dump._cohesion import Core
from dualtrack.pages.dump._features import LOOK, Matrix, shifted, window
from dualtrack.pages.dump._lines import Block
from dualtrack.pages.dump._title import (
    Title,
    breadcrumb_title,
    glued_title,
    repeated_title,
    split_suffix,
)

RULES = (
    ("glued breadcrumb", glued_title),
    ("path of links", breadcrumb_title),
    ("repeated", repeated_title),
)
_LOOK = (
    "characters", "words", "sentence end", "cut off", "colon", "question", "capitals", "digits",
    "capitalised", "small words", "separators", "glued joins", "chrome words", "prompt words",
    "speaks to reader", "prose", "quote", "lower-case start", "one or two words",
)  # fmt: skip
_LONGEST = 250


def names() -> tuple[str, ...]:
    """The names of the columns of `candidates`, in order."""
    return (
        *_LOOK, *(name for name, _ in RULES), "first look", "first look after",
        *(f"first look in {w} {side}" for w in (3, 8) for side in ("before", "after")),
        "story below", "shared with core", "shared with opening", "title words in core",
        "lines to core", "in core", "above core", "just above core", "recurs", "with site behind",
        "byline or date before", "byline or date after", "text after", "kicker before",
        "known chrome after", "known chrome before", "prompt words after", "likely length",
        "first likely", "ends as line before",
    )  # fmt: skip


def may_be_headline(text: str, own: Sequence[float]) -> bool:
    """Whether a line is a candidate at all; `own` is its look."""
    seen = dict(zip(LOOK, own, strict=True))
    if not 4 <= len(text) <= _LONGEST or not any(c.isalpha() for c in text):
        return False
    return not (seen["known chrome"] or seen["byline"] or seen["date"] or seen["tail heading"])


def by_rule(blocks: Sequence[Block], prose: Sequence[bool]) -> dict[str, Title]:
    """The headlines that the page points at, by the rule that says so."""
    left = [0] * (len(blocks) + 1)
    for i in range(len(blocks) - 1, -1, -1):
        left[i] = left[i + 1] + (len(blocks[i].plain) if prose[i] else 0)
    if not left[0]:
        return {}
    return {name: found for name, rule in RULES if (found := rule(blocks, left))}


def candidates(
    lines: Sequence[str], own: Matrix, chances: Matrix, core: Core, rules: dict[str, Title]
) -> Matrix:
    """The features of all lines as headlines, shape (n lines, n names). `own` is their look."""
    n = len(lines)
    column = {name: own[:, i] for i, name in enumerate(LOOK)}
    columns = [column[name] for name in _LOOK]
    for name, _ in RULES:
        at = rules[name].at if name in rules else -1
        columns.append((np.arange(n) == at).astype(np.float64))
    columns += [chances, shifted(chances, 1)]
    for width in (3, 8):
        columns += [window(chances, width, after=side) for side in (False, True)]
    total = max(1e-9, float(chances.sum()))
    columns.append((total - np.cumsum(chances)) / total)
    columns += [*_about(lines, core), *_beside_core(n, core), *_repeated(lines)]
    marks = np.maximum(column["byline"], column["date"])
    columns += [np.maximum(shifted(marks, -1), shifted(marks, -2))]
    columns += [np.maximum.reduce([shifted(marks, o) for o in (1, 2, 3)])]
    columns += [np.maximum(shifted(column["prose"], 1), shifted(column["sentence end"], 1))]
    columns += [shifted(column["one or two words"], -1)]
    columns += [shifted(column["known chrome"], 1), shifted(column["known chrome"], -1)]
    columns += [shifted(column["prompt words"], 1) + shifted(column["prompt words"], 2)]
    shape = np.array([float(4 <= line.count(" ") + 1 <= 18) for line in lines])
    columns += [shape, _first_above(shape * (1 - column["sentence end"]), core, chances)]
    columns += [_ends_as_before(lines)]
    return np.column_stack(columns)


def _about(lines: Sequence[str], core: Core) -> list[Matrix]:
    """What each line shares with the core, with its first lines, and how often."""
    near = np.array([core.nearness(i) for i in range(len(lines))])
    opening: set[str] = set()
    for i in sorted(core.members)[:2]:
        opening |= core.words[i]
    with_opening = np.array(
        [len(own & opening) / len(own) if own else 0.0 for own in core.words], dtype=np.float64
    )
    times = np.array(
        [math.log1p(sum(core.counts[w] for w in own)) / 3 for own in core.words], dtype=np.float64
    )
    return [near, with_opening, times]


def _beside_core(n: int, core: Core) -> list[Matrix]:
    i = np.arange(n, dtype=np.float64)
    first = min(core.members, default=core.start)
    away = np.log1p(np.abs(first - i)) / 3
    inside = np.array([float(j in core.members) for j in range(n)])
    above = (i < first).astype(np.float64)
    return [away, inside, above, ((i < first) & (i >= first - 6)).astype(np.float64)]


def _repeated(lines: Sequence[str]) -> list[Matrix]:
    """How often a line recurs, and whether it stands somewhere with the site's name behind it."""
    folded = [fold(line) for line in lines]
    count = Counter(folded)
    recurs = np.array([math.log(count[line]) for line in folded], dtype=np.float64)
    short = [line for line in lines if len(line) < _LONGEST]
    heads = {fold(parts[0]) for line in short if (parts := split_suffix(line))}
    return [recurs, np.array([float(line in heads) for line in folded], dtype=np.float64)]


def _first_above(shape: Matrix, core: Core, chances: Matrix) -> Matrix:
    """The first line of a headline's shape in the dozen lines above the core."""
    out = np.zeros(len(shape))
    first = min(core.members, default=core.start)
    run = [i for i in range(max(0, first - 12), first) if shape[i] and chances[i] < 0.9]
    if run:
        out[run[0]] = 1.0
    return out


def _ends_as_before(lines: Sequence[str]) -> Matrix:
    """Whether the line before ends with this one: a breadcrumb or a kicker glued to it."""
    out = np.zeros(len(lines))
    for i in range(1, len(lines)):
        longer = len(lines[i]) <= len(lines[i - 1]) <= len(lines[i]) + 120
        if longer and 10 <= len(lines[i]) <= _LONGEST:
            out[i] = float(fold(lines[i - 1]).endswith(fold(lines[i])))
    return out
