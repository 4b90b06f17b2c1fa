"""How well pages are read: our reader and trafilatura on pages whose truth is known.

    python scripts/layouts/build.py FOLDER
    python benchmarks/pages.py FOLDER [--part train|apart] [--layouts] [--reader ours|anchor]

docs/pages.md says what each figure means. Times are CPU time of this one process.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from dualtrack import PageError, read_page
from page_scores import Reading, Score, score_dump, score_page

Read = Callable[[bytes], Reading]


@dataclass(frozen=True)
class Figures:
    """Means over pages, 0 to 1. A measure that no page could be asked for is None."""

    pages: int
    articles: int
    body_f1: float | None
    foreign_line: float | None
    last_line: float | None
    first_line: float | None
    standfirst: float | None
    title: float | None
    date_right: float | None
    date_wrong: float | None
    date_none: float | None
    minute: float | None
    authors: float | None
    kind: float | None
    dump_f1: float | None
    dump_line_f1: float | None
    dump_foreign_line: float | None
    dump_title: float | None
    pages_a_second: float
    slowest: tuple[str, float]  # name and seconds
    worst: tuple[str, float]  # name and body F1

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain JSON values."""
        return asdict(self)


def ours(data: bytes) -> Reading:
    """What `dualtrack.read_page` makes of a page."""
    try:
        article = read_page(data)
    except PageError:
        return Reading()
    published = article.published
    kind = getattr(article, "kind", "unknown")
    return Reading(
        paragraphs=tuple(article.text[p.start : p.end] for p in article.paragraphs),
        title=article.title,
        standfirst=getattr(article, "standfirst", None),
        authors=article.authors,
        day=published.day if published else None,
        moment=published.at if published else None,
        kind="article" if kind == "unknown" else kind,  # it was handed on as one
    )


def anchor(data: bytes) -> Reading:
    """What trafilatura makes of a page in its precise setting; lines of a dump become `<p>`."""
    if b"<html" not in data[:2000].lower():
        lines = data.decode("utf-8").splitlines()
        marked = "\n".join(f"<p>{escape(line)}</p>" for line in lines if line.strip())
        data = f"<html><body>{marked}</body></html>".encode()
    found = bare_extraction(data, favor_precision=True, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        return Reading()
    names = (found.author or "").split("; ")
    return Reading(
        paragraphs=tuple(line for line in found.text.splitlines() if line.strip()),
        title=found.title,
        authors=tuple(name for name in names if name),
        day=dt.date.fromisoformat(found.date) if found.date else None,
        kind="article",
    )


def measure(folder: Path, read: Read, part: str | None = None) -> Figures:
    """Read all pages of a set, or of its part "train" or "apart", and judge them."""
    return figures_of(list(judge(folder, read, part)))


@dataclass(frozen=True)
class Judged:
    """One page with its scores and the CPU seconds that its HTML took."""

    name: str
    layout: str
    page: Score
    dump: Score
    seconds: float


def judge(folder: Path, read: Read, part: str | None = None) -> Iterable[Judged]:
    """The scores of each page, in the order of the set's list."""
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if part in (None, row["part"])]
    for number, row in enumerate(rows):
        base = folder / row["part"] / row["name"]
        truth = json.loads(base.with_name(f"{row['name']}.json").read_text("utf-8"))
        data = base.with_name(f"{row['name']}.html").read_bytes()
        if number == 0:
            read(data)  # libraries load at the first page
        begun = time.process_time()
        reading = read(data)
        seconds = time.process_time() - begun
        dumped = read(base.with_name(f"{row['name']}.txt").read_bytes())
        yield Judged(
            row["name"],
            row["layout"],
            score_page(reading, truth),
            score_dump(dumped, truth),
            seconds,
        )


def figures_of(judged: Sequence[Judged]) -> Figures:
    """The means of some pages' scores."""
    if not judged:
        raise SystemExit("There are no pages to measure: build the set first.")
    pages, dumps = [j.page for j in judged], [j.dump for j in judged]
    dates = [p.date for p in pages if p.date]
    slowest = max(judged, key=lambda j: j.seconds)
    articles = [j for j in judged if j.page.f1 is not None]
    worst = min(articles, key=lambda j: j.page.f1 or 0.0, default=judged[0])
    return Figures(
        pages=len(judged),
        articles=len(articles),
        body_f1=mean(p.f1 for p in pages),
        foreign_line=mean(p.foreign for p in pages),
        last_line=mean(p.last for p in pages),
        first_line=mean(p.first for p in pages),
        standfirst=mean(p.standfirst for p in pages),
        title=mean(p.title for p in pages),
        date_right=mean(d == "right" for d in dates),
        date_wrong=mean(d == "wrong" for d in dates),
        date_none=mean(d == "none" for d in dates),
        minute=mean(p.minute for p in pages),
        authors=mean(p.authors for p in pages),
        kind=mean(p.kind for p in pages),
        dump_f1=mean(d.f1 for d in dumps),
        dump_line_f1=mean(d.line_f1 for d in dumps),
        dump_foreign_line=mean(d.foreign for d in dumps),
        dump_title=mean(d.title for d in dumps),
        pages_a_second=len(judged) / max(1e-9, sum(j.seconds for j in judged)),
        slowest=(slowest.name, slowest.seconds),
        worst=(worst.name, worst.page.f1 or 0.0),
    )


def mean(values: Iterable[float | bool | None]) -> float | None:
    """The mean of the values that there are."""
    known = [float(value) for value in values if value is not None]
    return statistics.fmean(known) if known else None


def shown(name: str, value: Any) -> str:
    """A figure as it is printed."""
    if isinstance(value, tuple):
        return f"{value[1]:.3f} {value[0]}"
    if isinstance(value, int):
        return str(value)
    if name == "pages_a_second":
        return f"{value:.0f}"
    return "-" if value is None else f"{value:.3f}"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="made by scripts/layouts/build.py")
    parser.add_argument("--part", choices=("train", "apart"), help="one part of the set alone")
    parser.add_argument("--layouts", action="store_true", help="a line for each layout as well")
    parser.add_argument("--reader", choices=("ours", "anchor"), help="one reader alone")
    options = parser.parse_args()
    readers: dict[str, Read] = {"ours": ours, "anchor": anchor}
    if options.reader:
        readers = {options.reader: readers[options.reader]}
    judged = {name: list(judge(options.folder, r, options.part)) for name, r in readers.items()}
    print_table({name: figures_of(pages).to_dict() for name, pages in judged.items()})
    if options.layouts:
        for name, pages in judged.items():
            print_layouts(name, pages)
    return 0


def print_table(columns: dict[str, dict[str, Any]]) -> None:
    """A line for each figure, a column for each reader."""
    print(f"{'':18}" + "".join(f"{name:<70}" for name in columns).rstrip())
    for key in next(iter(columns.values())):
        values = "".join(f"{shown(key, column[key]):<70}" for column in columns.values())
        print(f"{key:18}{values}".rstrip())


def print_layouts(name: str, judged: Sequence[Judged]) -> None:
    """What one reader did on each layout."""
    by_layout: dict[str, list[Judged]] = defaultdict(list)
    for page in judged:
        by_layout[page.layout].append(page)
    keys = ("body_f1", "foreign_line", "first_line", "last_line", "standfirst", "title",
            "date_right", "authors", "kind", "dump_line_f1", "dump_title")  # fmt: skip
    print(f"\n{name:12}" + "".join(f"{key[:12]:>13}" for key in ("pages", *keys)))
    for layout, pages in by_layout.items():
        figures = figures_of(pages).to_dict()
        print(f"{layout:12}" + "".join(f"{shown(k, figures[k]):>13}" for k in ("pages", *keys)))


if __name__ == "__main__":
    sys.exit(main())
