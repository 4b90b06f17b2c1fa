from __future__ import annotations

import pytest

from dualtrack.pages.feeds._entry import Entry
from dualtrack.pages.feeds._parts import (
    Collector,
    author_names,
    distinct,
    http_address,
    is_whole,
    language_code,
    one_line,
    plain,
    tidy,
    too_many,
)

STORY = "<p>The ministers met in Hollvik on Monday.</p><p>They will meet again in May.</p>"


@pytest.mark.parametrize(
    ("text", "base", "whole"),
    [
        ("https://a.example/1?x=1#y", None, "https://a.example/1?x=1#y"),
        (" HTTP://a.example/1 ", None, "HTTP://a.example/1"),
        ("/b", "https://a.example/x/y", "https://a.example/b"),
        ("?p=2", "https://a.example/x", "https://a.example/x?p=2"),
        ("//b.example/1", "https://a.example", "https://b.example/1"),
        ("/b", None, None),
        ("", "https://a.example", None),
        ("javascript:alert(1)", "https://a.example", None),
        ("data:text/html,x", None, None),
        ("file:///etc/hosts", "https://a.example", None),
        ("ftp://a.example/1", None, None),
        ("https://", None, None),
        ("https://a.example/a b", None, None),
        ("https://a.example/<script>", None, None),
        ("https://a.example:99999/", None, None),
        ("https://[bad/", None, None),
        ("https://a.example/" + "x" * 5_000, None, None),
    ],
)
def test_only_web_addresses_are_kept(text: str, base: str | None, whole: str | None) -> None:
    assert http_address(text, base) == whole


def test_strings_are_tidied() -> None:
    assert tidy(" a\ud83d\nb ") == "a\ufffd\nb"
    assert one_line(" a\n\x1b[31m b\u202e ") == "a [31m b"
    assert tidy(3) is one_line(None) is plain([]) is tidy("  ") is None
    assert distinct(["a", None, "b", "a", ""]) == ("a", "b")


def test_plain_words_of_markup() -> None:
    assert plain("Talks <b>resume</b> &amp; go on") == "Talks resume & go on"
    assert plain(STORY + "<script>alert(1)</script>") == (
        "The ministers met in Hollvik on Monday.\nThey will meet again in May."
    )
    assert plain("<img src=x>") is None
    assert plain("<" * 300_000) is not None


def test_languages() -> None:
    assert [language_code(x) for x in ("en-GB", " DE ", "x-klingon", "", None, 3)] == [
        "en", "de", None, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (" Eva  Lund ", ["Eva Lund"]),
        ("By Eva Lund and Piet van der Laan", ["Eva Lund", "Piet van der Laan"]),
        ("eva@a.example (Eva Lund)", ["Eva Lund"]),
        ("Eva Lund <eva@a.example>", ["Eva Lund"]),
        ("Reuters", ["Reuters"]),
        ("eva@a.example", []),
        ("https://a.example", []),
        ("x" * 400, []),
        (3, []),
    ],
)
def test_authors(value: object, names: list[str]) -> None:
    assert author_names(value) == names


@pytest.mark.parametrize(
    ("content", "kind", "given_as", "whole"),
    [
        (STORY, "html", "content", True),
        (STORY, "html", "description", False),
        (STORY * 30, "html", "description", True),
        (STORY * 30 + "<p>The ministers […]</p>", "html", "description", False),
        ("<p>The ministers met in Holl...</p>", "html", "content", False),
        ("<p>The ministers met in…</p><p><a href=/>Read more</a></p>", "html", "content", False),
        (STORY + "<p>Read more</p>", "html", "content", True),
        ("The ministers met.", "text", "content", True),
        ("The ministers met. " * 100, "text", "description", True),
        ("<img src=x>", "html", "content", False),
        ("<p>" + "x" * 300_000, "html", "content", True),
    ],
)
def test_stories_and_their_openings(content: str, kind: str, given_as: str, whole: bool) -> None:
    assert is_whole(content, kind, given_as=given_as) is whole  # type: ignore[arg-type]


def test_nothing_is_dropped_without_a_problem() -> None:
    found = Collector("https://a.example")
    found.begin()
    found.add(Entry(None, found.address("/1"), published=found.stamp("2024-04-14"), number=1))
    found.begin()
    found.add(Entry(None, found.address("mailto:x@a.example"), published=found.stamp("soon")))
    assert [e.url for e in found.entries] == ["https://a.example/1"]
    assert [(p.entry, p.reason) for p in found.problems] == [
        (2, "address"),
        (2, "date"),
        (2, "empty entry"),
    ]
    assert found.stamp("2124-01-01") is None  # no feed knows the future
    assert "50,000" in str(too_many())
