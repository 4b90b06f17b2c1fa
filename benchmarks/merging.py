"""How well the rule tells whether two reports are of one act, on the labelled pairs.

    python benchmarks/merging.py [--items ITEMS.jsonl.gz] [--errors]

The pairs in `benchmarks/merging` are places in news items, whose texts lie in the data folder
beside the checkout (`--items` names them otherwise). `--errors` prints the pairs that it gets
wrong, with their sentences. Intervals are Wilson's, at 95 %.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from dualtrack.record._same import contradiction, measured, same
from merging_set import Pair, counted, pairs, sentences

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DUALTRACK_SHARED", ROOT.parent / "shared"))
ITEMS = SHARED / "data" / "current_events" / "items.jsonl.gz"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=Path, default=ITEMS)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if not options.items.is_file():
        print("The news items that the pairs are places in are not there; name them with --items.")
        return 2
    found = pairs(options.items)
    alike = [p for p in found if p.drawn != "typed apart"]
    for name, some in (
        ("tuned on", [p for p in alike if p.half == "tune"]),
        ("second half", [p for p in alike if p.half == "test"]),
        ("drawn afterwards", [p for p in alike if p.half == "fresh"]),
        ("all", alike),
        ("all, days in a row", [p for p in alike if p.drawn == "days"]),
        ("all, likely copies", [p for p in alike if p.drawn == "copies"]),
    ):
        report(name, some)
    apart = [p for p in found if p.drawn == "typed apart"]
    print(f"typed apart: {sum(p.same for p in apart)} of {len(apart)} likely copies are one act")
    lost = Counter(contradiction(p.one, p.other) or "points" for p in alike if missed(p))
    print("missed because of:", ", ".join(f"{why} {n}" for why, n in lost.most_common()))
    if options.errors:
        errors(options.items, alike)
    return 0


def report(name: str, some: list[Pair]) -> None:
    tp, fp, fn, _ = counted((p.same, linked(p)) for p in some)
    print(
        f"{name}: {len(some)} pairs, {tp + fn} of one act; precision {tp}/{tp + fp} "
        f"{interval(tp, tp + fp)}, recall {tp}/{tp + fn} {interval(tp, tp + fn)}"
    )


def linked(pair: Pair) -> bool:
    return same(pair.one, pair.other) is not None


def missed(pair: Pair) -> bool:
    return pair.same and not linked(pair)


def interval(hits: int, of: int) -> str:
    """A share with Wilson's interval."""
    if not of:
        return "(none)"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.2f} ({middle - half:.2f} to {middle + half:.2f})"


def errors(items: Path, some: list[Pair]) -> None:
    told = sentences(items)
    for pair in some:
        if pair.same != linked(pair):
            why = contradiction(pair.one, pair.other)
            measures = {n: round(v, 2) for n, v in measured(pair.one, pair.other).items()}
            print("missed" if pair.same else "wrong", pair.one.type, why or measures)
            print("   ", told[pair.one.id])
            print("   ", told[pair.other.id])


if __name__ == "__main__":
    sys.exit(main())
