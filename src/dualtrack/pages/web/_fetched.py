"""What comes back from the web, and what is kept of it to ask again only for what is new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field

from dualtrack.pages._failure import Failure


@dataclass(frozen=True, slots=True)
class Validator:
    """What a server gave to ask later whether a page has changed: its headers, as they came."""

    etag: str | None = None
    modified: str | None = None


Validators = MutableMapping[str, Validator]
"""Validators by address. A dict will do; one that is kept on disk saves more."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as the server gave it, unpacked.

    `url` is the address that was asked for, `final_url` the one that answered, after redirects.
    `headers` have lower-case names. `fetched_at` is aware, in UTC.
    """

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    fetched_at: dt.datetime


@dataclass(frozen=True, slots=True)
class NotModified:
    """A page that has not changed since it was last fetched; its fields are as in `Fetched`."""

    url: str
    final_url: str
    fetched_at: dt.datetime


Result = Fetched | NotModified | Failure
