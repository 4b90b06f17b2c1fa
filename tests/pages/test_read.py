from __future__ import annotations

import gzip
import io
import json
import logging
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack._errors import (
    BadLine,
    BinaryPage,
    EmptyPage,
    NoStory,
    NothingToRead,
    PageError,
    TooLarge,
)
from dualtrack.pages import Article, Failure, read_inputs, read_page
from dualtrack.pages import _read as read_module

FIXTURES = Path(__file__).parent / "fixtures"
TEXT = "Talks resume in port\n\nThe ministers met in Hollvik on Monday and agreed to meet again.\n"
HTML = (
    "<html><h1>Talks resume</h1>" + "<p>The ministers met in Hollvik on Monday, they said.</p>" * 5
)


def check(article: Article) -> None:
    assert article.text
    for paragraph in article.paragraphs:
        piece = article.text[paragraph.start : paragraph.end]
        assert piece and piece == piece.strip()
    json.dumps(article.to_dict()).encode("utf-8")


@pytest.mark.parametrize("name", sorted(p.name for p in FIXTURES.iterdir()))
def test_pages_of_all_kinds(name: str) -> None:
    article = read_page((FIXTURES / name).read_bytes(), origin=name)
    check(article)
    assert article.language == "en"
    assert article.origin == name
    assert len(article.paragraphs) >= 3


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyPage),
        (b"\x89PNG\r\n\x1a\n", BinaryPage),
        (b"<html><body><nav>Home</nav></body></html>", NoStory),
        (b"<?xml version='1.0'?><rss><channel></channel></rss>", NoStory),
        (b"12 34\n\n56", NoStory),
        (b'{"id": 3}', BadLine),
        (b'{"text": "a"}\n{"text": "b"}', BadLine),
        (b"[" * 100_000, NoStory),
    ],
)
def test_pages_without_an_article(data: bytes, error: type[PageError]) -> None:
    with pytest.raises(error) as caught:
        read_page(data)
    assert str(caught.value).endswith(".")


def test_a_page_of_one_object_and_a_page_over_the_limit() -> None:
    assert read_page('{"text": "Iran hit Israel.", "id": "a"}').id == "a"
    with pytest.raises(TooLarge):
        read_page(TEXT, limit=20)


def test_the_url_is_kept_and_makes_the_id() -> None:
    one = read_page(TEXT, url="https://a.example/1")
    other = read_page(TEXT + "\nMore words came.", url="https://a.example/1")
    assert one.url == "https://a.example/1"
    assert one.id == other.id


def test_line_ends_of_a_text_are_kept_in_place() -> None:
    text = TEXT.replace("\n", "\r\n")
    article = read_page(text)
    (paragraph,) = article.paragraphs
    assert paragraph.source is not None
    assert text[slice(*paragraph.source)] == article.text


def test_windows_pages_keep_their_quotes() -> None:
    page = "Talks “resume” in port\n\nThe minister’s aide said on Monday that talks would go on."
    article = read_page(page.encode("cp1252"))
    assert article.title == "Talks “resume” in port"
    assert article.text.startswith("The minister’s aide")


def test_other_languages_are_read_and_said_to_be() -> None:
    text = (
        "Gespräche gehen weiter\n\nDie Minister trafen sich am Montag im Hafen und sprachen sechs "
        "Stunden lang über die Fischerei. Sie wollen sich am Freitag wieder treffen."
    )
    assert read_page(text).language == "de"


def test_broken_utf_8_is_never_silent() -> None:
    data = ("“Nobody won,” she said on Monday in the port of Hollvik. " * 4).encode()
    article = read_page(data[:100] + b"\xfe" + data[100:])
    assert "\ufffd" in article.text
    assert [d.reason for d in article.dropped] == ["bad bytes"]


def test_a_fault_of_a_reader_is_a_page_error(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(read_module, "read_text", fails)
    with caplog.at_level(logging.ERROR), pytest.raises(PageError, match="KeyError"):
        read_page(TEXT)
    assert "KeyError" in caplog.text


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.binary()))
def test_any_data_gives_an_article_or_a_page_error(data: str | bytes) -> None:
    try:
        article = read_page(data)
    except PageError as error:
        assert str(error).endswith(".")
    else:
        check(article)


WORDS = st.sampled_from(
    ["Home", "News", "Talks resume", "The talks resume on Monday, the minister said to them.",
     "Read more", "By Eva Lund", "14 April 2024", "They met and...", "\n", "\n\n", "\r\n", " | ",
     "<p>", "</p>", "<div class='share'>", "<h1>", "{", '"text":', "©", "\x00", "\ufeff", "\ud83d"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from([None, "html", "text"]))
def test_any_likely_page_gives_an_article_or_a_page_error(data: str, kind: str | None) -> None:
    try:
        article = read_page(data, kind=kind)  # type: ignore[arg-type]
    except PageError as error:
        assert str(error).endswith(".")
    else:
        check(article)


def test_inputs_of_all_kinds_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(HTML)
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "d.txt").write_bytes(b"")
    lines = b'{"text": "Iran hit Israel.", "id": "x"}\n\nno json\n{"id": 1}\n{"text": "Last."}'
    (tmp_path / "e.jsonl").write_bytes(lines)
    (tmp_path / "f.jsonl.gz").write_bytes(gzip.compress(lines))
    (tmp_path / "g.json").write_text('[{"text": "One."}, 3]')
    (tmp_path / "h.json").write_bytes(lines)
    (tmp_path / "i").write_text(HTML)
    (tmp_path / "j.jsonl").write_text("\n\n")
    found = list(read_inputs([tmp_path, tmp_path / "none"]))
    said = [
        (f.origin.removeprefix(str(tmp_path) + "/"), getattr(f, "reason", "read")) for f in found
    ]
    four = [("1", "read"), ("3", "bad line"), ("4", "bad line"), ("5", "read")]
    assert said == [
        ("a.txt", "read"),
        ("b.html", "read"),
        ("c.png", "binary"),
        ("d.txt", "empty"),
        *((f"e.jsonl:{n}", reason) for n, reason in four),
        *((f"f.jsonl.gz:{n}", reason) for n, reason in four),
        ("g.json[1]", "read"),
        ("g.json[2]", "bad line"),
        *((f"h.json:{n}", reason) for n, reason in four),
        ("i", "read"),
        ("j.jsonl", "empty"),
        ("none", "unreadable"),
    ]


@pytest.mark.parametrize(
    ("data", "count"),
    [(TEXT.encode(), 1), (HTML.encode(), 1), (b'{"text": "A b."}\n' * 3, 3), (b"", 1)],
)
def test_standard_input_is_told_by_its_content(data: bytes, count: int) -> None:
    found = list(read_inputs(["-"], stdin=io.BytesIO(data)))
    assert len(found) == count
    assert all(f.origin is not None and f.origin.startswith("-") for f in found)


def test_standard_input_that_is_not_there() -> None:
    (failed,) = read_inputs(["-"])
    assert isinstance(failed, Failure) and "standard input" in failed.message


def test_nothing_to_read() -> None:
    with pytest.raises(NothingToRead):
        list(read_inputs([]))


def test_a_line_of_50_mb_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "First."}\n{"text": "')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"text": "Last."}\n')
    first, refused, last = read_inputs([path])
    assert isinstance(first, Article) and isinstance(last, Article)
    assert isinstance(refused, Failure)
    assert (refused.reason, refused.origin) == ("too large", f"{path}:2")
    assert last.text == "Last."


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT + "More came.")
    real = Path.open

    def opened(self: Path, mode: str = "r") -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, mode)

    monkeypatch.setattr(Path, "open", opened)
    failed, article = read_inputs([tmp_path])
    assert isinstance(failed, Failure) and "permission" in failed.message
    assert isinstance(article, Article)


def test_a_damaged_archive_gives_what_it_holds(tmp_path: Path) -> None:
    packed = gzip.compress(b'{"text": "Iran hit Israel."}\n' * 5000)[:-20]
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    *read, failed = read_inputs([tmp_path])
    assert isinstance(failed, Failure) and "damaged" in failed.message
    assert all(isinstance(f, Article) for f in read)
