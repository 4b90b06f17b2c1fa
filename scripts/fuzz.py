"""Fuzzing by coverage of everything that takes strangers' bytes: pages, feeds, archives.

    pip install -e '.[fuzz]'
    python scripts/fuzz.py html|text|feed|warc [-max_total_time=60] [CORPUS_FOLDER]

Whatever the bytes are, a reader gives an article, or raises an error of the project's own tree;
anything else, and anything slower than ten seconds, is a finding. Options behind the target are
libFuzzer's. An extra job, not part of the tests: those fuzz with hypothesis.
"""

from __future__ import annotations

import contextlib
import io
import logging
import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["dualtrack"]):
    from dualtrack import DualtrackError, read_page
    from dualtrack.pages import read_feed, read_warc

SLOW = "-timeout=10"


def html(data: bytes) -> None:
    read_page(b"<!doctype html><html><body>" + data)


def text(data: bytes) -> None:
    read_page(data)


def feed(data: bytes) -> None:
    read_feed(data, "https://example.org/feed")


def warc(data: bytes) -> None:
    for _ in read_warc(io.BytesIO(data), origin="fuzz.warc"):
        pass


TARGETS: dict[str, Callable[[bytes], None]] = {
    "html": html,
    "text": text,
    "feed": feed,
    "warc": warc,
}


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        raise SystemExit(f"Name a target: {', '.join(TARGETS)}.")
    target = TARGETS[sys.argv.pop(1)]
    logging.disable(logging.CRITICAL)

    def one(data: bytes) -> None:
        with contextlib.suppress(DualtrackError):
            target(data)

    atheris.Setup([sys.argv[0], SLOW, *sys.argv[1:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
