"""How many labelled mentions get the right country and sector from the tables alone.

    python scripts/measure_actors.py GOLD.jsonl [--misses N]

Each mention is resolved as written, with its item's context and text as memory. Prints shares
and the most frequent misses.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dualtrack.actors import Gazetteer, Memory

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day_of(item: dict[str, Any]) -> dt.date | None:
    """The day in an item's id (`ce-2015-11-06-...`), or None."""
    match = _DAY.search(item["id"])
    try:
        return dt.date.fromisoformat(match.group()) if match else None
    except ValueError:
        return None


class Tally:
    """Counts of right and wrong, and what was wrong."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.misses: dict[str, Counter[str]] = {"country": Counter(), "sector": Counter()}

    def add(self, gold: dict[str, Any], country: str | None, sector: str | None, seen: str) -> None:
        """One mention: what the label says and what was made of it."""
        text = gold["text"]
        kind = "with" if gold["country"] else "without"
        self.counts[f"country {kind}"] += 1
        self.counts[f"country {kind} right"] += country == gold["country"]
        self.counts[f"country {kind} unknown"] += country is None
        self.counts["sector"] += 1
        self.counts["sector right"] += (sector or "UNK") == gold["sector"]
        if country != gold["country"]:
            self.misses["country"][f"{text} | {gold['country']} not {country} | {seen}"] += 1
        if (sector or "UNK") != gold["sector"]:
            self.misses["sector"][f"{text} | {gold['sector']} not {sector}"] += 1

    def report(self, misses: int) -> None:
        """Prints the shares and the most frequent misses."""
        c = self.counts
        for kind in ("with", "without"):
            all_of = max(1, c[f"country {kind}"])
            right, unknown = c[f"country {kind} right"], c[f"country {kind} unknown"]
            wrong = all_of - right - (unknown if kind == "with" else 0)
            print(
                f"mentions {kind} a country: {all_of}, right {right / all_of:.3f},"
                f" wrong {wrong / all_of:.3f}, unknown {unknown / all_of:.3f}"
            )
        print(f"sector right: {c['sector right'] / max(1, c['sector']):.3f} of {c['sector']}")
        for field, counter in self.misses.items():
            if misses:
                print(f"\nmisses of {field}:")
            for line, count in counter.most_common(misses):
                print(f"{count:4} {line}")


def read_items(
    path: Path, gazetteer: Gazetteer
) -> Iterator[tuple[dict[str, Any], dt.date | None, Memory]]:
    """Each labelled line with events, its day, and a memory that has read it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if not item["events"]:
            continue
        on = day_of(item)
        memory = Memory(gazetteer)
        if item.get("context"):
            memory.read(item["context"], on)
        memory.read(item["text"], on)
        yield item, on, memory


def main() -> None:
    """Measures one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="list the N most frequent misses")
    args = parser.parse_args()
    gazetteer = Gazetteer.load()
    tally = Tally()
    for item, on, memory in read_items(args.gold, gazetteer):
        seen = set()
        for event in item["events"]:
            for mention in (*event["actors"], *event["recipients"]):
                key = json.dumps(mention, sort_keys=True)
                if key in seen:
                    continue
                seen.add(key)
                actor = gazetteer.resolve(mention["text"], on, memory)
                tally.add(mention, actor.country, actor.sector, item["id"][:13])
    tally.report(args.misses)


if __name__ == "__main__":
    main()
