"""Writes the shipped model's figures into the documents that quote them.

    python scripts/card.py

In README.md and in the model card, what stands between `<!-- figures -->` and `<!-- end -->` is
made anew from `model.json`; all else is left as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "src" / "dualtrack" / "coding" / "model"
# The strongest open peer that could be run (UniversalPetrarch), on lines of the same kind.
PEER = {"event": "0.16", "dyad": "0.21", "silence": "0.41"}
MEANING = {
    "event": "type, actors and recipients all right, F1",
    "dyad": "distinct (country, type, country) triples, F1",
    "type": "trigger found and type right, F1",
    "trigger": "trigger found, F1",
    "track": "as `event`, but only the track must fit, F1",
    "status": "accuracy where trigger and type were found",
    "mode": "likewise",
    "speaker": "likewise",
    "sector": "likewise, by mention",
    "condition": "conditions found, F1",
    "silence": "lines without an event left alone",
}
ROWS = (
    *("trigger", "type", "type macro", "actors", "recipients", "event", "event precision"),
    *("event recall", "track", "dyad", "status", "mode", "speaker", "sector", "condition"),
    "silence",
)
_BLOCK = re.compile(r"(<!-- figures -->\n).*?(<!-- end -->)", re.S)


def main() -> None:
    """Write both documents."""
    card = json.loads((MODEL / "model.json").read_text("utf-8"))
    for path, block in ((ROOT / "README.md", readme(card)), (MODEL / "README.md", full(card))):
        path.write_text(filled(path.read_text("utf-8"), block), "utf-8")


def filled(document: str, block: str) -> str:
    """The document with its figures made anew; ValueError if it has no place for them."""
    text, times = _BLOCK.subn(lambda m: f"{m[1]}{block}\n{m[2]}", document)
    if times != 1:
        raise ValueError(f"The document has {times} places for figures, not one.")
    return text


def readme(card: Mapping[str, Any]) -> str:
    """The table of the README: items, articles, the peer, and what is counted."""
    rows = [["figure", "items", "articles", "peer, items", "what it counts"]]
    for name, meaning in MEANING.items():
        both = [f"{card[part][name]:.2f}" for part in ("dev", "articles")]
        rows.append([f"`{name}`", *both, PEER.get(name, "–"), meaning])
    return table(rows)


def full(card: Mapping[str, Any]) -> str:
    """The tables of the model card: all figures, by type, and how well confidence holds."""
    rows = [["figure", "dev, int8", "dev, fp32", "articles, int8"]]
    for name in ROWS:
        parts = ("dev", "dev fp32", "articles")
        rows.append([name, *(f"{card[part][name]:.3f}" for part in parts)])
    types = card["dev"]["per type"]
    by_type = ", ".join(f"{kind} {value:.2f}" for kind, value in types.items())
    out = [table(rows), "", f"Type F1 by type, dev: {by_type}."]
    for part in ("dev", "articles"):
        held = card[f"{part} reliability"]
        rows = [["mean confidence", "share right", "events"]]
        rows += [[f"{a:.2f}", f"{b:.2f}", str(n)] for a, b, n in held["rows"]]
        out += ["", f"Confidence on {part}, expected calibration error {held['ece']:.3f}:", ""]
        out.append(table(rows))
    return "\n".join(out)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table in Markdown, the first as its head."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


if __name__ == "__main__":
    main()
