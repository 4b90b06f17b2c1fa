"""The development set for reading pages: it builds, it is the same each time, its truth is true."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import lxml.html
import pytest

from layouts.build import pages, write
from layouts.catalogue import APART_ONLY, LAYOUTS, TRAIN_ONLY, choices, part_of
from layouts.dump import dump
from layouts.job import Job
from layouts.marks import KINDS, label_of, mark, unmarked
from layouts.page import Page
from layouts.stories import load_stories, table

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
PRIVATE = re.compile("[\ue000-\uf8ff]")


@pytest.fixture(scope="module")
def made() -> list[Page]:
    return pages()


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text.replace("\u00ad", "").casefold()))


def seen(page: Page) -> str:
    """All words of a page, as one run of letters."""
    charset = "cp1252" if b"charset=windows-1252" in page.html else "utf-8"
    parser = lxml.html.HTMLParser(encoding=charset)
    root = lxml.html.document_fromstring(page.html, parser=parser)
    return letters("".join(root.itertext()))


def digest(made: list[Page]) -> str:
    whole = hashlib.sha256()
    for page in made:
        whole.update(page.html + page.text.encode() + json.dumps(page.truth).encode())
    return whole.hexdigest()


def test_every_layout_is_there_and_the_parts_have_their_size(made: list[Page]) -> None:
    parts = Counter(page.part for page in made)
    assert parts["apart"] == 60
    assert parts["train"] >= 140
    assert len({page.name for page in made}) == len(made)
    assert {page.truth["layout"] for page in made} == set(LAYOUTS)
    assert len(LAYOUTS) >= 15
    assert {page.truth["kind"] for page in made} == {"article", "live", "index"}


def test_what_is_kept_apart_stays_apart(made: list[Page]) -> None:
    trained = [page for page in made if page.part == "train"]
    assert len(APART_ONLY) == 3
    assert not {page.truth["layout"] for page in trained} & set(APART_ONLY)
    hidden = [s for s in load_stories() if part_of(s) == "apart" and not s.teaser_only]
    assert len(hidden) >= 20
    for page in trained:
        words = seen(page)
        assert not [s.slug for s in hidden if letters(s.title) in words], page.name


def test_fresh_ends_are_learnt_from_and_never_measured(made: list[Page]) -> None:
    chosen = list(choices())
    fresh = {choice.name for choice in chosen if choice.fresh_ends}
    assert len(fresh) >= 150
    assert {choice.part for choice in chosen if choice.fresh_ends} == {"train"}
    assert {choice.part for choice in chosen if choice.layout in TRAIN_ONLY} == {"train"}
    texts = table("ends")["notes"]["en"]["correction"]
    starts = [text.split("{")[0][:30] for text in texts]
    with_note = [
        page
        for page in made
        if any(line.startswith(tuple(starts)) for line in page.truth["foreign"])
    ]
    assert with_note and {page.name for page in with_note} <= fresh


def test_the_same_sources_give_the_same_pages(made: list[Page]) -> None:
    code = (
        "import hashlib, json\nfrom layouts.build import pages\nwhole = hashlib.sha256()\n"
        "for p in pages(): whole.update(p.html + p.text.encode() + json.dumps(p.truth).encode())\n"
        "print(whole.hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", code],
        cwd=SCRIPTS,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == digest(made)


def test_the_words_of_the_body_stand_on_the_page_in_order(made: list[Page]) -> None:
    for page in made:
        words, at = seen(page), 0
        for part in page.truth["body"]:
            at = words.find(letters(part["text"]), at)
            assert at >= 0, f"{page.name}: {part['text']}"


def test_what_the_truth_names_is_on_the_page(made: list[Page]) -> None:
    for page in made:
        words, raw = seen(page), letters(page.html.decode("utf-8", "replace"))
        truth = page.truth
        for text in (truth["title"], truth["standfirst"], *truth["captions"]):
            assert text is None or letters(text) in words, f"{page.name}: {text}"
        for text in (*truth["authors"], truth["agency"]):
            assert text is None or letters(text) in words + raw, f"{page.name}: {text}"
        if truth["url"]:
            assert truth["url"].encode() in page.html
        if truth["kind"] == "article":
            assert truth["title"]
            assert truth["body"]


def test_a_date_is_told_as_exactly_as_the_page_gives_it(made: list[Page]) -> None:
    zones = Counter((page.truth["published"] or {"zone": "none"})["zone"] for page in made)
    assert set(zones) == {"known", "missing", "day", "none"}
    stories = {story.slug: story for story in load_stories()}
    for page in made:
        if page.truth["kind"] == "article" and page.truth["published"] is None:
            at = stories[page.truth["story"]].published
            assert at.date().isoformat().encode() not in page.html, page.name
            assert b'"datePublished":' not in page.html, page.name


def test_a_moment_with_its_zone_stands_on_the_page(made: list[Page]) -> None:
    forms = ("%Y-%m-%dT%H:%M", "%-I:%M %p", "%H.%M", "%H:%M")
    for page in made:
        stamp = page.truth["published"]
        if stamp and stamp["zone"] == "known":
            at = dt.datetime.fromisoformat(stamp["at"])
            written = [form for t in (at, at.astimezone(dt.UTC)) for form in map(t.strftime, forms)]
            assert any(form.encode() in page.html for form in written), page.name


def test_the_dump_is_the_lines_of_the_truth(made: list[Page]) -> None:
    for page in made:
        lines = [line for line in page.text.splitlines() if line]
        assert lines == [line["text"] for line in page.truth["lines"]], page.name
        labels = {line["label"] for line in page.truth["lines"]}
        assert labels <= {*KINDS, "foreign"}
        body = [line["text"] for line in page.truth["lines"] if line["label"] == "body"]
        told = "".join(letters(part["text"]) for part in page.truth["body"])
        assert letters("".join(body)) == told, page.name
        assert page.truth["foreign"]


def test_no_mark_is_left(made: list[Page]) -> None:
    for page in made:
        assert not PRIVATE.search(page.html.decode("utf-8", "replace"))
        assert not PRIVATE.search(page.text)
        assert not PRIVATE.search(json.dumps(page.truth, ensure_ascii=False))


def json_ld(page: Page) -> list[str]:
    text = page.html.decode("utf-8", "replace")
    return re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', text, re.S)


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def test_pages_declare_much_little_and_nonsense(made: list[Page]) -> None:
    found = [json_ld(page) for page in made]
    assert sum(1 for scripts in found if not scripts) >= 20
    assert sum(1 for scripts in found if any("@graph" in s for s in scripts)) >= 5
    assert sum(1 for scripts in found if not all(map(is_json, scripts))) >= 5
    assert sum(b'itemprop="articleBody"' in page.html for page in made) >= 5
    assert {page.truth["language"] for page in made} == {"en", "de", "fr", "es"}
    assert any(page.truth["paywalled"] for page in made)


def test_a_second_story_beneath_is_foreign(made: list[Page]) -> None:
    page = next(p for p in made if p.truth["layout"] == "infinite")
    prose = [line for line in page.truth["foreign"] if line.count(" ") > 12]
    assert len(prose) >= 4


def test_written_files_are_listed(made: list[Page], tmp_path: Path) -> None:
    write(made[:3], tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "pages.jsonl").read_text().splitlines()]
    assert [row["name"] for row in rows] == [page.name for page in made[:3]]
    for row in rows:
        for suffix in ("html", "txt", "json"):
            assert (tmp_path / row["part"] / f"{row['name']}.{suffix}").stat().st_size


def test_marks_label_lines_and_vanish() -> None:
    line = "By " + mark("byline", "Ruth Aldiss") + " | Share"
    assert label_of(line) == "byline"
    assert unmarked(line) == "By Ruth Aldiss | Share"
    assert label_of("Share " + mark("byline", "Gus") + " with all your friends") == "foreign"
    assert label_of(mark("title", "—")) == "foreign"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("browser", "HomeNews\nOne\n\nA b\n"),
        ("airy", "HomeNews\n\nOne\n\nA b\n"),
        ("tight", "HomeNews\nOne\nA b\n"),
    ],
)
def test_a_dump_glues_what_is_inline(style: str, text: str) -> None:
    html = (
        "<html><head><title>x</title></head><body><div><a>Home</a><a>News</a></div>"
        f"<div>One</div><p>{mark('body', 'A <b>b</b>')}</p><script>no()</script></body></html>"
    )
    out, lines = dump(html, style)
    assert out == text
    assert [label for label, _ in lines] == ["foreign", "foreign", "body"]


def test_a_cut_page_shows_only_its_opening(made: list[Page]) -> None:
    stories = {story.slug: story for story in load_stories()}
    cut = [page for page in made if page.truth["layout"] == "paywall"]
    for page in cut:
        whole = stories[page.truth["story"]]
        assert len(page.truth["body"]) < len(whole.parts)
        assert letters(whole.parts[-1].text) not in seen(page)


def test_a_job_draws_the_same_each_time() -> None:
    story, *rest = load_stories()
    drawn = [[Job(story, "agency", rest).digits() for _ in range(2)] for _ in range(2)]
    assert drawn[0] == drawn[1]
