from __future__ import annotations

import json
from typing import Any

import pytest

from dualtrack._errors import BadLine, EmptyPage
from dualtrack.pages import Article, article_id
from dualtrack.pages._jsonl import article_of, parse_json, read_line


def line(**fields: Any) -> Article:
    data = json.dumps(fields).encode()
    return read_line(data, 7, origin="a.jsonl:7", limit=1_000_000)


def test_an_article_stands_as_it_was_given() -> None:
    text = "  Two lines\r\nof text.\n\nA second block. "
    article = line(
        id="x-1", text=text, title="T", published="2024-04-14", url="https://a.example", context="C"
    )
    assert article.text == text
    assert (article.id, article.title, article.context) == ("x-1", "T", "C")
    assert article.origin == "a.jsonl:7"
    assert article.published is not None
    assert (article.published.zone, article.published.source) == ("day", "given")
    blocks = [text[p.start : p.end] for p in article.paragraphs]
    assert blocks == ["Two lines", "of text.", "A second block."]


def test_one_block_is_one_paragraph_and_ids_are_made() -> None:
    article = line(text="Iran hit Israel.", id=None)
    assert [(p.start, p.end) for p in article.paragraphs] == [(0, 16)]
    assert article.id == article_id(None, "Iran hit Israel.")
    assert line(text="a b", id=12).id == "12"


@pytest.mark.parametrize(
    ("stamp", "zone", "written"),
    [
        ("2024-04-14T10:30:00+03:00", "known", "2024-04-14T07:30:00Z"),
        ("2024-04-14T10:30:00", "missing", "2024-04-14T10:30:00"),
        ("2099-01-01", "day", "2099-01-01"),
    ],
)
def test_published(stamp: str, zone: str, written: str) -> None:
    published = line(text="Words.", published=stamp).published
    assert published is not None
    assert (published.zone, published.isoformat()) == (zone, written)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{not json", "Line 7 is no JSON"),
        (b"[1, 2]", "no JSON object"),
        (b'{"id": "x"}', "lacks a text"),
        (b'{"text": 3}', "lacks a text"),
        (b'{"text": "a", "title": 3}', "title is no text"),
        (b'{"text": "a", "id": true}', "id is neither"),
        (b'{"text": "a", "published": "last week"}', "published is no date"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b'{"text": "a", "id": ' + b"9" * 5000 + b"}", "no JSON that can be read"),
    ],
)
def test_bad_lines_say_what_is_wrong(data: bytes, said: str) -> None:
    with pytest.raises(BadLine, match=said):
        read_line(data, 7, origin="a:7", limit=10_000_000)


def test_an_empty_text_is_empty() -> None:
    with pytest.raises(EmptyPage):
        line(text=" \n ")


def test_half_characters_are_replaced_one_for_one() -> None:
    article = article_of(parse_json('{"text": "a\\ud83d b"}', "It"), "It", origin=None)
    assert article.text == "a\ufffd b"
    assert article.dropped[0].reason == "bad bytes"
    json.dumps(article.to_dict()).encode()


def test_paragraphs_of_a_line_keep_their_kinds() -> None:
    parts = [{"start": 0, "end": 4, "kind": "subhead"}, {"start": 5, "end": 16, "source": None}]
    article = line(text="Gaza\nIran replied.", paragraphs=parts)
    assert [(p.start, p.end, p.kind) for p in article.paragraphs] == [
        (0, 4, "subhead"),
        (5, 16, "paragraph"),
    ]


def test_an_article_written_and_read_again_is_the_same() -> None:
    first = line(text="One block.\nAnother one.", title="T")
    again = line(**first.to_dict())
    assert again.paragraphs == first.paragraphs


@pytest.mark.parametrize(
    "parts",
    [
        "none",
        [3],
        [{"start": 0}],
        [{"start": 0, "end": 99}],
        [{"start": 2, "end": 2}],
        [{"start": True, "end": 3}],
        [{"start": 0, "end": 3, "kind": "advert"}],
        [{"start": 0, "end": 5}, {"start": 3, "end": 8}],
    ],
)
def test_paragraphs_that_are_none_are_a_bad_line(parts: Any) -> None:
    with pytest.raises(BadLine, match="paragraph"):
        line(text="Iran replied.", paragraphs=parts)
