from __future__ import annotations

import lxml.html
import pytest

from dualtrack.pages.meta._times import read_times


def stamps(html: str) -> list[tuple[str, str | None]]:
    return [(s.text, s.label) for s in read_times(lxml.html.document_fromstring(html))]


@pytest.mark.parametrize(
    ("html", "label"),
    [
        ("<p>Published <time datetime='1'>x</time>", "published"),
        ("<p>Last updated on <time datetime='1'>x</time>", "changed"),
        ("<p>Mis à jour le <time datetime='1'>x</time>", "changed"),
        ("<time itemprop='dateModified' datetime='1'>x</time>", "changed"),
        ("<time class='entry-date published updated' datetime='1'>x</time>", "published"),
        ("<span class='updated'><time datetime='1'>x</time></span>", "changed"),
        ("<p><time datetime='1'>Updated on 3 May</time>", "changed"),
        ("<p>By Eva Lund, <time datetime='1'>x</time>", None),
    ],
)
def test_labels(html: str, label: str | None) -> None:
    assert stamps(html) == [("1", label)]


def test_the_label_of_one_is_not_that_of_the_next() -> None:
    html = "<p>Published <time datetime='1'>x</time> Updated <time datetime='2'>y</time>"
    assert stamps(html) == [("1", "published"), ("2", "changed")]


def test_times_of_other_stories_are_left_out() -> None:
    html = (
        "<nav><time datetime='1'></time></nav><div class='related'><time datetime='2'></time></div>"
        "<a href='/x'>" + "Another story with a long headline, much longer than any date is"
        "<time datetime='3'></time></a><article><h1>T</h1><time datetime='4'></time></article>"
        "<article><time datetime='5'></time></article>"
    )
    assert stamps(html) == [("4", None)]


def test_what_stands_below_the_heading_comes_first() -> None:
    html = "<p><time datetime='1'></time><h1>T</h1><p><time datetime='2'></time><time></time>"
    assert stamps(html) == [("2", None), ("1", None)]
