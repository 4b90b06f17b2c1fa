from __future__ import annotations

import html
import re
import time

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.pages.visible._blocks import walk
from dualtrack.pages.visible._runs import MARK, Marked, marked, number_of, trimmed

_OUT = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[a-zA-Z/!][^>]*>", re.DOTALL | re.IGNORECASE
)


def texts(page: Marked, source: str) -> list[str]:
    return [source[slice(*trimmed(source, *run))] for run in page.runs]


def test_each_run_of_text_has_its_place() -> None:
    source = (
        "<p class='a>b'>One <b>two</b>&nbsp;</p>\n<!-- no --><script>if (a<b) no</script>&amp; x"
    )
    page = marked(source)
    assert texts(page, source) == ["One", "two", "", "&amp; x"]
    assert "no" not in page.html.replace("nbsp", "")
    codes = [piece[:4] for piece in page.html.split(MARK)[1:]]
    assert [number_of(code) for code in codes] == list(range(len(page.runs)))


def test_what_is_no_tag_is_text() -> None:
    for source in ("a < b", "1 <2", "x <> y", "<", "a &lt; b"):
        assert texts(marked(source), source) == [source]


def test_white_space_at_the_ends_is_left_out_however_it_is_written() -> None:
    source = "<p> &nbsp;&#160;\n Words &amp; more.&#xA0; \u200b</p>"
    (run,) = marked(source).runs
    start, end = trimmed(source, *run)
    assert source[start:end] == "Words &amp; more."


def test_levels_go_where_there_are_too_many() -> None:
    deep = marked("<div>" * 500 + "<p>words" + "</div>" * 500)
    assert deep.depth == 500
    assert "<div>" not in deep.html
    assert "<p>" in deep.html
    assert "<div>" in marked("<div><p>words</div>").html
    assert marked("<span>x</div>" * 500).depth == 500
    assert marked("<div><span>x</div>" * 500).depth == 2


def test_a_tag_with_too_many_attributes_is_bare() -> None:
    tag = "<a " + " ".join(f"x{i}=1" for i in range(1000)) + ">"
    page = marked(f"<p>{tag}words</a>")
    assert page.bare == [(3, 3 + len(tag), "<a>")]
    picture = '<img src="data:image/png;base64,' + "a" * 50_000 + '">'
    assert marked(picture).bare == []


@pytest.mark.parametrize(
    "source",
    ["<a ", '<a x="', "<!--", "<script>", "<title>", "<", "<a x='1", "</", "<!", "<p x=1 "],
)
def test_time_grows_with_the_text_and_no_faster(source: str) -> None:
    began = time.perf_counter()
    marked(source * (600_000 // len(source)))
    assert time.perf_counter() - began < 4


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<br>", "<div class=x>", "</div>", "<!-- c -->", "&amp;",
             "&nbsp;", "two words", " ", "é", "<script>no()</script>", "<td>", "<", "&#8217;"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_the_place_of_a_block_holds_its_words(parts: list[str]) -> None:
    source = "<body>start " + "".join(parts)
    page = marked(source)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
    found = walk(lxml.html.document_fromstring(page.html.encode(), parser=parser))
    for block in found.blocks:
        assert block.runs is not None
        start, end = trimmed(source, page.runs[block.runs[0]][0], page.runs[block.runs[1]][1])
        shown = html.unescape(_OUT.sub("", source[start:end]))
        assert "".join(shown.split()) == "".join(block.text.split())
