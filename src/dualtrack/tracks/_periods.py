"""Days, weeks, months and years in a row. A week is an ISO week and begins on Monday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, get_args

By = Literal["day", "week", "month", "year"]
PERIODS: tuple[By, ...] = get_args(By)


def first_day(day: dt.date, by: By) -> dt.date:
    """The first day of the period that holds `day`."""
    if by == "year":
        return day.replace(month=1, day=1)
    if by == "month":
        return day.replace(day=1)
    if by == "week":
        # The calendar's first days lie in a week that begins before it: they keep their own.
        return day - dt.timedelta(days=min(day.weekday(), (day - dt.date.min).days))
    return day


def last_day(start: dt.date, by: By) -> dt.date:
    """The last day of the period that begins on `start`."""
    if by == "day":
        return start
    if by == "week":
        return start + dt.timedelta(days=min(6 - start.weekday(), (dt.date.max - start).days))
    if by == "year" or start.month == 12:
        return start.replace(month=12, day=31)
    return start.replace(month=start.month + 1) - dt.timedelta(days=1)


def label(start: dt.date, by: By) -> str:
    """`2024`, `2024-04`, `2024-W15` or `2024-04-14`."""
    if by == "year":
        return f"{start.year:04}"
    if by == "month":
        return f"{start.year:04}-{start.month:02}"
    if by == "week":
        year, week, _ = start.isocalendar()
        return f"{year:04}-W{week:02}"
    return start.isoformat()


def starts(first: dt.date, last: dt.date, by: By) -> Iterator[dt.date]:
    """First days of all periods from the one that holds `first` to the one that holds `last`."""
    start = first_day(first, by)
    while start <= last:
        yield start
        end = last_day(start, by)
        if end == dt.date.max:
            return
        start = end + dt.timedelta(days=1)
