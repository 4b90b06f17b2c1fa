"""The lines to learn from besides the gold: those written for this project, and labels of ours
on news items whose text is not ours.

`lines/*.jsonl` hold text and events in the form of gold. `lines/news.jsonl.gz` holds labels
alone: an item's id, the hash of its text, and places in it (code points), so that nobody
else's sentences are copied. The text comes from the items' own file when there is one.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

WORDS = ("trigger", "speaker", "condition", "location", "date")
SIDES = ("actors", "recipients")
NEWS = "news.jsonl.gz"


def parse(text: str) -> list[dict[str, Any]]:
    """JSON lines as objects; empty lines are passed over."""
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def held_out(line: str) -> bool:
    """Whether a gold line, by its id, is kept for measuring paragraphs of real articles.

    Whole articles are held out, about one in eight, so that no line's neighbour was learnt from.
    """
    article, _, number = line.rpartition("-")
    if line.startswith(("ce-", "syn-", "own-")) or not number.isdigit():
        return False
    return hashlib.sha256(article.encode("utf-8")).digest()[0] % 8 == 0


def own_lines() -> list[dict[str, Any]]:
    """The labelled lines written for this project, in the form of gold."""
    folder = files("dualtrack.train") / "lines"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".jsonl")), key=lambda f: f.name)
    return [line for file in found for line in parse(file.read_text("utf-8"))]


def news_labels() -> list[dict[str, Any]]:
    """Our labels on news items: `id`, `sha256` (first 12 digits, of the text), `events`."""
    packed = (files("dualtrack.train") / "lines" / NEWS).read_bytes()
    return parse(gzip.decompress(packed).decode("utf-8"))


def news_lines(items: Path) -> list[dict[str, Any]]:
    """The labelled news items in the form of gold, with the texts of the file `items`.

    Items whose text is missing there, or another by now, are left out: places in it would be
    wrong.
    """
    texts = dict(_texts(items))
    return [
        {"id": label["id"], "text": text, "events": [spell(text, e) for e in label["events"]]}
        for label in news_labels()
        if (text := texts.get(label["id"])) is not None and digest(text) == label["sha256"]
    ]


def digest(text: str) -> str:
    """By which a label knows its text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def spell(text: str, event: dict[str, Any]) -> dict[str, Any]:
    """An event with places as one with words."""
    out = dict(event)
    for field in WORDS:
        out[field] = text[slice(*event[field])] if event[field] else None
    for side in SIDES:
        out[side] = [
            {"text": text[start:end], "country": country, "sector": sector}
            for start, end, country, sector in event[side]
        ]
    return out


def locate(text: str, events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events with words as events with places, for keeping; the reverse of `spell`.

    Triggers are taken in the order of the text, other words at the place nearest to theirs.
    Raises ValueError for words that do not stand in the text.
    """
    out: list[dict[str, Any]] = []
    cursor = 0
    for event in events:
        start = text.find(event["trigger"], cursor)
        start = start if start >= 0 else text.find(event["trigger"])
        cursor = max(start, 0)
        kept = dict(event)
        for field in WORDS:
            kept[field] = nearest(text, event[field], cursor) if event[field] else None
        for side in SIDES:
            kept[side] = [
                [*nearest(text, m["text"], cursor), m["country"], m["sector"]] for m in event[side]
            ]
        out.append(kept)
    return out


def nearest(text: str, words: str, near: int) -> list[int]:
    """The occurrence of some words that begins nearest to a place."""
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    if not starts:
        raise ValueError(f"{words!r} does not stand in the text.")
    start = min(starts, key=lambda i: abs(i - near))
    return [start, start + len(words)]


def _texts(items: Path) -> Iterator[tuple[str, str]]:
    packed = items.read_bytes()
    content = gzip.decompress(packed) if items.suffix == ".gz" else packed
    for record in parse(content.decode("utf-8")):
        yield record["id"], record["text"]
