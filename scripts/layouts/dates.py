"""Dates as pages print and declare them."""

from __future__ import annotations

import datetime as dt

from layouts.job import Job
from layouts.marks import mark

MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
}

# Each form with how exact it is. %B of another language is put in before strftime sees the form.
PRINTED = {
    "us": ("%B %-d, %Y", "day"),
    "us short": ("%b %-d, %Y", "day"),
    "us clock": ("%B %-d, %Y %-I:%M %p", "missing"),
    "us zone": ("%B %-d, %Y at %-I:%M %p %Z", "known"),
    "us weekday": ("%A, %B %-d, %Y", "day"),
    "uk": ("%-d %B %Y", "day"),
    "uk clock": ("%-d %B %Y, %H:%M", "missing"),
    "uk zone": ("%a %-d %b %Y %H.%M %Z", "known"),
    "uk shout": ("%H:%M, %-d %b %Y", "missing"),
    "uk numbers": ("%d/%m/%Y", "day"),
    "iso": ("%Y-%m-%d", "day"),
    "iso clock": ("%Y-%m-%d %H:%M", "missing"),
    "utc": ("%b %-d, %Y, %H:%M UTC", "known"),
    "offset": ("%Y-%m-%d %H:%M %z", "known"),
    "de": ("%d.%m.%Y", "day"),
    "de clock": ("%d.%m.%Y, %H:%M Uhr", "missing"),
    "de words": ("%-d. %B %Y, %H.%M Uhr", "missing"),
    "fr clock": ("%-d %B %Y à %Hh%M", "missing"),
    "fr": ("%-d %B %Y", "day"),
    "es": ("%-d de %B de %Y", "day"),
    "es clock": ("%d/%m/%Y %H:%Mh", "missing"),
}

DECLARED = {
    "offset": "known",
    "utc": "known",
    "millis": "known",
    "basic": "known",
    "naive": "missing",
    "day": "day",
}


def declared(job: Job, form: str, which: str = "published") -> str:
    """A stamp for a machine to read; "" where the story has no such date."""
    at = job.moment(which)
    if at is None:
        return ""
    job.told.date(which, DECLARED[form])
    universal = at.astimezone(dt.UTC)
    return {
        "offset": at.isoformat(timespec="seconds"),
        "utc": universal.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "millis": universal.strftime("%Y-%m-%dT%H:%M:%S.") + "000Z",
        "basic": at.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "naive": at.strftime("%Y-%m-%dT%H:%M:%S"),
        "day": at.strftime("%Y-%m-%d"),
    }[form]


def printed(job: Job, form: str, which: str = "published") -> str:
    """A date for people to read, marked; "" where the story has no such date."""
    at = job.moment(which)
    if at is None:
        return ""
    pattern, precision = PRINTED[form]
    if form == "utc":
        at = at.astimezone(dt.UTC)
    language = job.site.language
    if language in MONTHS:
        pattern = pattern.replace("%B", MONTHS[language].split()[at.month - 1])
    job.told.date(which, precision)
    return mark("date", at.strftime(pattern))


def time_tag(
    job: Job, form: str, stamp: str = "offset", which: str = "published", attributes: str = ""
) -> str:
    """A `<time>` element; "" where the story has no such date."""
    text = printed(job, form, which)
    if not text:
        return ""
    return f'<time{attributes} datetime="{declared(job, stamp, which)}">{text}</time>'


def around(job: Job, form: str, number: int) -> str:
    """The date of another story, in the same form as this page prints its own."""
    at = job.rest[number % len(job.rest)].published
    pattern, _ = PRINTED[form]
    if (language := job.site.language) in MONTHS:
        pattern = pattern.replace("%B", MONTHS[language].split()[at.month - 1])
    return at.strftime(pattern.replace(" %Z", "").replace(" %z", ""))
