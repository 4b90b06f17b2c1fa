"""From the INPUTs a user names to the files behind them, in a stable order."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dualtrack._errors import UnreadablePage
from dualtrack.pages._failure import Failure, failure, shown
from dualtrack.pages._sniff import Kind

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_KINDS: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read; where `path` is None, the page at `url`, or standard input without one.

    `charset` is the encoding that the page's server named.
    """

    origin: str
    path: Path | None
    kind: Kind | None
    url: str | None = None
    charset: str | None = None


def expand(inputs: Iterable[str | os.PathLike[str]]) -> Iterator[Source | Failure]:
    """Turn files, folders, globs, addresses on the web and "-" into sources.

    Folders are read with all folders in them, in the order of names; names that begin with a
    dot are left out, as a shell's globs do. A file that is reached twice is read once. What
    cannot be read is a Failure in its place; the rest goes on.
    """
    seen: set[str] = set()
    for given in inputs:
        for found in _expand_one(os.fspath(given)):
            if isinstance(found, Source):
                path = found.path
                key = os.path.abspath(path) if path else found.url or "-"  # noqa: PTH100
                if key in seen:
                    continue
                seen.add(key)
            yield found


def kind_of_name(name: str) -> Kind | None:
    """The kind a file's ending stands for, `.gz` aside; None where it says nothing."""
    lower = name.casefold().removesuffix(".gz")
    if lower.endswith(".warc.zst"):
        return "warc"
    return _KINDS.get(os.path.splitext(lower)[1])  # noqa: PTH122


def no_access(error: OSError) -> UnreadablePage:
    """The error for a file or folder that the system does not give."""
    if isinstance(error, FileNotFoundError):
        return UnreadablePage("There is no such file or folder.")
    if isinstance(error, PermissionError):
        return UnreadablePage("There is no permission to read it.")
    return UnreadablePage(f"It cannot be read: {error.strerror or type(error).__name__}.")


def _expand_one(given: str) -> Iterator[Source | Failure]:
    if given == "-":
        yield Source("-", None, None)
        return
    if _URL.match(given):
        yield Source(shown(given), None, None, url=given)
        return
    if "\x00" in given or not given:
        yield failure(shown(given), UnreadablePage("This is no name of a file."))
        return
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        if glob.has_magic(given):
            yield from _expand_glob(given)
        else:
            yield failure(shown(given), no_access(error))
        return
    except OSError as error:
        yield failure(shown(given), no_access(error))
        return
    if stat.S_ISDIR(mode):
        yield from _expand_folder(path)
    else:
        yield Source(shown(path), path, kind_of_name(path.name))


def _expand_glob(pattern: str) -> Iterator[Source | Failure]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - keeps a relative pattern
    if not found:
        yield failure(shown(pattern), UnreadablePage("No file matches this pattern."))
    for name in found:
        path = Path(name)
        if path.is_dir():
            # "**" names every folder and every file in it already
            if "**" not in pattern:
                yield from _expand_folder(path)
        else:
            yield Source(shown(path), path, kind_of_name(path.name))


def _expand_folder(folder: Path) -> Iterator[Source | Failure]:
    empty = True
    for found in _walk(folder, set()):
        empty = False
        yield found
    if empty:
        yield failure(shown(folder), UnreadablePage("The folder holds no files."))


def _walk(folder: Path, above: set[tuple[int, int]]) -> Iterator[Source | Failure]:
    try:
        status = folder.stat()
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield failure(shown(folder), no_access(error))
        return
    here = (status.st_dev, status.st_ino)
    if here in above:  # a link back to a folder that holds it
        return
    for name in names:
        path = folder / name
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield failure(shown(path), no_access(error))
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path, above | {here})
        elif stat.S_ISREG(mode):
            yield Source(shown(path), path, kind_of_name(name))
        else:
            # opening a pipe or a device found by the way could wait for ever
            yield failure(shown(path), UnreadablePage("It is a pipe, a socket or a device."))
