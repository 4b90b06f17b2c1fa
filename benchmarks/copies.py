"""How many copies are found, by kind of change, how many articles are wrongly joined, how fast.

    python benchmarks/copies.py [--items ITEMS.jsonl.gz] [--stories 4000]

First on the shipped sample (80 stories, and its pages read in both forms), then, with `--items`
(JSON lines with a `text`, short news items), on stories made of 16 items each and on the items
themselves, all of which are taken to be different stories: near copies among them are printed to be
looked at. A join is false where fewer than 80 % of the shorter text's words stand in the longer.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from dualtrack.pages import read_page
from dualtrack.pages.copies._copies import Copies, CopyOf
from dualtrack.sample import html_pages, text_pages
from make_copies import CHANGES, Story, contained, mixture, quoting, sample_stories

SHARE = 0.8


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=Path, help="news items, for more and longer stories")
    parser.add_argument("--stories", type=int, default=4_000, help="stories made of items")
    options = parser.parse_args()
    forms()
    changes("the sample's stories", sample_stories())
    if options.items:
        texts = items(options.items)
        made = [texts[i : i + 16] for i in range(0, len(texts) - 15, 16)]
        speed(made)
        changes("stories of 16 items", made[: options.stories])
        alone(texts)
    return 0


def forms() -> None:
    """Both forms of the sample's pages, as they are read."""
    copies = Copies()
    found = 0
    for page in html_pages():
        copies.add(page.name.partition(".")[0], read_page(page.read_bytes()).text)
    dumps = text_pages()
    for page in dumps:
        slug = page.name.partition(".")[0]
        copy = copies.add(slug, read_page(page.read_bytes()).text)
        found += copy is not None and copy.of == slug
    print(f"text dumps of the sample joined with their pages: {found} of {len(dumps)}")


def changes(name: str, stories: list[Story]) -> None:
    """Changed copies of every story after all the stories."""
    rng = random.Random(7)
    texts: dict[str, Story] = {f"{i}": story for i, story in enumerate(stories)}
    for i, story in enumerate(stories):
        for kind, change in CHANGES.items():
            texts[f"{i}/{kind}"] = change(story, rng)
        other = stories[(i + rng.randrange(1, len(stories))) % len(stories)]
        texts[f"{i}/half another story"] = mixture(story, other)
        texts[f"{i}/quoting another story"] = quoting(other, story)
    order = list(texts)
    order.sort(key=lambda id: "/" in id)
    copies = Copies()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    begun = time.perf_counter()
    joined = {id: copies.add(id, "\n\n".join(texts[id])) for id in order}
    seconds = time.perf_counter() - begun
    for id, copy in joined.items():
        story, _, kind = id.partition("/")
        if copy is None:
            continue
        right = copy.of.partition("/")[0] == story and kind in CHANGES
        found[kind] += right
        false[kind or "the stories"] += not right and contained(texts[id], texts[copy.of]) < SHARE
    words = sum(len(" ".join(text).split()) for text in texts.values()) / len(texts)
    print(f"\n{name}: {len(stories)}, {len(texts)} texts of {words:.0f} words")
    for kind in CHANGES:
        print(f"  {kind:24s} {found[kind] / len(stories):.4f} found, {false[kind]} false joins")
    for kind in ("half another story", "quoting another story", "the stories"):
        print(f"  {kind:24s} {false[kind]} false joins")
    print(f"  {len(texts) / seconds:,.0f} articles/s, {len(copies.boilerplate())} boilerplate runs")


def speed(stories: list[Story]) -> None:
    """As articles come: two in three new, one a copy of an earlier one."""
    rng = random.Random(7)
    kinds = list(CHANGES.values())
    feed = []
    for story in stories:
        feed.append("\n\n".join(story))
        if rng.random() < 0.5:
            changed = rng.choice(kinds)(rng.choice(stories[: len(feed)]), rng)
            feed.append("\n\n".join(changed))
    before = resident()
    copies = Copies()
    begun = time.perf_counter()
    joined = sum(copies.add(str(i), text) is not None for i, text in enumerate(feed))
    seconds = time.perf_counter() - begun
    memory = (resident() - before) / len(feed) / 1_000
    words = sum(len(text.split()) for text in feed) / len(feed)
    print(
        f"\n{len(feed)} articles of {words:.0f} words, {joined} of them copies: "
        f"{len(feed) / seconds:,.0f} articles/s, {memory:.1f} kB of memory an article"
    )


def alone(texts: list[str]) -> None:
    """Every item on its own: joins are to be looked at."""
    copies = Copies()
    begun = time.perf_counter()
    joined = [c for i, text in enumerate(texts) if (c := copies.add(str(i), text))]
    seconds = time.perf_counter() - begun
    near = [copy for copy in joined if copy.how == "near"]
    print(
        f"\n{len(texts)} items: {len(joined) - len(near)} exact and {len(near)} near copies, "
        f"{len(copies.boilerplate())} boilerplate runs, {len(texts) / seconds:,.0f} items/s"
    )
    for copy in near:
        show(copy, texts)


def show(copy: CopyOf, texts: list[str]) -> None:
    print(f"  {copy.share:.2f}\n    {texts[int(copy.of)]}\n    {texts[int(copy.id)]}")


def resident() -> int:
    """Bytes of memory in use; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def items(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


if __name__ == "__main__":
    sys.exit(main())
