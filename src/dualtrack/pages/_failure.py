"""A page that could not be read, as it is reported: the run goes on without it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from dualtrack._errors import PageError

log = logging.getLogger(__name__)


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


@contextmanager
def one_page(what: str, name: str) -> Iterator[None]:
    """Turn any fault inside into a PageError about `what`; `name` is for the log.

    A fault of ours or of a library on one page must not stop a run over a million.
    """
    try:
        yield
    except PageError:
        raise
    except Exception as error:
        log.exception("a page broke its reader: %s", name)
        raise PageError(
            f"{what} could not be read: {type(error).__name__} in its reader."
        ) from error


def shown(path: str | os.PathLike[str]) -> str:
    """A path as it can be printed anywhere: no control characters, no undecodable bytes."""
    text = os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
