"""Ids made of what they name: the same thing has the same id in every record."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any


def digest(*parts: object) -> str:
    """SHA-256 of the parts' JSON, 64 hex digits."""
    packed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()


def short(*parts: object) -> str:
    """The first 16 hex digits of `digest`."""
    return digest(*parts)[:16]


def pack(value: Any) -> str:
    """A value as JSON text, as the tables keep it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def now() -> dt.datetime:
    """This moment in UTC, without a zone, as the tables keep it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
