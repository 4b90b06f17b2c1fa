"""Fits src/dualtrack/actors/tables/context_weights.tsv: which country a bare mention belongs to.

    python scripts/fit_context.py TRAIN.jsonl

A multinomial logit over the countries an article names and "none of them", one weight a feature
for all sectors and one for each group of sectors, pulled towards zero. Needs numpy.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np

from dualtrack.actors import Gazetteer
from dualtrack.actors._context import NONE, group
from dualtrack.actors._phrase import bare, split, words
from dualtrack.actors._words import fold
from measure_actors import read_items

TABLE = Path(__file__).resolve().parent.parent / "src/dualtrack/actors/tables/context_weights.tsv"
OFTEN = 6  # a word must be seen so many times to get a weight of its own
PULL = 0.5  # strength of the pull towards zero, in examples
HEAD = """\
# How much each sign speaks for a country when a mention says none ("officials", "the ministry").
# Source: fitted by scripts/fit_context.py on the labelled mentions of this project. group: "all",
# or a group of sectors (see _context.py); both are added. Made by the script; do not edit.
feature\tgroup\tweight
"""


def examples(path: Path) -> list[tuple[list[set[str]], int, str]]:
    """(features of each candidate, number of the right one, group); the last is "none"."""
    gazetteer = Gazetteer.load()
    out = []
    for item, on, memory in read_items(path, gazetteer):
        done = set()
        for event in item["events"]:
            for gold in (*event["actors"], *event["recipients"]):
                actor = gazetteer.resolve(gold["text"], on)
                start = memory.locate(gold["text"])
                if actor.country or actor.kind not in {"role", "person"} or start is None:
                    continue
                if (gold["text"], gold["country"]) in done:
                    continue
                done.add((gold["text"], gold["country"]))
                features = memory.scene.features(start, last_word(gold["text"]))
                names = list(features)
                if gold["country"] and gold["country"] not in names:
                    continue
                right = names.index(gold["country"]) if gold["country"] else len(names)
                sets = [features[name] for name in names] + [
                    {NONE, f"word {last_word(gold['text'])}"}
                ]
                out.append((sets, right, group(actor.sector)))
    return out


def last_word(mention: str) -> str:
    """The last word of a mention's head in lower case."""
    found = words(split(bare(fold(mention))).head)
    return found[-1] if found else ""


def fit(data: list[tuple[list[set[str]], int, str]]) -> dict[tuple[str, str], float]:
    """The weights, by gradient steps."""
    seen = Counter((f, g) for sets, _, own in data for s in sets for f in s for g in ("all", own))
    keys = sorted(
        (f, g)
        for (f, g), times in seen.items()
        if not f.startswith("word ") or (g == "all" and times >= OFTEN)
    )
    number = {key: i for i, key in enumerate(keys)}
    rows = [
        (
            [[number[f, g] for f in s for g in ("all", own) if (f, g) in number] for s in sets],
            right,
        )
        for sets, right, own in data
    ]
    weights = np.zeros(len(keys))
    speed = np.full(len(keys), 1e-6)
    for _ in range(150):
        slope = PULL * 2 * weights
        for parts, right in rows:
            scores = np.array([weights[p].sum() for p in parts])
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            chance[right] -= 1
            for part, value in zip(parts, chance, strict=True):
                np.add.at(slope, part, value)
        speed += slope**2
        weights -= 0.5 * slope / np.sqrt(speed)
    return {key: float(weights[i]) for key, i in number.items()}


def main() -> None:
    """Fits and writes the table."""
    data = examples(Path(sys.argv[1]))
    weights = fit(data)
    body = "".join(
        f"{f}\t{g}\t{w:.3f}\n" for (f, g), w in sorted(weights.items()) if abs(w) >= 0.005
    )
    TABLE.write_text(HEAD + body, encoding="utf-8")
    print(f"{len(data)} examples, {body.count(chr(10))} weights")


if __name__ == "__main__":
    main()
