"""Confidence: what share of events is right at a score, and how well that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dualtrack.coding import Coder, GoldLine
from dualtrack.coding._compare import TESTS, pair_up, to_act
from dualtrack.coding._model import Settings
from dualtrack.train._tune import START, predict

POINTS = 8  # of the calibration curve
BINS = 5  # of a reliability table


def calibrate(coder: Coder, gold: Sequence[GoldLine]) -> Settings:
    """The settings with a calibration curve: at each score, the share of events right on gold.

    Isotonic regression (pool adjacent violators) over all events the coder keeps, thinned to
    a few points; an event is right as `event` counts it.
    """
    coder.settings = replace(coder.settings, calibration=START.calibration)
    curve = isotonic(sorted(judged(gold, predict(coder, gold))))
    coder.settings = replace(coder.settings, calibration=thin(curve))
    return coder.settings


def isotonic(pairs: Sequence[tuple[float, float]]) -> list[tuple[float, float, int]]:
    """Sorted (score, right) pairs → blocks (mean score, share right, size), share rising."""
    blocks: list[tuple[float, float, int]] = []
    for x, y in pairs:
        block = (x, y, 1)
        while blocks and blocks[-1][1] >= block[1]:
            a = blocks.pop()
            n = a[2] + block[2]
            block = (
                (a[0] * a[2] + block[0] * block[2]) / n,
                (a[1] * a[2] + block[1] * block[2]) / n,
                n,
            )
        blocks.append(block)
    return blocks


def thin(blocks: Sequence[tuple[float, float, int]]) -> tuple[tuple[float, float], ...]:
    """Blocks joined until each holds at least one POINTS-th of all events."""
    if not blocks:
        return START.calibration  # nothing was kept, so nothing can be told
    total = sum(n for _, _, n in blocks)
    out: list[tuple[float, float, int]] = []
    for x, y, n in blocks:
        if out and out[-1][2] < total / POINTS:
            a, b, m = out.pop()
            out.append(((a * m + x * n) / (m + n), (b * m + y * n) / (m + n), m + n))
        else:
            out.append((x, y, n))
    points = [(round(x, 4), round(min(max(y, 0.02), 0.98), 4)) for x, y, _ in out]
    low, high = points[0], points[-1]
    ends = ((0.0, round(low[1] / 2, 4)), (1.0, min(0.99, round((1 + high[1]) / 2, 4))))
    return (ends[0], *points, ends[1])


def judged(
    gold: Sequence[GoldLine], predicted: Mapping[str, Sequence[dict[str, Any]]]
) -> list[tuple[float, float]]:
    """(confidence, 1.0 if right else 0.0) of each predicted event, as `event` counts it."""
    pairs: list[tuple[float, float]] = []
    for line in gold:
        events = predicted[line.id]
        acts = [to_act(e) for e in events]
        matched = pair_up([to_act(e) for e in line.events], acts, TESTS["event"])
        right = {id(p) for _, p in matched}
        pairs += [
            (e["confidence"], float(id(act) in right)) for e, act in zip(events, acts, strict=True)
        ]
    return pairs


def reliability(pairs: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """How well confidence holds: `rows` of (mean confidence, share right, events), by rising
    confidence and of like size, and `ece`, the mean gap between the two over the events."""
    ordered = sorted(pairs, key=lambda pair: pair[0])
    blocks: list[list[tuple[float, float]]] = []
    for pair in ordered:
        # Events of one confidence stay together: parted, they would seem to differ.
        full = blocks and len(blocks[-1]) >= len(ordered) / BINS and blocks[-1][-1][0] != pair[0]
        if full or not blocks:
            blocks.append([])
        blocks[-1].append(pair)
    rows = [
        [
            round(sum(c for c, _ in block) / len(block), 4),
            round(sum(r for _, r in block) / len(block), 4),
            len(block),
        ]
        for block in blocks
    ]
    gap = sum(abs(said - right) * size for said, right, size in rows)
    return {"rows": rows, "ece": round(gap / max(1, len(ordered)), 4)}
