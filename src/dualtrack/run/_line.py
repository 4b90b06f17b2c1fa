"""The whole line: from what there is to read, page by page, to events."""

from __future__ import annotations

import functools
import itertools
import os
from collections.abc import Iterable, Iterator

from dualtrack.coding import Coder
from dualtrack.pages import Article, Failure
from dualtrack.run._outcome import Coded, code_chunk
from dualtrack.run._pool import Chunk, MakeCoder, pooled

# A chunk is large enough that passing it on costs little, small enough for results to flow.
_CHUNK_ITEMS = 16
_CHUNK_CHARACTERS = 100_000
# Below this many pages the start of further processes costs more than it saves.
_SMALL = 64


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def code_pages(
    pages: Iterable[Article | Failure],
    *,
    jobs: int | None = None,
    make_coder: MakeCoder | None = None,
) -> Iterator[Coded | Failure]:
    """Code every article; one outcome a page, in the order of the input, as it comes.

    `jobs` is the number of processes, each with one coder of one thread; None means one for a
    small input and else one a core. Raises ModelError where the model cannot be loaded, and
    DualtrackError where a worker process dies.
    """
    pages = iter(pages)
    threads = 1
    if jobs is None:
        head = list(itertools.islice(pages, _SMALL))
        jobs = cores() if len(head) == _SMALL else 1
        if jobs == 1:
            threads = min(cores(), 4)
        pages = itertools.chain(head, pages)
    make_coder = make_coder or functools.partial(Coder, threads=threads)
    chunks = _chunks(pages)
    if jobs > 1:
        for outcomes in pooled(chunks, make_coder, jobs):
            yield from outcomes
        return
    coder = None
    for chunk in chunks:
        if coder is None and any(not isinstance(page, Failure) for page in chunk):
            coder = make_coder()
        if coder is not None:
            yield from code_chunk(coder, chunk)
        else:
            yield from (page for page in chunk if isinstance(page, Failure))


def _chunks(pages: Iterator[Article | Failure]) -> Iterator[Chunk]:
    chunk: Chunk = []
    size = 0
    for page in pages:
        chunk.append(page)
        size += 0 if isinstance(page, Failure) else len(page.text)
        if len(chunk) >= _CHUNK_ITEMS or size >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
