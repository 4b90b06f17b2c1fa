"""Thresholds, chosen on held-out gold lines by the figures they give."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dualtrack.coding import Coder, GoldLine, score
from dualtrack.coding._labels import ROLES
from dualtrack.coding._model import Settings
from dualtrack.pages import article_of

log = logging.getLogger(__name__)

# The second pass looks at weaker candidates than it was taught to turn down: it finds there
# what the first one overlooks, and costs little.
START = Settings(0.0, 0.1, 0.5, dict.fromkeys(ROLES, 0.5), 0.5, ((0.0, 0.0), (1.0, 1.0)))
SHARE = (0.5, 0.7)
KEEP = (0.45, 0.6, 0.7, 0.8)
ROLE = (0.35, 0.45, 0.55)
CONDITION = (0.2, 0.35, 0.5)
CUE = (0.2, 0.35, 0.5)


def settings_dict(settings: Settings) -> dict[str, Any]:
    """Settings as they stand in `model.json`."""
    return {
        "glance": settings.glance,
        "floor": settings.floor,
        "keep": settings.keep,
        "role_floor": settings.role_floor,
        "cue_floor": settings.cue_floor,
        "share": settings.share,
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
        ("share", SHARE),
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
    if what == "share":
        return replace(settings, share=value)
    if what == "cue":
        return replace(settings, cue_floor=value)
    return replace(settings, role_floor={**settings.role_floor, what: value})
