"""The sample is whole, in step with its sources, and readable by the package's own reader."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from dualtrack import pages, sample
from dualtrack.pages import Article

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "src" / "dualtrack" / "sample"
TRUTH = {row.slug: row for row in sample.truth()}
DUMPED = sorted(slug for slug, row in TRUTH.items() if row.dump)
MONTHS = [f"2023-{m}" for m in (10, 11, 12)] + [f"2024-0{m}" for m in (1, 2, 3, 4, 5)]
SPEECH = re.compile(r"“([^”]*)”")
# Words that were said as they stand; anything else between quotation marks is a mistake.
SAID = {
    "rock solid and unwavering",
    "sheer evil",
    "Don't.",
    "indiscriminate bombing",
    "over the top",
    "ironclad",
    "outrageous",
}


def paragraphs(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def read(folder: str, slug: str, suffix: str) -> Article:
    path = FOLDER / folder / f"{slug}{suffix}"
    return pages.read_page(path.read_bytes(), origin=path.name)


def test_rebuilding_gives_the_same_bytes(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "build_sample.py"
    subprocess.run([sys.executable, str(script), "--out", str(tmp_path)], check=True)
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    kept = {
        p.relative_to(FOLDER): p.read_bytes()
        for p in FOLDER.rglob("*")
        if p.is_file() and p.suffix in {".html", ".txt", ".jsonl"}
    }
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


def test_pages_and_truth_name_the_same_stories() -> None:
    assert [p.name.removesuffix(".html") for p in sample.html_pages()] == sorted(TRUTH)
    assert [p.name.removesuffix(".txt") for p in sample.text_pages()] == DUMPED


def test_there_are_enough_stories_layouts_and_dumps() -> None:
    assert len(TRUTH) >= 48
    assert len(DUMPED) >= 20
    assert len({row.layout for row in TRUTH.values()}) >= 5


def test_stories_are_short_and_whole() -> None:
    for row in TRUTH.values():
        assert 4 <= len(row.paragraphs) <= 8, row.slug
        assert 120 <= sum(len(p.split()) for p in row.paragraphs) <= 300, row.slug
        assert row.published.utcoffset() is not None, row.slug


def test_size_is_small() -> None:
    size = sum(len(p.read_bytes()) for p in [*sample.html_pages(), *sample.text_pages()])
    assert size < 1_500_000


def test_each_month_has_several_stories_on_the_united_states_and_israel() -> None:
    words = ("Israel", "Biden|US|United States|Washington|Blinken")
    count: Counter[str] = Counter()
    for row in TRUTH.values():
        text = "\n".join(row.paragraphs)
        if all(len(re.findall(rf"\b(?:{w})", text)) >= 2 for w in words):
            count[f"{row.published:%Y-%m}"] += 1
    assert sorted(count) == MONTHS
    assert min(count.values()) >= 4


def test_russia_and_ukraine_are_there_too() -> None:
    rows = [r for r in TRUTH.values() if "Ukrain" in r.paragraphs[0] or "Navalny" in r.title]
    assert len(rows) >= 16


def test_only_words_that_were_said_are_quoted() -> None:
    for row in TRUTH.values():
        for said in SPEECH.findall("\n".join([row.title, *row.paragraphs])):
            assert said in SAID, (row.slug, said)


@pytest.mark.parametrize("slug", sorted(TRUTH))
def test_html_page_is_read(slug: str) -> None:
    row, article = TRUTH[slug], read("html", slug, ".html")
    assert article.title == row.title
    assert article.site == row.site or row.layout == "regional"
    assert article.published is not None
    known = article.published.zone == "known"
    moment = row.published.astimezone(dt.UTC) if known else row.published
    assert article.published.day == moment.date()
    found = paragraphs(article)
    assert [p for p in found if p not in row.paragraphs] == []
    assert [p for p in row.paragraphs if p not in found] == []


@pytest.mark.parametrize("slug", DUMPED)
def test_dump_is_read(slug: str) -> None:
    row, article = TRUTH[slug], read("text", slug, ".txt")
    assert article.title == row.title
    assert paragraphs(article) == list(row.paragraphs)
    if row.layout != "regional":  # that dump prints no date
        assert article.published is not None
        assert article.published.day == row.published.date()
