"""Where output goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import BinaryIO

from dualtrack._errors import OutputError


@contextlib.contextmanager
def unbroken() -> Iterator[None]:
    """Hold Ctrl-C back until the block is left, so that what is written ends in whole lines."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: came.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came and callable(before):
        before(*came[0])


@contextlib.contextmanager
def open_place(path: Path | None, *, inputs: Iterable[str] = ()) -> Iterator[BinaryIO]:
    """A binary stream to `path`, or to standard output where it is None.

    A file is written aside, in the same folder, and takes its name only if the block ends well;
    otherwise it is removed and what was there before stays. Devices and pipes are written
    to directly. Raises OutputError before anything is done if the place cannot be written, or if
    it is one of `inputs`; and while writing, if the disk is full.
    """
    if path is None:
        yield from _standard_output()
        return
    if _special(path):
        with _sentences(path), path.open("wb") as stream:
            yield stream
        return
    real = check_place(path, inputs=inputs)
    aside = real.with_name(f".{real.name}.{os.getpid()}.part")
    with _sentences(path):
        stream = aside.open("xb")
        try:
            with stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if real.exists():  # a file that is replaced keeps who may read it
                aside.chmod(stat.S_IMODE(real.stat().st_mode))
            aside.replace(real)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise


def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:
        raise OutputError("Standard output is closed: name a file with -o.")
    stream = sys.stdout.buffer
    try:
        yield stream
    finally:
        with unbroken():
            stream.flush()


def check_place(path: Path, *, inputs: Iterable[str] = ()) -> Path:
    """The real path of a place that can be written, as far as can be told beforehand.

    Raises OutputError for a folder, a missing folder, a lack of permission, or one of `inputs`.
    """
    if _special(path):
        return path
    try:
        real = path.resolve()
        if real.is_dir():
            raise OutputError(f"{path} is a folder; give the name of a file to write.")
        if not real.parent.is_dir():
            raise OutputError(f"{path} cannot be written: there is no folder {path.parent}.")
        for source in inputs:
            if source != "-" and real.exists() and _same(real, source):
                raise OutputError(f"{path} is also an input; write to another file.")
        writable = os.access(real, os.W_OK) if real.exists() else os.access(real.parent, os.W_OK)
    except (OSError, ValueError, RuntimeError) as error:
        raise OutputError(f"{path} cannot be written: {_why(error)}.") from error
    if not writable:
        raise OutputError(f"{path} cannot be written: permission denied.")
    return real


def _special(path: Path) -> bool:
    """Whether the path is a device or a pipe, which is written to as it stands."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _same(real: Path, source: str) -> bool:
    try:
        return real.samefile(source)
    except (OSError, ValueError):
        return False  # a pattern, a missing file: the reader will say


@contextlib.contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Turn the system's errors while writing into ours; a closed pipe stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {_why(error)}.") from error


def _why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason[:1].lower() + reason[1:]
