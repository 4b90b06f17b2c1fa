"""The measuring of page readers: a perfect reader is perfect, and each fault shows where it is."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from layouts.build import pages, write

BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")
if BENCHMARKS not in sys.path:
    sys.path.insert(0, BENCHMARKS)

from page_scores import Reading, score_date, score_dump, score_page, shingles  # noqa: E402
from pages import anchor, measure, ours  # noqa: E402

LINE = "The committee will meet again in the spring to look at the plans."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pages")
    write([page for i, page in enumerate(pages()) if i % 8 == 0], out)
    return out


def truths(folder: Path) -> dict[bytes, dict[str, Any]]:
    """The truth by the content of a page or of its dump."""
    out = {}
    for path in folder.glob("*/*.json"):
        for suffix in (".html", ".txt"):
            out[path.with_suffix(suffix).read_bytes()] = json.loads(path.read_text("utf-8"))
    return out


def perfect(truth: dict[str, Any]) -> Reading:
    stamp = truth["published"]
    at = dt.datetime.fromisoformat(stamp["at"]) if stamp else None
    body = tuple(part["text"] for part in truth["body"])
    return Reading(
        paragraphs=((truth["standfirst"], *body) if truth["standfirst"] else body),
        title=truth["title"],
        authors=tuple(truth["authors"]),
        day=at.date() if at else None,
        moment=at if stamp and stamp["zone"] != "day" else None,
        kind=truth["kind"],
    )


def reader(folder: Path) -> Callable[[bytes], Reading]:
    known = truths(folder)
    return lambda data: perfect(known[data])


@pytest.fixture(scope="module")
def truth(folder: Path) -> dict[str, Any]:
    return next(
        t
        for t in truths(folder).values()
        if t["kind"] == "article" and t["standfirst"] and t["published"]
    )


def test_a_perfect_reader_has_perfect_figures(folder: Path) -> None:
    figures = measure(folder, reader(folder)).to_dict()
    right = ("body_f1", "last_line", "first_line", "standfirst", "title", "authors", "kind",
             "minute", "date_right", "dump_f1", "dump_title")  # fmt: skip
    assert {name: figures[name] for name in right} == dict.fromkeys(right, 1.0)
    wrong = ("foreign_line", "date_wrong", "date_none", "dump_foreign_line")
    assert {name: figures[name] for name in wrong} == dict.fromkeys(wrong, 0.0)
    assert figures["dump_line_f1"] > 0.97  # a cut or glued line may count a neighbour


def test_a_reader_that_refuses_all_is_right_only_where_there_is_no_article(folder: Path) -> None:
    figures = measure(folder, lambda data: Reading())
    assert figures.body_f1 == 0.0
    assert figures.title == 0.0
    assert figures.first_line == 0.0
    assert figures.kind == pytest.approx(1 - figures.articles / figures.pages)


def test_parts_are_measured_alone(folder: Path) -> None:
    read = reader(folder)
    both = measure(folder, read).pages
    assert measure(folder, read, "train").pages + measure(folder, read, "apart").pages == both


def test_a_foreign_line_shows(truth: dict[str, Any]) -> None:
    good = perfect(truth)
    bad = score_page(replace(good, paragraphs=(*good.paragraphs, LINE)), truth)
    assert (bad.foreign, bad.first, bad.last) == (True, True, False)
    assert bad.f1 is not None
    assert 0.8 < bad.f1 < 1.0
    front = score_page(replace(good, paragraphs=(LINE, *good.paragraphs)), truth)
    assert (front.foreign, front.first, front.last) == (True, False, True)
    short = score_page(replace(good, paragraphs=("READ MORE", *good.paragraphs)), truth)
    assert (short.foreign, short.first) == (False, True)


def test_the_standfirst_counts_neither_for_nor_against_the_body(truth: dict[str, Any]) -> None:
    good = perfect(truth)
    without = replace(good, paragraphs=good.paragraphs[1:])
    assert score_page(good, truth).f1 == score_page(without, truth).f1 == 1.0
    assert score_page(without, truth).standfirst is False
    apart = replace(without, standfirst=truth["standfirst"])
    assert score_page(apart, truth).standfirst is True


def test_the_headline_among_the_paragraphs_is_no_fault(truth: dict[str, Any]) -> None:
    good = perfect(truth)
    score = score_page(replace(good, paragraphs=(truth["title"], *good.paragraphs)), truth)
    assert (score.f1, score.foreign, score.first) == (1.0, False, True)


def test_names_are_compared_without_order_site_and_agency(truth: dict[str, Any]) -> None:
    names = ["Ada Moor", "Ben Keel"]
    said = {**truth, "authors": names, "agency": "Meridian Wire", "site": "The Assize"}
    found = replace(perfect(truth), authors=("Ben Keel", "ada moor", "Meridian Wire"))
    assert score_page(found, said).authors is True
    assert score_page(replace(found, authors=("Ben Keel",)), said).authors is False
    junk = replace(found, authors=(*names, "Email the author"))
    assert score_page(junk, said).authors is False


@pytest.mark.parametrize(
    ("day", "moment", "expected"),
    [
        (dt.date(2025, 3, 14), None, ("right", False)),
        (dt.date(2025, 3, 15), dt.datetime(2025, 3, 15, 1, 30, tzinfo=dt.UTC), ("right", True)),
        (dt.date(2025, 3, 14), dt.datetime(2025, 3, 14, 21, 30), ("right", False)),
        (dt.date(2025, 3, 13), None, ("wrong", False)),
        (None, None, ("none", False)),
    ],
)
def test_a_day_counts_in_its_zone_and_in_utc(
    day: dt.date | None, moment: dt.datetime | None, expected: tuple[str, bool]
) -> None:
    stamp = {"at": "2025-03-14T21:30-04:00", "zone": "known"}
    assert score_date(Reading(day=day, moment=moment), stamp) == expected


def test_no_date_is_right_where_the_page_has_none() -> None:
    assert score_date(Reading(), None) == ("right", None)
    assert score_date(Reading(day=dt.date(2025, 1, 1)), None) == ("wrong", None)


def test_a_dump_is_judged_by_its_lines(truth: dict[str, Any]) -> None:
    lines = tuple(line["text"] for line in truth["lines"])
    everything = score_dump(Reading(paragraphs=lines, kind="article"), truth)
    assert everything.foreign is True
    assert everything.line_f1 is not None
    assert 0.0 < everything.line_f1 < 0.9
    wanted = [t["text"] for t in truth["lines"] if t["label"] in ("body", "standfirst")]
    kept = score_dump(Reading(paragraphs=tuple(wanted), title=truth["title"]), truth)
    assert kept.line_f1 == 1.0
    assert kept.title is True


def test_shingles_of_a_short_text_are_the_text() -> None:
    assert list(shingles("Read more")) == [("read", "more")]
    assert shingles("a b c d e").total() == 2
    assert not shingles("—")


def test_both_readers_read_the_set(folder: Path) -> None:
    for read in (ours, anchor):
        figures = measure(folder, read, "apart")
        assert figures.body_f1 is not None
        assert figures.body_f1 > 0.5
        assert figures.pages_a_second > 0
        assert figures.slowest[0]
