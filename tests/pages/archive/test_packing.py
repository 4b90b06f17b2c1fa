from __future__ import annotations

import gzip
import io
import sys
import time
import tracemalloc

import pytest
import zstandard

from dualtrack._errors import MissingExtra
from dualtrack.pages import Article, Failure, read_inputs, read_warc
from dualtrack.pages.archive._packing import begins_archive, packing_of
from make_archives import STORY, framed, info, packed, page, record, response, skipped


def read(data: bytes) -> list[Article | Failure]:
    return list(read_warc(io.BytesIO(data)))


def reasons(data: bytes) -> list[str]:
    return [getattr(found, "reason", "read") for found in read(data)]


def test_how_a_file_is_packed() -> None:
    assert packing_of(page()) is None
    assert packing_of(packed(page())).name == "gzip"  # type: ignore[union-attr]
    assert packing_of(framed(page())).name == "zstd"  # type: ignore[union-attr]
    assert begins_archive(framed(page()))
    assert begins_archive(framed(page(), dictionary=STORY))
    assert not begins_archive(b"\x28\xb5")


@pytest.mark.parametrize("pack_it", [True, False])
def test_frames_with_a_dictionary(pack_it: bool) -> None:
    data = framed(info(), page(1), page(2), dictionary=STORY * 2, pack_it=pack_it)
    assert reasons(data) == ["read", "read"]
    assert reasons(skipped(b"a note", 3) * 2_000 + framed(page(1)) + skipped(b"", 0)) == ["read"]


def test_a_dictionary_that_is_none() -> None:
    torn = skipped(zstandard.compress(STORY)[:40]) + framed(page(1))
    assert "broken record" in reasons(torn) or "read" in reasons(torn)
    (first, *_) = read(skipped(zstandard.compress(b"\0" * 2**25)) + framed(page(1)))
    assert isinstance(first, Failure)
    assert "dictionary is too large" in first.message
    (first, *_) = read(b"\x5d\x2a\x4d\x18\xff\xff\xff\xff" + framed(page(1)))
    assert isinstance(first, Failure)
    assert "dictionary is too large" in first.message


@pytest.mark.parametrize("pack", [packed, framed])
def test_behind_damage_reading_goes_on_with_the_next_member(pack: object) -> None:
    first, second = pack(page(1)), pack(page(2))  # type: ignore[operator]
    torn = first[:60] + b"\xff" * 40 + first[100:]
    assert reasons(torn + second) == ["broken record", "read"]
    assert reasons(second + first[:-20]) == ["read", "cut short"]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
@pytest.mark.parametrize("kind", ["response", "request"])
def test_a_bomb_is_refused_at_once_and_the_next_page_is_read(pack: object, kind: str) -> None:
    bomb = pack(record(response(b"\0" * 90_000_000), kind=kind))  # type: ignore[operator]
    after = pack(page(2))  # type: ignore[operator]
    tracemalloc.start()
    begun = time.process_time()
    first, second = read(bomb + after)
    took = time.process_time() - begun
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(first, Failure)
    assert first.reason == "broken record"
    assert "more than 250 times its size" in first.message
    assert isinstance(second, Article)
    assert took < 2
    assert peak < 100_000_000


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(MissingExtra, match=r"dualtrack\[zstd\]"):
        read(framed(page()))
    found = list(read_inputs(["-"], stdin=io.BytesIO(framed(page()))))
    assert [f.reason for f in found if isinstance(f, Failure)] == ["missing part"]
    assert reasons(packed(page())) == ["read"]
