"""Fits src/dualtrack/pages/dump/line_weights.json: which lines of a text dump are its story.

    python scripts/layouts/build.py FOLDER
    python scripts/fit_lines.py FOLDER [--check]

Only FOLDER/train is read. Each page is also taken apart and joined anew with the head and the tail
of pages in other layouts, so that no place of a line is learnt by heart. The second look is fitted
on chances that models of other layouts gave. --check prints scores on layouts left out, and writes
nothing. Needs numpy.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dualtrack.pages.dump import _cohesion, _features, _line_title
from dualtrack.pages.dump._features import LOOK, Matrix
from dualtrack.pages.dump._lines import Block
from dualtrack.pages.dump._model import WEIGHTS, Part, chance, segments

STORY = ("body", "standfirst")
FOLDS = 5
PULL = 2.0  # strength of the pull of all weights towards zero
CHANGES = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0)
SHIFTS = (-1.0, -0.5, 0.0, 0.5)
MIXED = 3  # pages joined anew from each page of the set


@dataclass(frozen=True)
class Page:
    """The lines of a page; `story` says of each whether it is the story's."""

    layout: str
    lines: tuple[str, ...]
    story: Matrix
    title: int | None
    real: bool = True

    def blocks(self) -> list[Block]:
        return [Block(0, len(line), line, False) for line in self.lines]


def read_pages(folder: Path) -> list[Page]:
    """The pages for training, articles and lists of stories alike."""
    out = []
    for path in sorted((folder / "train").glob("*.json")):
        truth = json.loads(path.read_text("utf-8"))
        labels = [line["label"] for line in truth["lines"]]
        lines = tuple(" ".join(line["text"].split()) for line in truth["lines"])
        titles = [i for i, label in enumerate(labels) if label == "title"]
        article = truth["kind"] == "article"
        body = [i for i, label in enumerate(labels) if label == "body"]
        above = [i for i in titles if not body or i < body[0]]
        story = np.array([float(article and label in STORY) for label in labels])
        at = (above or titles or [None])[-1] if article else None
        out.append(Page(truth["layout"], lines, story, at))
    return out


def mix(pages: Sequence[Page], rng: random.Random) -> list[Page]:
    """Stories between the heads and tails of other pages, often cut short."""
    folds = folds_of(pages)
    out = []
    for fold in range(FOLDS):  # a page is left out with all that is made of it
        whole = [
            p
            for p, own in zip(pages, folds, strict=True)
            if own == fold and p.title is not None and p.story.any()
        ]
        for page in whole:
            for _ in range(MIXED):
                joined = _joined(page, rng.choice(whole), rng.choice(whole), rng)
                if rng.random() < 0.25:
                    joined = _with_second(joined, rng.choice(whole), rng)
                out.append(joined)
    return out


def _with_second(page: Page, other: Page, rng: random.Random) -> Page:
    """A page with another whole story near its foot, as scrolling loads it."""
    assert other.title is not None
    end = int(np.flatnonzero(page.story)[-1]) + 1
    at = rng.randrange(end, len(page.lines) + 1)
    more = other.lines[max(0, other.title - 1) : int(np.flatnonzero(other.story)[-1]) + 1]
    lines = (*page.lines[:at], *more, *page.lines[at:])
    story = np.insert(page.story, [at] * len(more), 0.0)
    return Page(page.layout, lines, story, page.title, real=False)


def _joined(page: Page, head: Page, tail: Page, rng: random.Random) -> Page:
    assert page.title is not None and head.title is not None
    start = page.title - (rng.random() < 0.5 and page.title > 0)
    end = int(np.flatnonzero(page.story)[-1]) + 1
    after = int(np.flatnonzero(tail.story)[-1]) + 1
    above = head.lines[: head.title]
    below = tail.lines[after:]
    if rng.random() < 0.5:
        above = above[rng.randrange(len(above) + 1) :]
    if rng.random() < 0.5:
        below = below[: rng.randrange(len(below) + 1)]
    lines = (*above, *page.lines[start:end], *below)
    story = np.zeros(len(lines))
    story[len(above) : len(above) + end - start] = page.story[start:end]
    return Page(page.layout, lines, story, len(above) + page.title - start, real=False)


# Fitting


def fit_logit(x: Matrix, y: Matrix, weight: Matrix, names: Sequence[str]) -> Part:
    """Logistic regression by Newton's method, weights pulled towards zero."""
    scale = np.maximum(x.std(axis=0), 0.05)
    z = np.column_stack([np.ones(len(x)), x / scale])
    w = np.zeros(z.shape[1])
    pull = np.full(z.shape[1], PULL)
    pull[0] = 1e-6
    for _ in range(30):
        p = chance(z @ w)
        gradient = z.T @ (weight * (p - y)) + pull * w
        curve = (z * (weight * p * (1 - p))[:, None]).T @ z + np.diag(pull)
        step = np.linalg.solve(curve, gradient)
        w -= step
        if np.abs(step).max() < 1e-4:
            break
    return Part(float(w[0]), w[1:] / scale)


def fit_choice(sets: Sequence[tuple[Matrix, int]]) -> Part:
    """One of several by a softmax, by gradient steps with momentum."""
    x = np.vstack([features for features, _ in sets])
    scale = np.maximum(x.std(axis=0), 0.05)
    groups = np.repeat(np.arange(len(sets)), [len(f) for f, _ in sets])
    first = np.concatenate([[0], np.cumsum([len(f) for f, _ in sets])[:-1]])
    right = np.zeros(len(x))
    right[first + np.array([at for _, at in sets])] = 1.0
    z = x / scale
    w, mean, square = np.zeros(z.shape[1]), np.zeros(z.shape[1]), np.zeros(z.shape[1])
    for step in range(1, 601):
        odds = z @ w
        odds -= np.maximum.reduceat(odds, first)[groups]
        p = np.exp(odds)
        p /= np.add.reduceat(p, first)[groups]
        gradient = z.T @ (p - right) + PULL * w
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        root = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        w -= 0.03 * (mean / (1 - 0.9**step)) / root
    return Part(0.0, w / scale)


# The steps of the model, as `Model.judge` takes them


@dataclass
class Seen:
    """A page with its features, and what the first look made of it."""

    page: Page
    first: Matrix
    chances: Matrix
    core: _cohesion.Core
    titles: Matrix
    able: Matrix
    chosen: int | None = None

    def second(self) -> Matrix:
        more = _cohesion.second_look(
            self.page.lines, self.first, self.chances, self.core, self.chosen
        )
        return np.column_stack([self.first, more])


def see(page: Page, first: Matrix, chances: Matrix) -> Seen:
    core = _cohesion.core_of(page.lines, chances)
    prose = [bool(v) for v in first[:, LOOK.index("prose")]]
    own = first[:, : len(LOOK)]
    rules = _line_title.by_rule(page.blocks(), prose)
    titles = _line_title.candidates(page.lines, own, chances, core, rules)
    able = np.array([_line_title.may_be_headline(t, own[i]) for i, t in enumerate(page.lines)])
    return Seen(page, first, chances, core, titles, able)


def choose(seen: Seen, part: Part) -> int | None:
    if not seen.able.any():
        return None
    return int(np.where(seen.able, part.score(seen.titles), -np.inf).argmax())


def folds_of(pages: Sequence[Page]) -> list[int]:
    layouts = sorted({page.layout for page in pages})
    random.Random(1).shuffle(layouts)
    return [layouts.index(page.layout) % FOLDS for page in pages]


def weights_of(page: Page) -> Matrix:
    """Each page counts about the same; what is made from others counts less."""
    size = len(page.lines)
    return np.full(size, (1.0 if page.real else 0.5) * (60 / max(20, size)) ** 0.5)


def train(pages: Sequence[Page]) -> dict[str, Part | float]:
    """All parts of the model."""
    first = [_features.features(page.lines) for page in pages]
    folds = folds_of(pages)
    names = _features.names()

    def line_part(which: Sequence[int]) -> Part:
        x = np.vstack([first[i] for i in which])
        y = np.concatenate([pages[i].story for i in which])
        return fit_logit(x, y, np.concatenate([weights_of(pages[i]) for i in which]), names)

    everything = range(len(pages))
    seen: list[Seen] = [None] * len(pages)  # type: ignore[list-item]
    for fold in range(FOLDS):
        part = line_part([i for i in everything if folds[i] != fold])
        for i in everything:
            if folds[i] == fold:
                seen[i] = see(pages[i], first[i], chance(part.score(first[i])))

    def title_part(which: Sequence[int]) -> Part:
        sets = []
        for i in which:
            at = pages[i].title
            if at is not None and seen[i].able[at]:
                rows = np.flatnonzero(seen[i].able)
                sets.append((seen[i].titles[rows], int(np.searchsorted(rows, at))))
        return fit_choice(sets)

    for fold in range(FOLDS):
        part = title_part([i for i in everything if folds[i] != fold])
        for i in everything:
            if folds[i] == fold:
                seen[i].chosen = choose(seen[i], part)
    second = [s.second() for s in seen]

    def again_part(which: Sequence[int]) -> Part:
        x = np.vstack([second[i] for i in which])
        y = np.concatenate([pages[i].story for i in which])
        return fit_logit(x, y, np.concatenate([weights_of(pages[i]) for i in which]), ())

    odds: list[Matrix] = [np.zeros(0)] * len(pages)
    for fold in range(FOLDS):
        part = again_part([i for i in everything if folds[i] != fold])
        for i in everything:
            if folds[i] == fold:
                odds[i] = part.score(second[i])
    change, shift = tune(pages, odds)
    report(pages, seen, odds, change, shift)
    return {
        "line": line_part(everything),
        "title": title_part(everything),
        "again": again_part(everything),
        "change": change,
        "shift": shift,
    }


def f1(page: Page, story: Sequence[bool]) -> float:
    chosen = np.array(story, dtype=np.float64)
    both = float((chosen * page.story).sum())
    return 2 * both / float(chosen.sum() + page.story.sum()) if both else 0.0


def mean_f1(pages: Sequence[Page], odds: Sequence[Matrix], change: float, shift: float) -> float:
    real = [i for i, page in enumerate(pages) if page.real and page.title is not None]
    return float(np.mean([f1(pages[i], segments(odds[i] + shift, change)) for i in real]))


def tune(pages: Sequence[Page], odds: Sequence[Matrix]) -> tuple[float, float]:
    grid = [(mean_f1(pages, odds, c, s), c, s) for c in CHANGES for s in SHIFTS]
    best = max(grid)
    return best[1], best[2]


def report(
    pages: Sequence[Page], seen: Sequence[Seen], odds: Sequence[Matrix], change: float, shift: float
) -> None:
    real = [i for i, page in enumerate(pages) if page.real and page.title is not None]
    titles = [seen[i].chosen == pages[i].title for i in real]
    one = np.mean([f1(pages[i], list(seen[i].chances > 0.5)) for i in real])
    two = mean_f1(pages, odds, 0.0, 0.0)
    print(f"layouts left out: line F1 first look {one:.3f}, second {two:.3f}, ", end="")
    print(f"segments {mean_f1(pages, odds, change, shift):.3f} (change {change}, shift {shift})")
    print(f"title {np.mean(titles):.3f}")
    for layout in sorted({page.layout for page in pages}):
        own = [i for i in real if pages[i].layout == layout]
        if own:
            score = np.mean([f1(pages[i], segments(odds[i] + shift, change)) for i in own])
            right = np.mean([seen[i].chosen == pages[i].title for i in own])
            print(f"  {layout:12} F1 {score:.3f}  title {right:.2f}")


def as_values(parts: dict[str, Any]) -> dict[str, Any]:
    """The model as JSON values, each weight beside its feature's name."""
    first = _features.names()
    second = (*first, *("second: " + name for name in _cohesion.names()))
    named = {"line": first, "title": _line_title.names(), "again": second}
    out: dict[str, Any] = {
        "about": "Made by scripts/fit_lines.py from the pages of scripts/layouts; do not edit."
    }
    for name, features in named.items():
        part = parts[name]
        assert len(features) == len(part.weights), (name, len(features), len(part.weights))
        rounded = {f: round(float(w), 3) for f, w in zip(features, part.weights, strict=True)}
        out[name] = {"bias": round(part.bias, 3), "weights": rounded}
    return {**out, "change": parts["change"], "shift": parts["shift"]}


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="print scores and write nothing")
    options = parser.parse_args()
    pages = read_pages(options.folder)
    parts = train([*pages, *mix(pages, random.Random(7))])
    if not options.check:
        text = json.dumps(as_values(parts), ensure_ascii=False, indent=1)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
