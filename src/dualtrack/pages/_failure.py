"""A page that could not be read, as it is reported: the run goes on without it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from dualtrack._errors import PageError


@dataclass(frozen=True, slots=True)
class Failure:
    """One rejected page. `reason` is a short stable word, `message` a sentence for people."""

    origin: str  # the file, file:line, URL or "-"; control characters are written as escapes
    reason: str
    message: str

    def to_dict(self) -> dict[str, str]:
        """The failure as plain JSON values."""
        return {"origin": self.origin, "reason": self.reason, "message": self.message}


def failure(origin: str, error: PageError) -> Failure:
    """The report of a page's error."""
    return Failure(origin, error.reason, str(error))


def shown(path: str | os.PathLike[str]) -> str:
    """A path as it can be printed anywhere: no control characters, no undecodable bytes."""
    text = os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
