"""The labelled pairs of reports in `benchmarks/merging`, with the words they are places in.

Nobody else's sentences are kept there: a report is places in a news item, which is known by its id
and the hash of its text; the text comes from the data folder beside the checkout.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dualtrack.coding import Event, event_of
from dualtrack.record._look import Look, look

FOLDER = Path(__file__).resolve().parent.parent / "benchmarks" / "merging"
PARTY = ("country", "sector", "name")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, whether they tell of one act, and which part of the set they are in.

    `half` is "tune", "test" or "fresh"; `drawn` is "days", "copies" or "typed apart".
    """

    one: Look
    other: Look
    same: bool
    half: str
    drawn: str


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def texts(items: Path) -> dict[str, str]:
    """The texts of the items that the set is about."""
    wanted = {r["item"] for r in _reports()}
    with gzip.open(items, "rt", encoding="utf-8") as lines:
        found = (json.loads(line) for line in lines)
        return {i["id"]: i["text"] for i in found if i["id"] in wanted}


def pairs(items: Path) -> list[Pair]:
    """The labelled pairs whose items are there with the text that was labelled."""
    words = texts(items)
    looks = {}
    for report in _reports():
        text = words.get(report["item"])
        if text is not None and digest(text) == report["sha256"]:
            event = unpack(report, text)
            start, end = event.sentence
            looks[report["id"]] = look(report["id"], report["item"], event, text[start:end])
    with (FOLDER / "pairs.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Pair(looks[row["a"]], looks[row["b"]], row["same"], row["half"], row["drawn"])
        for row in rows
        if row["a"] in looks and row["b"] in looks
    ]


def sentences(items: Path) -> dict[str, str]:
    """The evidence of each report of the set."""
    words = texts(items)
    return {r["id"]: words[r["item"]][slice(*r["sentence"])] for r in _reports()}


def _reports() -> Iterator[dict[str, Any]]:
    with gzip.open(FOLDER / "reports.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def pack(report_id: str, item: str, text: str, event: dict[str, Any]) -> dict[str, Any]:
    """One report without words: what a coder found, as places in the item's text."""
    place, date = event["location"], event["date"]
    return {
        "id": report_id,
        "item": item,
        "sha256": digest(text),
        "published": event["published"],
        "type": event["type"],
        "mode": event["mode"],
        "status": event["status"],
        "trigger": _at(event["trigger"]),
        "sentence": _at(event["sentence"]),
        "actors": [_party(m) for m in event["actors"]],
        "recipients": [_party(m) for m in event["recipients"]],
        "location": [*_at(place), place["country"]] if place else None,
        "date": [date["start"], date["end"], date["on"], date["until"], date["precision"],
                 date["from"]],
        "quantities": [[*_at(q), q["low"], q["high"], *_inside(q), q["unit"], q["relation"]]
                       for q in event["quantities"]],
    }  # fmt: skip


def unpack(report: dict[str, Any], text: str) -> Event:
    """The event of a packed report; what the rule does not look at is made up."""

    def words(start: int, end: int) -> dict[str, Any]:
        return {"text": text[start:end], "start": start, "end": end}

    def party(start: int, end: int, country: Any, sector: str, name: Any) -> dict[str, Any]:
        mention = words(start, end)
        own = mention["text"] if name == 0 else name
        return {**mention, "country": country, "sector": sector, "name": own}

    def quantity(start: int, end: int, *more: Any) -> Any:
        low, high, first, last, unit, relation = more
        counts = {"low": low, "high": high, "of": text[start + first : start + last]}
        return {**words(start, end), **counts, "unit": unit, "relation": relation}

    place = report["location"]
    begin, end, on, until, precision, source = report["date"]
    dated = words(begin, end) if begin is not None else {"text": None, "start": None, "end": None}
    return event_of(
        {
            **{name: report[name] for name in ("id", "published", "type", "mode", "status")},
            "article": report["item"],
            "quad": "",
            "track": None,
            "intensity": 0.0,
            "confidence": 1.0,
            "trigger": words(*report["trigger"]),
            "actors": [party(*m) for m in report["actors"]],
            "recipients": [party(*m) for m in report["recipients"]],
            "speaker": None,
            "condition": None,
            "location": {**words(*place[:2]), "country": place[2]} if place else None,
            "date": {**dated, "on": on, "until": until, "precision": precision, "from": source},
            "quantities": [quantity(*q) for q in report["quantities"]],
            "sentence": dict(zip(("start", "end"), report["sentence"], strict=True)),
            "coder": {"version": "0", "model": "0", "codebook": "1"},
        }
    )


def _at(span: dict[str, Any]) -> list[int]:
    return [span["start"], span["end"]]


def _party(mention: dict[str, Any]) -> list[Any]:
    """Its place, country, sector and name; 0 for a name that is the very words."""
    name = 0 if mention["name"] == mention["text"] else mention["name"]
    return [*_at(mention), mention["country"], mention["sector"], name]


def _inside(quantity: dict[str, Any]) -> list[int]:
    """Where what is counted stands in the quantity's own words; an empty place if nowhere."""
    at = quantity["text"].find(quantity["of"]) if quantity["of"] else -1
    return [at, at + len(quantity["of"])] if at >= 0 else [0, 0]


def counted(found: Iterable[tuple[bool, bool]]) -> tuple[int, int, int, int]:
    """(labelled same, found same) pairs as true and false positives, false and true negatives."""
    tp = fp = fn = tn = 0
    for same, linked in found:
        tp += same and linked
        fp += linked and not same
        fn += same and not linked
        tn += not same and not linked
    return tp, fp, fn, tn
