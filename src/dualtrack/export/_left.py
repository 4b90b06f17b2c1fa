"""What a format cannot hold: counted, with its reason."""

from __future__ import annotations

from collections import Counter

from dualtrack.export._act import Act

NO_CODE = "CAMEO has no code for it"
NO_DAY = "its day is not known"
NO_ACTOR = "it has no actor"
NO_RECIPIENT = "it has no recipient"
NO_PARTY = "it has neither actor nor recipient"


class LeftOut(Exception):
    """An act that a format cannot hold; `str(error)` is the reason, the same for all its kind."""


class Notes(Counter[str]):
    """How many of the rows written need a word of caution, by that word."""

    def day(self, act: Act) -> None:
        """Note where the day that stands in a row is not simply that of the act."""
        when = act.event.date
        if act.day != when.on:
            self["the day is that of the first report"] += 1
        elif when.until is not None and when.until != when.on:
            self["the day is the first of a longer time"] += 1
