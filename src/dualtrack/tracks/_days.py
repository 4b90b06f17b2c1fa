"""Days as people give them."""

from __future__ import annotations

import datetime as dt
import re

from dualtrack._errors import InputError
from dualtrack.tracks._periods import By, last_day

_LENGTHS: dict[int, By] = {4: "year", 7: "month", 10: "day"}


def first_of(given: dt.date | str | None) -> dt.date | None:
    """The first day of `2024`, `2024-04` or `2024-04-14`; InputError where it is none of them."""
    return _span(given)[0] if isinstance(given, str) else given


def last_of(given: dt.date | str | None) -> dt.date | None:
    """The last day of `2024`, `2024-04` or `2024-04-14`; InputError where it is none of them."""
    return _span(given)[1] if isinstance(given, str) else given


def _span(text: str) -> tuple[dt.date, dt.date]:
    by = _LENGTHS.get(len(text))
    try:
        if by is None or not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
            raise ValueError
        start = dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        raise InputError(f"{text!r} is no day: give 2024-04-14, 2024-04 or 2024.") from None
    return start, last_day(start, by)


def check_days(since: dt.date | None, until: dt.date | None) -> None:
    """InputError where the first day comes after the last."""
    if since and until and since > until:
        raise InputError(f"The first day {since} comes after the last day {until}.")
