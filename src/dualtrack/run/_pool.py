"""Worker processes, each with one coder, that give their results in the order of the input.

Each worker holds at most one chunk, so neither side can wait for the other to read; a few
finished chunks may wait for an earlier one. Memory is bounded by that, not by the input.
A worker whose parent is gone finds its pipe closed and ends.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from dualtrack._errors import DualtrackError, ModelError
from dualtrack.pages import Article, Failure
from dualtrack.run._outcome import Coded, CodesMany, code_chunk

Chunk = list[Article | Failure]
MakeCoder = Callable[[], CodesMany]


@dataclass(frozen=True, slots=True)
class _Broken:
    """An error on its way from a worker: errors themselves do not all travel."""

    message: str
    kind: str
    trace: str


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    number: int | None = None  # of the chunk it holds
    pages: str = ""


def pooled(
    chunks: Iterator[Chunk], make_coder: MakeCoder, jobs: int
) -> Iterator[list[Coded | Failure]]:
    """Code the chunks in `jobs` processes; one list of outcomes a chunk, in the same order.

    `make_coder` is called once in each process and must be a name that can be imported there.
    Raises DualtrackError if a worker dies, and whatever error of ours a worker met.
    """
    workers: list[_Worker] = []
    try:
        yield from _feed(chunks, workers, make_coder, jobs)
    finally:
        for worker in workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


def _feed(
    chunks: Iterator[Chunk], workers: list[_Worker], make_coder: MakeCoder, jobs: int
) -> Iterator[list[Coded | Failure]]:
    """Give chunks to whoever is idle; a worker is started (into `workers`) only when needed."""
    done: dict[int, list[Coded | Failure]] = {}
    given = taken = 0
    idle: list[_Worker] = []
    following = next(chunks, None)
    while following is not None or taken < given:
        # A slow chunk holds up what is given out after it, or the finished ones would pile up.
        while following is not None and given - taken < 4 * jobs:
            if not idle and len(workers) < jobs:
                workers.append(_start(make_coder))
                idle.append(workers[-1])
            if not idle:
                break
            _give(idle.pop(), given, following)
            given += 1
            following = next(chunks, None)
        busy = {w.pipe: w for w in workers if w.number is not None}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            number, outcomes = _take(worker)
            done[number] = outcomes
            idle.append(worker)
        while taken in done:
            yield done.pop(taken)
            taken += 1


def _start(make_coder: MakeCoder) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(make_coder, theirs), daemon=True)
    # Ctrl-C goes to every process of the terminal. Workers are born with it blocked, since
    # otherwise it could meet one while it still imports; the parent ends them.
    with _sigint_blocked():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextlib.contextmanager
def _sigint_blocked() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _give(worker: _Worker, number: int, chunk: Chunk) -> None:
    worker.number = number
    origins = [item.origin or "?" for item in chunk]
    worker.pages = origins[0] if len(origins) == 1 else f"{origins[0]} to {origins[-1]}"
    try:
        worker.pipe.send(chunk)
    except (BrokenPipeError, ConnectionError) as error:
        raise _died(worker) from error


def _take(worker: _Worker) -> tuple[int, list[Coded | Failure]]:
    try:
        answer = worker.pipe.recv()
    except (EOFError, ConnectionError) as error:
        raise _died(worker) from error
    if isinstance(answer, _Broken):
        if answer.kind == ModelError.__name__:
            raise ModelError(answer.message)
        ours = DualtrackError(answer.message)
        if answer.kind:
            raise ours
        unexpected = RuntimeError(f"{answer.message} (while coding {worker.pages})")
        unexpected.add_note(answer.trace)
        raise unexpected
    number, worker.number = worker.number, None
    assert number is not None
    return number, answer


def _died(worker: _Worker) -> DualtrackError:
    worker.process.join(1)
    code = worker.process.exitcode
    how = f"by signal {-code}" if code is not None and code < 0 else f"with exit status {code}"
    hint = " It may have run out of memory: try fewer --jobs." if code == -9 else ""
    return DualtrackError(f"A worker process was ended {how} while coding {worker.pages}.{hint}")


def _work(make_coder: MakeCoder, pipe: Connection) -> None:
    """The life of a worker: one coder, then chunk after chunk until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger().addHandler(logging.NullHandler())  # what happened is in the answer
    coder: CodesMany | None = None
    while True:
        try:
            chunk = pipe.recv()
        except (EOFError, OSError):
            return
        answer: list[Coded | Failure] | _Broken
        try:
            coder = coder or make_coder()
            answer = code_chunk(coder, chunk)
        except Exception as error:
            kind = type(error).__name__ if isinstance(error, DualtrackError) else ""
            message = str(error) if kind else f"{type(error).__name__}: {error}"
            answer = _Broken(message, kind, traceback.format_exc())
        try:
            pipe.send(answer)
        except OSError:
            return
