from __future__ import annotations

import gzip
import io
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.pages import Article, Failure, read_inputs, read_warc
from make_archives import ID, STORY, framed, info, packed, page, record, response


def read(data: bytes, limit: int = 1_000_000) -> list[Article | Failure]:
    return list(read_warc(io.BytesIO(data), origin="x.warc", limit=limit))


def said(found: list[Article | Failure]) -> list[tuple[str, str]]:
    """The end of each origin, and the reason if there is one."""
    return [((f.origin or "")[-1:], getattr(f, "reason", "read")) for f in found]


def test_a_page_has_its_address_and_its_record() -> None:
    (article,) = read(info() + page(1))
    assert isinstance(article, Article)
    assert article.url == "https://a.example/1"
    assert article.origin == f"x.warc:{ID}1"
    assert article.title == "Talks resume"
    assert article.text.startswith("The ministers met")


def test_the_day_of_archiving_is_not_the_storys() -> None:
    (article,) = read(page())
    assert isinstance(article, Article)
    assert article.published is None


def test_a_record_without_an_id_is_named_by_its_place() -> None:
    first = info()
    (article,) = read(first + record(response(), WARC_Record_ID=""))
    assert article.origin == f"x.warc:{len(first)}"


@pytest.mark.parametrize(
    "pack",
    [
        b"".join,
        lambda r: packed(*r),
        lambda r: gzip.compress(b"".join(r)),
        lambda r: framed(*r),
        lambda r: framed(b"".join(r)),
        lambda r: framed(*r, dictionary=STORY * 3),
    ],
)
def test_only_pages_are_read_and_the_rest_is_counted(pack: object) -> None:
    records = [
        info(),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        page(1),
        record(b"", kind="revisit"),
        record(response(status="301 Moved"), number=2),
        record(response(b"\x89PNG", type="image/png"), number=3),
        record(b"1.2.3.4", number=4, WARC_Target_URI="dns:a.example", Content_Type="text/dns"),
        record(response(b"Talks resume.\n\nThey met on Monday, he said.", type="text/plain")),
    ]
    counts: Counter[str] = Counter()
    data = pack(records)  # type: ignore[operator]
    found = list(read_warc(io.BytesIO(data), left_out=counts))
    assert said(found) == [("1", "read"), ("0", "read")]
    assert counts == {
        "warcinfo record": 1,
        "request record": 1,
        "revisit record": 1,
        "response from outside the web": 1,
        "another status than 200": 1,
        "neither HTML nor plain text": 1,
    }


def test_an_archive_without_pages_says_so() -> None:
    (failed,) = read(info())
    assert isinstance(failed, Failure)
    assert failed.reason == "empty" and "warcinfo record 1" in failed.message
    (failed,) = read(b"")
    assert isinstance(failed, Failure) and failed.reason == "empty"


def test_a_page_without_a_story_is_a_failure_like_any_other() -> None:
    found = read(record(response(b"<html><nav>Home</nav></html>"), number=1) + page(2))
    assert said(found) == [("1", "no story"), ("2", "read")]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (record(response(), number=1, Content_Length=""), "broken record"),
        (record(response(), number=1, Content_Length="-5"), "broken record"),
        (record(response(), number=1, Content_Length="20"), "broken record"),
        (record(b"no response", number=1), "unreadable"),
        (record(response(), number=1, WARC_Truncated="length"), "cut short"),
        (record(response(), number=1, WARC_Segment_Number="1"), "cut short"),
        (record(response(b"x" * 200_000), number=1), "too large"),
        (record(response(b"<p>" + b"x" * 60_000), number=1), "too large"),
        (record(response(X_Long="y" * 70_000), number=1), "unreadable"),
        (page(1).replace(b"WARC-Date", b"X-Long: " + b"y" * 70_000 + b"\r\nX"), "broken record"),
        (b"WARC/3.9 what\r\n\r\n", "broken record"),
        (b"some bytes\r\n\r\n", "broken record"),
    ],
)
def test_a_bad_record_is_told_of_and_the_rest_goes_on(bad: bytes, reason: str) -> None:
    found = read(page(3) + bad + page(2), limit=50_000)
    assert [r for _, r in said(found)] == ["read", reason, "read"]
    failed = found[1]
    assert isinstance(failed, Failure) and failed.message.endswith(".")
    packed_found = read(packed(page(3), bad, page(2)), limit=50_000)
    assert [r for _, r in said(packed_found)] == ["read", reason, "read"]


def test_a_length_that_is_too_long_takes_the_next_record_along_at_most() -> None:
    bad = record(response(), number=1, Content_Length=str(len(response()) + 250))
    found = read(bad + page(2) + page(3))
    assert [r for _, r in said(found)] == ["broken record", "read"]
    found = read(packed(bad, page(2), page(3)))
    assert said(found)[-1] == ("3", "read")


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9])
def test_a_file_that_breaks_off(share: float) -> None:
    first, second = packed(page(1)), packed(page(2))
    found = read(first + second[: int(len(second) * share)])
    assert [r for _, r in said(found)] == ["read", "cut short"]
    found = read(page(1) + page(2)[: int(len(page(2)) * share)])
    assert [r for _, r in said(found)] == ["read", "cut short"]


def test_a_file_without_its_last_blank_lines_is_whole() -> None:
    assert said(read((page(1) + page(2))[:-4])) == [("1", "read"), ("2", "read")]


@pytest.mark.parametrize("at", [20, 120, 300, -6])
def test_a_damaged_member_is_told_of_and_the_next_is_read(at: int) -> None:
    members = [packed(page(n)) for n in (1, 2, 3)]
    middle = bytearray(members[1])
    middle[at] ^= 0xFF
    found = read(members[0] + bytes(middle) + members[2])
    assert said(found)[0] == ("1", "read")
    assert said(found)[-1] == ("3", "read")
    assert [r for _, r in said(found)[1:-1]] == ["broken record"]


def test_padding_and_rubbish_behind_a_member() -> None:
    assert [r for _, r in said(read(packed(page(1)) + b"\0" * 512 + packed(page(2))))] == [
        "read",
        "read",
    ]
    found = read(packed(page(1)) + b"rubbish" + packed(page(2)))
    assert [r for _, r in said(found)] == ["read", "broken record", "read"]


def test_a_small_archive_that_unpacks_to_much_is_passed_over_in_little_memory() -> None:
    bomb = record(response(b"<p>" + b"0" * 30_000_000), number=1)
    data = packed(bomb, page(2))
    assert len(data) < 50_000
    tracemalloc.start()
    found = read(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said(found) == [("1", "too large"), ("2", "read")]
    assert peak < 6_000_000


class Endless(io.RawIOBase):
    """A large archive that is never in memory as a whole."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self.parts = parts

    def read(self, size: int = -1) -> bytes:
        return next(self.parts, b"")


def test_memory_stays_flat_over_a_large_file() -> None:
    picture = record(response(b"\xff" * 500_000, type="image/jpeg"))
    binary = record(response(b"\0" * 100_000))
    parts = (part for _ in range(60) for part in (picture, binary))
    counts = 0
    tracemalloc.start()
    for found in read_warc(Endless(parts), left_out=Counter()):
        counts += isinstance(found, Failure)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert counts == 60
    assert peak < 12_000_000


def test_archives_among_the_inputs(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(page(1))
    (tmp_path / "b.warc.gz").write_bytes(packed(page(1), page(2)))
    (tmp_path / "c").write_bytes(page(1))
    (tmp_path / "d.bin").write_bytes(packed(page(1)))
    (tmp_path / "e.warc").write_bytes(STORY)
    (tmp_path / "f.warc.gz").write_bytes(packed(page(1), page(2))[:-50])
    (tmp_path / "g.warc.zst").write_bytes(b"\x28\xb5\x2f\xfd" + b"\0" * 50)
    (tmp_path / "h.warc.zst").write_bytes(framed(page(1), page(2)))
    found = list(read_inputs([tmp_path]))
    names = [(Path(f.origin or "").name.split(":")[0], getattr(f, "reason", "read")) for f in found]
    assert names == [
        ("a.warc", "read"),
        ("b.warc.gz", "read"),
        ("b.warc.gz", "read"),
        ("c", "read"),
        ("d.bin", "read"),
        ("e.warc", "broken record"),
        ("f.warc.gz", "read"),
        ("f.warc.gz", "cut short"),
        ("g.warc.zst", "cut short"),
        ("h.warc.zst", "read"),
        ("h.warc.zst", "read"),
    ]
    (article,) = read_inputs(["-"], stdin=io.BytesIO(packed(page(1))))
    assert article.origin == f"-:{ID}1"


PIECES = st.sampled_from(
    [page(1), page(2)[:200], packed(page(3)), packed(page(4))[:90], b"\r\n", b"WARC/1.0\r\n",
     b"Content-Length: 9999999999\r\n", b"WARC-Type: response\r\n", b"\r\n\r\n", b"\x1f\x8b\x08",
     b"\0" * 20, b"HTTP/1.1 200 OK\r\n", info()]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=8).map(b"".join) | st.binary(max_size=300))
def test_any_bytes_give_articles_and_failures(data: bytes) -> None:
    for found in read(data, limit=20_000):
        assert isinstance(found, Article) or found.message.endswith(".")
