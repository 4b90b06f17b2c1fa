"""Coding labelled lines and comparing: the figures that say how good the coder is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dualtrack._errors import GoldError
from dualtrack.coding import Scores, read_gold, read_predictions, score
from dualtrack.pages import Article, Failure, read_inputs
from dualtrack.run._line import code_pages
from dualtrack.run._pool import MakeCoder


def evaluate(
    gold: Path,
    predictions: Path | None = None,
    *,
    jobs: int | None = None,
    make_coder: MakeCoder | None = None,
) -> Scores:
    """The coder's figures for a file of labelled lines.

    Each line is read as `code` reads it and its text coded after its context, unless
    `predictions` names a file of events that are compared instead. Raises GoldError for lines
    that are not as the codebook gives them.
    """
    labelled = read_gold(gold)
    if predictions is not None:
        return score(labelled, read_predictions(predictions))
    found: dict[str, list[dict[str, Any]]] = {}
    for outcome in code_pages(_articles(gold), jobs=jobs, make_coder=make_coder):
        if not isinstance(outcome, Failure):
            found[outcome.article.id] = [event.to_dict() for event in outcome.events]
    return score(labelled, found)


def _articles(gold: Path) -> Iterator[Article]:
    """The lines as articles; a line that cannot be one would only seem to have no event."""
    for page in read_inputs([str(gold)]):
        if isinstance(page, Failure):
            raise GoldError(f"{page.origin}: {page.message}")
        yield page
