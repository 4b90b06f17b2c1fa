"""Proposes pairs of reports to be labelled (do both tell of one act?), and counts words.

    python scripts/merge_pairs.py choose --items ITEMS.jsonl.gz --work FOLDER
    python scripts/merge_pairs.py code --items ITEMS.jsonl.gz --work FOLDER
    python scripts/merge_pairs.py pairs --items ITEMS.jsonl.gz --work FOLDER
    python scripts/merge_pairs.py words --items ITEMS.jsonl.gz

`choose` takes a run of days in every year, and from it the items that have a neighbour, at most
three days away, which shares rare names with them; and some likely copies of all years (`DRAWS`).
`code` codes them with the shipped coder and keeps the events in FOLDER; a second run goes on.
`pairs` draws pairs of reports of different items: of one type and status, at most three days apart,
with a country or a name in common; from the runs some at random from each band of likeness, so that
hard ones are among them, and one of each two likely copies. It writes them in random order with
both texts, to be read and labelled by hand; no rule of the record takes part. `words` writes the
table of how many items hold a word.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

APART = 3  # days
RUN = 24  # days in each year
MOST = 2_400  # items to be coded
NAMED = 0.34  # of the weight of the poorer item's names: a neighbour
# From which likeness of the sentences on, and how many pairs are drawn there: most where hard.
BANDS = {0.0: 30, 0.1: 45, 0.2: 80, 0.3: 130, 0.45: 80, 0.6: 60}
TYPED_APART = 45  # pairs of likely copies that the coder gave different types or statuses
# Likely copies: whether of political items alone, how many pairs in which band of the likeness of
# the whole texts, and a seed. The last draw was made later, for a test that nothing was tuned on.
DRAWS = (
    (False, {0.3: 120, 0.45: 140, 0.6: 90}, 5),
    (True, {0.3: 80, 0.45: 120, 0.6: 100}, 5),
    (True, {0.3: 80, 0.45: 140, 0.6: 110}, 105),
)
POLITICAL = frozenset(
    (
        "Armed conflict and attacks",
        "Armed conflicts and attacks",
        "International relations",
        "Law and crime",
        "Politics",
        "Politics and elections",
        "Syrian civil war",
    )
)
LEAST = 40  # items that hold a word which is to be in the table
NAME = re.compile(r"[A-Z][\w'-]+")
WORD = re.compile(r"[a-z]{3,}|\d+")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stage", choices=("choose", "code", "pairs", "words"))
    parser.add_argument("--items", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("runs/merge"))
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    items = {i["id"]: i for i in read(options.items)}
    chosen, copied = options.work / "chosen.json", options.work / "copies.json"
    if options.stage == "choose":
        chosen.write_text(json.dumps(choose(items.values())), "utf-8")
        copied.write_text(json.dumps(likely(items.values())), "utf-8")
    elif options.stage == "code":
        pairs = json.loads(copied.read_text("utf-8"))
        ids = dict.fromkeys(json.loads(chosen.read_text("utf-8")))
        ids |= dict.fromkeys(id for pair in pairs for id in pair)
        code([items[i] for i in ids], options.work)
    elif options.stage == "pairs":
        draw(items, options.work)
    else:
        words(items.values())
    return 0


def likely(items: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """Pairs of items of all years that are likely copies, each once."""
    items = list(items)
    political = [i for i in items if i["category"] in POLITICAL]
    drawn = (copies(political if few else items, bands, seed) for few, bands, seed in DRAWS)
    return list(dict.fromkeys(pair for pairs in drawn for pair in pairs))


def words(items: Iterable[dict[str, Any]]) -> None:
    """Writes the table of words that the rule weighs with."""
    stems = import_module("dualtrack.record._stems")
    seen: Counter[str] = Counter()
    total = 0
    for item in items:
        seen.update(stems.stems(item["text"]))
        total += 1
    rows = sorted(((w, n) for w, n in seen.items() if n >= LEAST), key=lambda r: (-r[1], r[0]))
    path = Path(stems.__file__).with_name("same_words.tsv")
    head = path.read_text("utf-8").split("\n")[:2]
    lines = [*head, f"# items: {total}", *(f"{w}\t{n}" for w, n in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def read(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            item["day"] = date.fromisoformat(item["date"]).toordinal()
            yield item


def weights(texts: Iterable[set[str]]) -> dict[str, float]:
    """The rarer in the items, the more a word weighs."""
    seen: Counter[str] = Counter()
    total = 0
    for words in texts:
        seen.update(words)
        total += 1
    return {word: math.log(total / n) for word, n in seen.items()}


def alike(one: set[str], other: set[str], weight: dict[str, float]) -> float:
    """The weight of what both hold, of the lighter's weight."""
    common = sum(weight[w] for w in one & other)
    least = min(sum(weight[w] for w in one), sum(weight[w] for w in other))
    return common / least if least else 0.0


def choose(items: Iterable[dict[str, Any]]) -> list[str]:
    """Ids of the items to code, by day."""
    items = list(items)
    names = {i["id"]: set(NAME.findall(i["text"])) for i in items}
    weight = weights(names.values())
    rng = random.Random(20)
    first = {year: date(year, 1, 1).toordinal() + rng.randrange(340) for year in range(2003, 2026)}
    inside = [i for i in items if any(f <= i["day"] < f + RUN for f in first.values())]
    days: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for item in inside:
        days[item["day"]].append(item)
    near = []
    for item in inside:
        others = (o for d in range(-APART, APART + 1) for o in days.get(item["day"] + d, ()))
        mine = names[item["id"]]
        if any(
            o["id"] != item["id"] and alike(mine, names[o["id"]], weight) >= NAMED for o in others
        ):
            near.append(item)
    years: dict[str, list[str]] = defaultdict(list)
    for item in near:
        years[item["date"][:4]].append(item["id"])
    print({year: len(ids) for year, ids in years.items()}, file=sys.stderr)
    cap = next(
        c for c in range(1000, 0, -1) if sum(min(c, len(ids)) for ids in years.values()) <= MOST
    )
    return [id for ids in years.values() for id in ids[:cap]]


def copies(
    items: Iterable[dict[str, Any]], wanted: dict[float, int], seed: int
) -> list[tuple[str, str]]:
    """Pairs of items that are likely copies, some at random from each band."""
    items = sorted(items, key=lambda i: (i["day"], i["id"]))
    names = {i["id"]: set(NAME.findall(i["text"])) for i in items}
    words = {i["id"]: set(WORD.findall(i["text"].casefold())) for i in items}
    by_name, by_word = weights(names.values()), weights(words.values())
    bands: dict[float, list[tuple[str, str]]] = defaultdict(list)
    for i, one in enumerate(items):
        for other in items[i + 1 : i + 200]:
            if other["day"] - one["day"] > APART:
                break
            a, b = one["id"], other["id"]
            if alike(names[a], names[b], by_name) >= NAMED:
                near = alike(words[a], words[b], by_word)
                bands[max(band for band in (0.0, *wanted) if band <= near)].append((a, b))
    rng = random.Random(seed)
    return [pair for band, n in wanted.items() for pair in rng.sample(sorted(bands[band]), n)]


def code(items: list[dict[str, Any]], work: Path) -> None:
    """Codes what has not been coded yet, one line an item in `coded.jsonl`."""
    coding = import_module("dualtrack.coding")  # only this stage needs a model
    pages = import_module("dualtrack.pages")

    path = work / "coded.jsonl"
    done = {json.loads(line)["id"] for line in path.open()} if path.exists() else set()
    rng = random.Random(3)
    rest = [i for i in items if i["id"] not in done]
    runs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in rest:
        runs[item["date"][:4]].append(item)
    order = sorted(runs)
    rng.shuffle(order)  # so that a run that was stopped is a sample of the years
    coder = coding.Coder()
    with path.open("a", encoding="utf-8") as out:
        for year in order:
            for item in runs[year]:
                line = {"id": item["id"], "text": item["text"], "published": item["date"]}
                article = pages.article_of(line, item["id"], origin=None)
                _, events = next(coder.code_many([article]))
                found = [] if isinstance(events, coding.NotCoded) else [e.to_dict() for e in events]
                out.write(json.dumps({"id": item["id"], "events": found}) + "\n")
                out.flush()


def draw(items: dict[str, dict[str, Any]], work: Path) -> None:
    """Writes `pairs.json` (what was drawn, and how many there were) and `pairs.txt` (to read)."""
    coded = {}
    for line in (work / "coded.jsonl").open(encoding="utf-8"):
        found = json.loads(line)
        item = items[found["id"]]
        coded[item["id"]] = [report_of(item, event) for event in found["events"]]
    chosen = json.loads((work / "chosen.json").read_text("utf-8"))
    reports = [report for id in chosen for report in coded[id]]
    weight = weights(r["words"] for r in reports)
    rng = random.Random(11)
    bands: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
    for one, other in neighbours(reports):
        near = alike(one["words"], other["words"], weight)
        band = max(b for b in BANDS if b <= near)
        same = comparable(one, other)
        if same or near >= 0.45:
            bands[f"{band}" if same else "typed apart"].append((one, other))
    share = {f"{b}": n for b, n in BANDS.items()} | {"typed apart": TYPED_APART}
    drawn = [
        (band, *pair) for band in sorted(bands) for pair in sample(bands[band], share[band], rng)
    ]
    taken = {frozenset((a["item"]["id"], b["item"]["id"])) for _, a, b in drawn}
    for one, other in json.loads((work / "copies.json").read_text("utf-8")):
        alike_ = [(a, b) for a in coded[one] for b in coded[other] if comparable(a, b)]
        if alike_ and frozenset((one, other)) not in taken:
            drawn.append(("copies", *rng.choice(alike_)))
    rng.shuffle(drawn)
    out = [
        {"n": n, "band": band, "a": key(one), "b": key(other)}
        for n, (band, one, other) in enumerate(drawn)
    ]
    counts = {band: len(pairs) for band, pairs in sorted(bands.items())}
    (work / "pairs.json").write_text(json.dumps({"found": counts, "pairs": out}, indent=1))
    texts = [f"#{n}\n  {show(a)}\n  {show(b)}\n" for n, (_, a, b) in enumerate(drawn)]
    (work / "pairs.txt").write_text("".join(texts), "utf-8")


def report_of(item: dict[str, Any], event: dict[str, Any]) -> dict[str, Any]:
    """What is looked at here of one event."""
    parties = event["actors"] + event["recipients"]
    sentence = item["text"][event["sentence"]["start"] : event["sentence"]["end"]]
    return {
        "item": item,
        "event": event,
        "type": event["type"],
        "status": event["status"],
        "who": {p["country"] or (p["name"] or p["text"]).casefold() for p in parties},
        "words": set(WORD.findall(sentence.casefold())),
    }


def comparable(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Of one type and status, and with someone in common (or no one in either)."""
    common = one["who"] & other["who"] or not (one["who"] or other["who"])
    return bool(common) and one["type"] == other["type"] and one["status"] == other["status"]


def neighbours(reports: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Reports of two items, in order of days, with someone in common (or no one in either)."""
    ordered = sorted(reports, key=lambda r: (r["item"]["day"], r["item"]["id"]))
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if other["item"]["day"] - one["item"]["day"] > APART:
                break
            if other["item"]["id"] != one["item"]["id"] and (
                one["who"] & other["who"] or not (one["who"] or other["who"])
            ):
                yield one, other


def sample(pairs: list[Any], most: int, rng: random.Random) -> list[Any]:
    """Some pairs at random, of an item no more than three and of two items no more than one."""
    used: Counter[Any] = Counter()
    out = []
    for one, other in rng.sample(pairs, len(pairs)):
        a, b = one["item"]["id"], other["item"]["id"]
        if len(out) < most and used[a] < 3 and used[b] < 3 and not used[a, b]:
            used.update((a, b, (a, b)))
            out.append((one, other))
    return out


def key(report: dict[str, Any]) -> dict[str, Any]:
    trigger = report["event"]["trigger"]
    return {
        "item": report["item"]["id"],
        "trigger": [trigger["start"], trigger["end"]],
        "type": report["type"],
        "status": report["status"],
    }


def show(report: dict[str, Any]) -> str:
    event, text = report["event"], report["item"]["text"]
    start, end = event["trigger"]["start"], event["trigger"]["end"]
    who = [" + ".join(m["text"] for m in event[side]) for side in ("actors", "recipients")]
    marked = f"{text[:start]}<<{text[start:end]}>>{text[end:]}"
    kind = f"{event['type']}/{event['mode']} {event['status']}"
    return f"{report['item']['date']} {kind} [{who[0]} > {who[1]}]\n    {marked}"


if __name__ == "__main__":
    sys.exit(main())
