"""How likely each block of a page is a part of its story: two small logistic models.

The first looks at each block with what stands around it; the second looks at the first one's
judgement of the neighbours and of the blocks that are made alike. The weights are in
`block_weights.json`, by the names of the features; `scripts/fit_blocks.py` fits them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from dualtrack._errors import TableError
from dualtrack.pages.html._features import Features, features
from dualtrack.pages.html._page import BlockPage

_FILE = Path(__file__).resolve().with_name("block_weights.json")
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class BlockModel:
    """The weights of both models."""

    first: Weights
    second: Weights


@cache
def block_model() -> BlockModel:
    """The model that is shipped."""
    try:
        data = json.loads(_FILE.read_text(encoding="utf-8"))
        return BlockModel(
            *({str(k): float(v) for k, v in data[part].items()} for part in ("first", "second"))
        )
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise TableError(f"{_FILE.name} is no model of blocks: {error}") from error


def scores(page: BlockPage, model: BlockModel | None = None) -> list[float]:
    """For each block the log odds of being a part of the story."""
    model = model or block_model()
    own = features(page)
    first = [weighed(model.first, found) for found in own]
    return [weighed(model.second, found) for found in in_context(page, own, first)]


def weighed(weights: Weights, found: Features) -> float:
    """The weighted sum of features; one without a weight counts nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in found.items())


def in_context(page: BlockPage, own: Sequence[Features], first: Sequence[float]) -> list[Features]:
    """The second model's features: the first one's judgement of a block and of those near it."""
    chance = [share(score) for score in first]
    kinds: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for block, size, p in zip(page.blocks, page.sizes, chance, strict=True):
        known = kinds[block.place.kind]
        known[0] += size * p
        known[1] += size
    out: list[Features] = []
    n = len(first)
    told = [size * p for size, p in zip(page.sizes, chance, strict=True)]
    whole_story, above = sum(told) or 1.0, 0.0
    for i, score in enumerate(first):
        kind, size = page.blocks[i].place.kind, page.sizes[i]
        inside, whole = kinds[kind]
        alike = (inside - size * chance[i]) / (whole - size) if whole > size else 0.5
        found = {
            "constant": 1.0,
            "itself": max(-6.0, min(6.0, score)),
            "alike": alike,
            "alike, alone": float(whole == size),
            "story above": above / whole_story,
            "story below": max(0.0, 1 - (above + told[i]) / whole_story),
        }
        above += told[i]
        found["story all above"] = float(found["story below"] < _REST < found["story above"])
        for step, name in ((-1, "above"), (1, "below")):
            near = [chance[i + step * k] if 0 <= i + step * k < n else 0.0 for k in (1, 2, 3)]
            found[name] = near[0]
            found[f"two {name}"] = near[1]
            found[f"best of three {name}"] = max(near)
        found["between"] = min(found["best of three above"], found["best of three below"])
        for name in _AGAIN:
            if name in own[i]:
                found[name] = own[i][name]
                found[f"{name}, between"] = own[i][name] * found["between"]
                found[f"{name}, all above"] = own[i][name] * found["story all above"]
        out.append(found)
    return out


_REST = 0.1  # share of a story that notes below it may hold by mistake
_AGAIN = (
    "prose", "words: 1-3", "words: 4-9", "element: heading", "all linked", "all bold",
    "element: li", "ends cut", "says it is chrome", "element says it is chrome",
    "prose far from the story",
    "line far from the story", "declared as summary", "trafilatura keeps it",
    "the makers speak to the reader", "calls for an offer", "offers, short", "begins as a teaser",
    "first prose below the title", "called: standfirst", "words: 10-24", "ends as a sentence",
    "all aside", "words of the trade", "names an author", "opens with an author",
    "begins with a label", "in brackets", "holds an address", "points back", "quotation marks",
    "the reader", "the makers", "names the site", "begins with a mark", "of the main kind",
    "below a rule", "capitals",
)  # fmt: skip


def share(score: float) -> float:
    """Log odds as a chance from 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
