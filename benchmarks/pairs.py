"""The field's usual task on labelled lines: the type for a marked source and target.

    python benchmarks/pairs.py GOLD.jsonl

Every pair of one actor and one recipient of a line that stands in its text, and for which the
line has acts of one type only, is asked with `Coder.relation`. Printed are how many, accuracy,
and macro-F1 over the types that occur.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from dualtrack.coding import Coder, GoldLine, read_gold

Place = tuple[int, int]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, help="labelled lines")
    options = parser.parse_args()
    coder = Coder()
    answers = [
        (kind, coder.relation(line.text, source, target).type)
        for line in read_gold(options.gold)
        for source, target, kind in pairs(line)
    ]
    right = sum(a == b for a, b in answers)
    print(f"pairs     {len(answers)}")
    print(f"accuracy  {right / max(1, len(answers)):.3f}")
    print(f"macro-F1  {macro(answers):.3f}")
    return 0


def pairs(line: GoldLine) -> Iterator[tuple[Place, Place, str]]:
    """The places of source and target, and the type, of each pair that has one type only."""
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event in line.events:
        for actor in event["actors"]:
            for recipient in event["recipients"]:
                kinds[actor["text"], recipient["text"]].add(event["type"])
    for (source, target), found in kinds.items():
        a, b = line.text.find(source), line.text.find(target)
        if len(found) == 1 and a >= 0 and b >= 0 and source != target:
            yield (a, a + len(source)), (b, b + len(target)), next(iter(found))


def macro(answers: Sequence[tuple[str, str]]) -> float:
    """The mean over the wanted types of F1."""
    figures = []
    for kind in sorted({wanted for wanted, _ in answers}):
        hit = sum(a == b == kind for a, b in answers)
        size = sum(a == kind for a, _ in answers) + sum(b == kind for _, b in answers)
        figures.append(2 * hit / size)
    return sum(figures) / max(1, len(figures))


if __name__ == "__main__":
    sys.exit(main())
