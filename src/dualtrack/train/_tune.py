"""Thresholds and calibration, chosen on held-out gold lines by the figures they give."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dualtrack.coding import Coder, GoldLine, score
from dualtrack.coding._compare import TESTS, pair_up, to_act
from dualtrack.coding._labels import ROLES
from dualtrack.coding._model import Settings
from dualtrack.pages import article_of

log = logging.getLogger(__name__)

# The second pass looks at weaker candidates than it was taught to turn down: it finds there
# what the first one overlooks, and costs little.
START = Settings(0.1, 0.5, dict.fromkeys(ROLES, 0.5), 0.5, ((0.0, 0.0), (1.0, 1.0)))
KEEP = (0.45,)  # from 0.40 to 0.55 dev cannot tell them apart; the lower half finds more
ROLE = (0.35, 0.45, 0.55)
CONDITION = (0.2, 0.35, 0.5)
CUE = (0.2, 0.35, 0.5)
POINTS = 8  # of the calibration curve


def settings_dict(settings: Settings) -> dict[str, Any]:
    """Settings as they stand in `model.json`."""
    return {
        "floor": settings.floor,
        "keep": settings.keep,
        "role_floor": settings.role_floor,
        "cue_floor": settings.cue_floor,
        "calibration": [list(point) for point in settings.calibration],
    }


def predict(coder: Coder, gold: Sequence[GoldLine]) -> dict[str, list[dict[str, Any]]]:
    """Events of each gold line, as outside JSON, by the line's id."""
    articles = [
        article_of({"id": g.id, "text": g.text, "context": g.context}, g.id, origin=None)
        for g in gold
    ]
    return {
        article.id: [e.to_dict() for e in events] if isinstance(events, list) else []
        for article, events in coder.code_many(articles)
    }


def tune(coder: Coder, gold: Sequence[GoldLine], start: Settings = START) -> Settings:
    """The best settings found on `gold`, one after the other, by `event` and `dyad` above all.

    Few values are tried: with some hundred lines a finer search would fit their accidents.
    """
    best, settings = -1.0, start
    trials: list[tuple[str, tuple[float, ...]]] = [
        ("keep", KEEP),
        ("recipient", ROLE),
        ("actor", ROLE),
        ("cue", CUE),
        ("condition", CONDITION),
    ]
    for what, values in trials:
        for value in values:
            trial = _with(settings, what, value)
            coder.settings = trial
            figures = score(gold, predict(coder, gold)).to_dict()
            merit = figures["event"] + figures["dyad"]
            merit += 0.2 * figures["silence"] + 0.1 * figures["condition"]
            log.info(
                "%s %.2f: event %.3f dyad %.3f silence %.3f",
                what,
                value,
                figures["event"],
                figures["dyad"],
                figures["silence"],
            )
            if merit > best + 1e-9:
                best, chosen = merit, trial
        settings = chosen
    coder.settings = settings
    return settings


def _with(settings: Settings, what: str, value: float) -> Settings:
    if what == "keep":
        return replace(settings, keep=value)
    if what == "cue":
        return replace(settings, cue_floor=value)
    return replace(settings, role_floor={**settings.role_floor, what: value})


def calibrate(coder: Coder, gold: Sequence[GoldLine]) -> Settings:
    """The settings with a calibration curve: at each score, the share of events right on gold.

    Isotonic regression (pool adjacent violators) over all events the coder keeps, thinned to
    a few points; an event is right as `event` counts it.
    """
    coder.settings = replace(coder.settings, calibration=((0.0, 0.0), (1.0, 1.0)))
    predicted = predict(coder, gold)
    pairs: list[tuple[float, float]] = []
    for line in gold:
        events = predicted[line.id]
        acts = [to_act(e) for e in events]
        matched = pair_up([to_act(e) for e in line.events], acts, TESTS["event"])
        right = {id(p) for _, p in matched}
        pairs += [
            (e["confidence"], float(id(act) in right)) for e, act in zip(events, acts, strict=True)
        ]
    curve = isotonic(sorted(pairs))
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
