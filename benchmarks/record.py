"""How quickly coded events are kept, and what a rerun and a search then cost.

    python benchmarks/record.py [--articles 5000] [--db URL]

The pages are made up: dyads, types and days are drawn as the news has them, a few often and most
seldom, so that the merging rule has as much to compare as it would have.
"""

from __future__ import annotations

import argparse
import cProfile
import datetime as dt
import pstats
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dualtrack.coding import CoderInfo, Event, Mention, Span, When
from dualtrack.ontology import MODES, intensity, quad, track
from dualtrack.pages import Article, Paragraph, Published
from dualtrack.record import Store
from dualtrack.run import Coded

CODER = CoderInfo("0.1.0", "sha256:bench", "1")
_WORDS = """\
USA RUS UKR ISR IRN CHN PRK KOR JPN IND PAK SYR TUR IRQ SAU EGY FRA DEU GBR ITA POL SWE BRA ARG MEX
struck warned praised accused joined armed fined met blamed threatened aided left
forces minister convoy treaty border port parliament envoys tariffs talks base
"""
COUNTRIES, VERBS, NOUNS = (line.split() for line in _WORDS.splitlines())
BEGIN = dt.date(2002, 7, 1)


def pages(count: int, seed: int = 7) -> Iterator[Coded]:
    """Coded pages in the order of their days, 1.3 events each."""
    draw = random.Random(seed)
    types = sorted(MODES)
    for n in range(count):
        day = BEGIN + dt.timedelta(days=n * 8500 // count)
        sentences: list[tuple[str, str, str, str]] = []
        for _ in range(draw.choice((0, 1, 1, 1, 2, 3))):
            a, b = (COUNTRIES[int(len(COUNTRIES) * draw.random() ** 2)] for _ in "ab")
            sentences.append((a, draw.choice(VERBS), b, " ".join(draw.choices(NOUNS, k=8))))
        filler = " ".join(draw.choices(NOUNS, k=20)).capitalize() + "."
        text = " ".join([f"{a} {v} {b} {rest}." for a, v, b, rest in sentences] + [filler])
        id_ = f"bench-{n}"
        article = Article(
            id=id_,
            text=text,
            title=filler,
            published=Published(day),
            language="en",
            paragraphs=(Paragraph(0, len(text)),),
        )
        events, at = [], 0
        for a, verb, b, rest in sentences:
            kind = types[int(len(types) * draw.random() ** 1.5)]
            events.append(_event(article, at, (a, verb, b, rest), kind, day))
            at += len(f"{a} {verb} {b} {rest}. ")
        yield Coded(article, tuple(events))


def _event(
    article: Article, at: int, words: tuple[str, str, str, str], kind: str, day: dt.date
) -> Event:
    a, verb, b, rest = words
    cut = at + len(a) + 1
    other = cut + len(verb) + 1
    return Event(
        id=f"{article.id}:{at}",
        article=article.id,
        published=day,
        type=kind,
        mode=None,
        quad=quad(kind),
        track=track(kind, None),
        status="actual",
        intensity=intensity(kind, None),
        confidence=0.8,
        trigger=Span(verb, cut, cut + len(verb)),
        actors=(Mention(Span(a, at, at + 3), a, a, "GOV"),),
        recipients=(Mention(Span(b, other, other + 3), b, b, "GOV"),),
        speaker=None,
        condition=None,
        location=None,
        date=When(None, day, day, "day", "published"),
        quantities=(),
        sentence=(at, other + len(b) + 1 + len(rest) + 1),
        coder=CODER,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--db", help="an empty database; default: a file in a temporary folder")
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    made = list(pages(given.articles))
    events = sum(len(one.events) for one in made)
    with tempfile.TemporaryDirectory() as folder, Store(given.db or f"{folder}/r.db") as store:
        for what in ("first", "again"):
            begun, cpu = time.perf_counter(), time.process_time()
            if given.profile and what == "first":
                _profiled(store, made)
            else:
                kept = store.keep(made, coder=CODER)
                print(f"{what:8}", kept)
            wall, used = time.perf_counter() - begun, time.process_time() - cpu
            print(
                f"{what:8} {events / wall:8,.0f} events/s, {events / used:,.0f} by processor time"
            )
        begun = time.perf_counter()
        hits = len(store.search("convoy treaty -talks", limit=20))
        print(f"search   {time.perf_counter() - begun:8.3f} s for {hits} hits")
        print(f"events   {sum(1 for _ in store.events()):8,} acts of {events:,} reports")
        if not given.db:
            print(f"size     {Path(folder, 'r.db').stat().st_size / 1e6:8.1f} MB")


def _profiled(store: Store, made: list[Coded]) -> None:
    with cProfile.Profile() as profile:
        store.keep(made, coder=CODER)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
