"""What goes wrong on labelled lines, sorted by kind and counted.

    python benchmarks/errors.py GOLD.jsonl [--show KIND] [--model FOLDER]

Each labelled act is right, or lost in one way: no act was found at its trigger ("missed"), one of
another type was ("type"), or the type is right and somebody is not: the actor, the recipient or
both, where "none found" and "too many" are told apart from "another". What was found where
nothing is labelled is "extra". `--show` prints the cases of one kind.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dualtrack.coding import Coder, GoldLine, read_gold
from dualtrack.coding._compare import TESTS, Act, Who, pair_up, same_actors, same_trigger, to_act
from dualtrack.train._tune import predict

Case = tuple[str, str, str]  # its kind, the line's text, what was wanted and found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, help="labelled lines")
    parser.add_argument("--show", metavar="KIND", help="print the cases of this kind")
    parser.add_argument("--model", type=Path, help="a folder with another model")
    options = parser.parse_args()
    gold = read_gold(options.gold)
    found = predict(Coder(options.model), gold)
    cases = [case for line in gold for case in cases_of(line, found[line.id])]
    for kind, count in Counter(kind for kind, *_ in cases).most_common():
        print(f"{count:5} {kind}")
    for kind, text, told in cases:
        if kind == options.show:
            print(f"\n{text}\n  {told}")
    return 0


def cases_of(line: GoldLine, events: Sequence[Mapping[str, Any]]) -> Iterator[Case]:
    """One case for each labelled act, and one for each event that matches none in type."""
    wanted, found = [to_act(e) for e in line.events], [to_act(e) for e in events]
    whole = {id(a): b for a, b in pair_up(wanted, found, TESTS["event"])}
    typed = {id(a): b for a, b in pair_up(wanted, found, TESTS["type"])}
    for act in wanted:
        other = whole.get(id(act)) or typed.get(id(act))
        kind = "right" if id(act) in whole else lost(act, other, found)
        yield kind, line.text, f"wanted {told(act)}; found {told(other) if other else 'none'}"
    matched = {id(a) for a in (*whole.values(), *typed.values())}
    for act in found:
        if id(act) not in matched:
            yield "extra", line.text, f"found {told(act)}"


def lost(act: Act, other: Act | None, found: Sequence[Act]) -> str:
    """In which way an act was lost."""
    if other is None:
        return "type" if any(same_trigger(act, f) for f in found) else "missed"
    wrong = [
        f"{name}: {_how(gold, mine)}"
        for name, gold, mine in (
            ("actor", act.actors, other.actors),
            ("recipient", act.recipients, other.recipients),
        )
        if not same_actors(gold, mine)
    ]
    return " and ".join(wrong)


def _how(gold: Sequence[Who], mine: Sequence[Who]) -> str:
    if not mine:
        return "none found"
    if not gold:
        return "should be none"
    if all(any(a.same(b) for b in mine) for a in gold):
        return "too many"
    return "another"


def told(act: Act) -> str:
    """An act in one line: trigger, type, who to whom."""
    sides = [", ".join(map(_name, side)) or "nobody" for side in (act.actors, act.recipients)]
    return f"{' '.join(sorted(act.trigger))} {act.type} ({sides[0]} → {sides[1]}), {act.status}"


def _name(who: Who) -> str:
    return f"{' '.join(sorted(who.written))} [{who.country or 'no country'} {who.sector}]"


if __name__ == "__main__":
    sys.exit(main())
