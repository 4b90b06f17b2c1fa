"""What each part of the coder gives: the figures with one part left out at a time.

    python benchmarks/ablation.py GOLD.jsonl [--model FOLDER] [--fp32 FOLDER]

Left out in turn: the first look, either pass's say in what an act is, the adding up of several
names of one party, the words that give a bare mention its country, and the lines' context.
`--fp32` names a folder with the same networks before int8. Time is that of this process.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dualtrack.coding import Coder, GoldLine, Mention, Span, read_gold, score
from dualtrack.coding import _compose as compose
from dualtrack.coding._parties import Party
from dualtrack.train._tune import predict

COLUMNS = ("type", "event", "dyad", "status", "sector", "condition", "silence")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, help="labelled lines")
    parser.add_argument("--model", type=Path, help="a folder with another model")
    parser.add_argument("--fp32", type=Path, help="a folder with the networks before int8")
    options = parser.parse_args()
    gold = read_gold(options.gold)
    coder = Coder(options.model)
    whole = coder.settings
    print(f"{'':32}{''.join(f'{c:>10}' for c in COLUMNS)}   seconds")
    report("whole", coder, gold)
    settings = {
        "no first look": replace(whole, glance=0.0),
        "the first pass alone decides": replace(whole, share=1.0),
        "the second pass alone decides": replace(whole, share=0.0),
        "no country from other words": replace(whole, cue_floor=1.1),
    }
    for name, changed in settings.items():
        coder.settings = changed
        report(name, coder, gold)
    coder.settings = whole
    with replaced_parties():
        report("each name of a party by itself", coder, gold)
    report("no context", coder, [replace(line, context=None) for line in gold])
    if options.fp32:
        report("fp32", Coder(options.fp32), gold)
    return 0


def report(name: str, coder: Coder, gold: Sequence[GoldLine]) -> None:
    """Print one row."""
    started = time.process_time()
    found = predict(coder, gold)
    seconds = time.process_time() - started
    figures = score(gold, found).to_dict()
    row = "".join(f"{figures[column]:10.3f}" for column in COLUMNS)
    print(f"{name:32}{row}{seconds:10.1f}", flush=True)


@contextmanager
def replaced_parties() -> Iterator[None]:
    """Names of one party are not added up: each stands from the floor on by itself."""
    kept = compose.parties

    def alone(
        named: Sequence[tuple[Mention, float]], floor: float, _: Callable[[Span, Span], str]
    ) -> list[Party]:
        best: dict[str, Party] = {}
        for mention, chance in named:
            key = mention.span.text.casefold()
            if chance >= floor and (key not in best or chance > best[key].chance):
                best[key] = Party(mention, chance)
        return list(best.values())

    compose.parties = alone
    try:
        yield
    finally:
        compose.parties = kept


if __name__ == "__main__":
    sys.exit(main())
