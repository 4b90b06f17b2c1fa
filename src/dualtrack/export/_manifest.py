"""What lies beside an export and says what it is: counts, query, coders, scales, checksums."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from dualtrack._version import __version__
from dualtrack.coding import CODEBOOK, CoderInfo
from dualtrack.ontology import SCALE

GOLDSTEIN = "goldstein-cameo"  # the scores in cameo.tsv; they have no version of their own


@dataclass(frozen=True, slots=True)
class Written:
    """One file: its name, rows, bytes and SHA-256 in hex digits."""

    name: str
    rows: int
    bytes: int
    sha256: str


@dataclass(slots=True)
class Tally:
    """What is counted while rows are written."""

    of: str  # "events" or "reports"
    read: int = 0
    written: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    judged: int = 0
    merged: int = 0
    coders: Counter[CoderInfo] = field(default_factory=Counter)


def manifest(
    form: str,
    query: dict[str, Any],
    tally: Tally,
    files: list[Written],
    *,
    lost: tuple[str, ...],
    moment: dt.datetime,
) -> dict[str, Any]:
    """The manifest as JSON values. `lost` names what the format has no place for."""
    coders = sorted(tally.coders.items(), key=lambda item: (-item[1], str(item[0])))
    return {
        "format": form,
        "of": tally.of,
        "made": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "program": f"dualtrack {__version__}",
        "query": query,
        "read": tally.read,
        "written": tally.written,
        "left_out": dict(sorted(tally.left_out.items())),
        "states": dict(sorted(tally.states.items())),
        "judged": tally.judged,
        "merged": tally.merged,
        "notes": dict(sorted(tally.notes.items())),
        "no_place_for": list(lost),
        "scales": scales(form),
        "codebook": CODEBOOK,
        "coders": [{**coder.to_dict(), tally.of: n} for coder, n in coders],
        "files": [
            {"name": f.name, "rows": f.rows, "bytes": f.bytes, "sha256": f.sha256} for f in files
        ],
    }


def scales(form: str) -> dict[str, str]:
    """The scale of each column that holds a score."""
    return {
        "gdelt": {"GoldsteinScale": GOLDSTEIN},
        "icews": {"Intensity": GOLDSTEIN},
        "polecat": {"Intensity": SCALE},
        "plover": {"event_scale": SCALE},
    }.get(form, {"intensity": SCALE})
