"""How long a relation takes in a large record: `python benchmarks/relations.py [--record FILE]`.

Makes a record of made-up acts as large as twenty-three years of a news portal (about 100,000
articles, 130,000 acts, 4,000 of them between RUS and UKR), asks for relations in it, and prints
the middle of nine tries. With --record an existing record is asked instead.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import gc
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from dualtrack.actors import country_codes
from dualtrack.ontology import TYPES, intensity, quad, track
from dualtrack.record import Store
from dualtrack.record._engine import writing
from dualtrack.record._tables import (
    ARTICLES,
    CODINGS,
    EVENTS,
    EVIDENCE,
    MEMBERS,
    METADATA,
    PARTIES,
    REPORTS,
    VERSIONS,
)
from dualtrack.tracks import Record, Relation

FIRST = dt.date(2002, 7, 1)
DAYS = 8_500
WORDS = "the government said that talks on the border would go on despite new strikes and threats "
PAIRS = [("RUS", "UKR"), ("ISR", "IRN"), ("USA", "ISR"), ("USA", "PRK"), ("IND", "PAK")]
SHARES = [0.03, 0.012, 0.012, 0.008, 0.008]
OTHERS = sorted(country_codes())[::4]
SHARE_OF_STATUS = {"actual": 80, "announced": 6, "possible": 6, "predicted": 2, "negated": 4}


def _span(text: str, at: int) -> dict[str, Any]:
    return {"text": text, "start": at, "end": at + len(text)}


def _mention(country: str, rng: random.Random) -> dict[str, Any]:
    sector = rng.choice(("GOV", "GOV", "GOV", "MIL", "CVL", "LEG"))
    return {**_span(f"the {country} side", 0), "name": None, "country": country, "sector": sector}


def _pair(rng: random.Random) -> tuple[str, str]:
    at = rng.random()
    for pair, share in zip(PAIRS, SHARES, strict=True):
        if at < share:
            return pair if rng.random() < 0.6 else (pair[1], pair[0])
        at -= share
    one, other = rng.sample(OTHERS, 2)
    return one, other


def _event(number: int, article: str, day: dt.date, rng: random.Random) -> dict[str, Any]:
    kind = rng.choice(TYPES)
    status = rng.choices(list(SHARE_OF_STATUS), list(SHARE_OF_STATUS.values()))[0]
    source, target = _pair(rng)
    when = {"text": None, "start": None, "end": None, "on": day.isoformat()}
    if status == "announced" and rng.random() < 0.5:
        later = day + dt.timedelta(days=rng.randrange(1, 40))
        when = {**_span("next month", 40), "on": later.isoformat()}
    hanging = {**_span("if the talks fail", 60), "kind": "if"} if rng.random() < 0.03 else None
    mentions = [_mention(source, rng)] + [
        _mention(rng.choice(OTHERS), rng) for _ in range(rng.random() < 0.2)
    ]
    return {
        "id": f"{number:016x}",
        "article": article,
        "published": day.isoformat(),
        "type": kind,
        "mode": None,
        "quad": quad(kind),
        "track": track(kind, None),
        "status": status,
        "intensity": intensity(kind, None),
        "confidence": 0.75,
        "trigger": _span("strikes", 68),
        "also": [],
        "actors": mentions,
        "recipients": [_mention(target, rng)],
        "speaker": _span(rng.choice(("officials", "the army", "he", "the ministry")), 20)
        if rng.random() < 0.4
        else None,
        "condition": hanging,
        "location": {**_span("the border", 30), "country": target},
        "date": {
            **when,
            "until": when["on"],
            "precision": "day",
            "from": "text" if when["text"] else "published",
        },
        "quantities": [],
        "sentence": {"start": 0, "end": 88},
        "coder": {"version": "0.2.0", "model": "sha256:" + "0" * 64, "codebook": "1"},
    }


def _rows(articles: int, acts: float) -> Iterator[tuple[Any, dict[str, Any]]]:
    rng = random.Random(5)
    number = 0
    seen = dt.datetime(2026, 1, 1)
    for n in range(articles):
        key, version, coding = f"{n:016x}", f"v{n:015x}", f"c{n:015x}"
        day = FIRST + dt.timedelta(days=n * DAYS // articles)
        yield ARTICLES, {"id": key, "url": None, "site": None, "first_seen": seen}
        yield (
            VERSIONS,
            {
                "id": version,
                "article": key,
                "number": 1,
                "digest": f"{n:064x}",
                "seen": seen,
                "published": day,
                "title": f"Title {n}",
                "text": WORDS * 4,
                "language": "en",
                "section": "[]",
                "rest": "{}",
            },
        )
        yield (
            CODINGS,
            {
                "id": coding,
                "version": version,
                "number": 1,
                "at": seen,
                "coder": "0.2.0",
                "model": "sha256:0",
                "codebook": "1",
            },
        )
        for _ in range(int(acts) + (rng.random() < acts % 1)):
            number += 1
            yield from _act_rows(_event(number, key, day, rng), key, coding)


def _act_rows(
    event: dict[str, Any], article: str, coding: str
) -> Iterator[tuple[Any, dict[str, Any]]]:
    body = json.dumps(event, separators=(",", ":"))
    key = event["id"]
    yield REPORTS, {"id": key, "coding": coding, "event": key, "body": body}
    yield EVIDENCE, {"report": key, "words": WORDS}
    on = dt.date.fromisoformat(event["date"]["on"])
    kept = ("id", "type", "mode", "status", "track", "intensity", "confidence")
    yield (
        EVENTS,
        {
            **{name: event[name] for name in kept},
            "state": "standing",
            "judged": False,
            "reports": 1,
            "articles": 1,
            "reported": dt.date.fromisoformat(event["published"]),
            "on": on,
            "until": on,
            "conditional": event["condition"] is not None,
            "body": body,
        },
    )
    yield MEMBERS, {"report": key, "event": key, "article": article, "state": "standing"}
    for side, mentions in (("a", event["actors"]), ("r", event["recipients"])):
        for place, one in enumerate(mentions):
            yield (
                PARTIES,
                {
                    "event": key,
                    "side": side,
                    "place": place,
                    "country": one["country"],
                    "sector": one["sector"],
                    "name": None,
                    "written": one["text"].casefold(),
                },
            )


def make(path: str, articles: int, acts: float) -> None:
    """A record of made-up acts, written straight into the tables."""
    store = Store(path)
    held: dict[Any, list[dict[str, Any]]] = {}
    with writing(store.engine) as connection:
        for table, row in _rows(articles, acts):
            held.setdefault(table, []).append(row)
            if len(held[table]) == 20_000:
                _write(connection, held)
        _write(connection, held)
    store.close()


def _write(connection: Connection, held: dict[Any, list[dict[str, Any]]]) -> None:
    for table in METADATA.sorted_tables:  # a row comes after those that it points to
        if rows := held.pop(table, None):
            connection.execute(insert(table), rows)


def _middle(what: Callable[[], object], tries: int) -> tuple[float, float]:
    """Milliseconds of the clock and of the processor, each the middle one of some tries."""
    clock, processor = [], []
    for _ in range(tries):
        gc.collect()
        began, ran = time.perf_counter(), time.process_time()
        what()
        clock.append(time.perf_counter() - began)
        processor.append(time.process_time() - ran)
    return statistics.median(clock) * 1000, statistics.median(processor) * 1000


def measure(record: Record, tries: int) -> None:
    """Ask for some relations, and print how long each takes."""
    print(f"{'':34}{'clock':>9}{'processor':>11}{'acts':>8}{'periods':>9}")
    for a, b in [*PAIRS, ("EU", "RUS"), ("EU", "NATO"), ("USA/LEG", "CHN"), ("NATO", "the bank")]:
        for by in ("month", "day") if (a, b) == PAIRS[0] else ("month",):
            ask = functools.partial(record.relation, a, b, by=by)
            found: Relation = ask()
            acts = len(found.newest) + len(found.left_out)
            clock, processor = _middle(ask, tries)
            name = f"relation {a} {b} by {by}"
            periods = len(found.forward.periods)
            print(f"{name:34}{clock:6.0f} ms{processor:8.0f} ms{acts:8,}{periods:9,}")
    whole = functools.partial(record.relation, *PAIRS[0], listed=None)
    last = max(record.coverage())
    others: dict[str, Callable[[], object]] = {
        "  the same with all sentences": whole,
        "  as JSON values": whole().to_dict,
        "relations by activity, all days": record.relations,
        "relations by change": lambda: record.relations(order="change", until=last),
    }
    for name, ask in others.items():
        clock, processor = _middle(ask, max(1, tries // 3))
        print(f"{name:34}{clock:6.0f} ms{processor:8.0f} ms")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most {most:,.0f} MB")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--record", help="an existing record to ask")
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--acts", type=float, default=1.3, help="an article, on average")
    options.add_argument("--tries", type=int, default=9)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.record
        if place is None:
            place = str(Path(folder) / "made-up.db")
            make(place, given.articles, given.acts)
        with Record(place, create=False) as record:
            measure(record, given.tries)


if __name__ == "__main__":
    main()
