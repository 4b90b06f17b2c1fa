"""Labelled lines for tests, and the examples made of them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from dualtrack.coding._pieces import load_pieces
from dualtrack.train._examples import Builder, Example

PIECES = load_pieces(Path(str(files("dualtrack.coding") / "model" / "tokenizer.json")))


def event(trigger: str, kind: str = "ASSAULT", **more: Any) -> dict[str, Any]:
    return {
        "trigger": trigger, "type": kind, "mode": None, "actors": [], "recipients": [],
        "status": "actual", "speaker": None, "condition": None, "location": None, "date": None,
        **more,
    }  # fmt: skip


def who(text: str, country: str | None = None, sector: str = "GOV") -> dict[str, Any]:
    return {"text": text, "country": country, "sector": sector}


def build(
    text: str, *events: dict[str, Any], context: str = "", builder: Builder | None = None
) -> Example:
    line = {"id": "x", "text": text, "context": context, "events": list(events)}
    return (builder or Builder(PIECES)).build([line])[0]
