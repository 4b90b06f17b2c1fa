"""What a block's own words say against its being a part of the story."""

from __future__ import annotations

from dualtrack.pages._chrome import fold, reason_of
from dualtrack.pages._dates import date_line


def own_reason(text: str, title: str | None) -> str | None:
    """Why a block is chrome, judged by its own words and the page's title; None if it is not."""
    if title and len(text) < 2 * len(title) and fold(text) == fold(title):
        return "title"
    if (line := date_line(text)) is not None and not line.rest:
        return "date line"
    return reason_of(text)
