"""Fits the model that tells a story's blocks from the rest of an HTML page.

    python scripts/layouts/build.py FOLDER
    python scripts/fit_blocks.py FOLDER [--write]

FOLDER is the development set; only its part `train` is read. Without `--write` the model is
measured on layouts that it was not fitted on (every layout is left out once); with it, it is
fitted on all of them and written to `src/dualtrack/pages/html/block_weights.json`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dualtrack.pages._bytes import decode
from dualtrack.pages._chrome import letters_only
from dualtrack.pages.html._anchor import declared_texts, kept_by_trafilatura
from dualtrack.pages.html._features import Features, features
from dualtrack.pages.html._model import BlockModel, in_context, weighed
from dualtrack.pages.html._page import BlockPage
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import HtmlBlock, Place, walk
from dualtrack.pages.visible._tree import marked_tree, whole_tree

OUT = Path(__file__).resolve().parents[1] / "src/dualtrack/pages/html/block_weights.json"
STORY = frozenset(("body", "standfirst"))
PARTS = 5  # layouts left out at a time
STRENGTH = (3.0, 1.0)  # how strongly weights are pulled to zero: first and second model


@dataclass(frozen=True)
class Case:
    """One page as it is shown to the model: its blocks and which of them are the story's."""

    layout: str
    page: BlockPage
    truth: list[bool]
    weight: float = 1.0


def labels(blocks: Sequence[HtmlBlock], truth: dict[str, object]) -> list[bool]:
    """Which blocks are the story's, from the labelled lines of the page's dump."""
    lines = truth["lines"]
    assert isinstance(lines, list)
    waiting: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        waiting[letters_only(line["text"])].append(line["label"])
    story = [letters_only(line["text"]) for line in lines if line["label"] in STORY]
    told = "\n".join(story)
    out: list[bool] = []
    for block in blocks:
        key = letters_only(block.text)
        if found := waiting.get(key):
            out.append((found.pop(0) if len(found) > 1 else found[0]) in STORY)
        else:  # cut otherwise than in the dump
            out.append(
                len(key) > 20 and (key in told or any(s in key for s in story if len(s) > 60))
            )
    return out


def variants(
    blocks: list[HtmlBlock],
    title: str | None,
    anchor: list[str],
    texts: tuple[str | None, str | None],
    site: str | None,
) -> Iterable[tuple[BlockPage, float]]:
    """The page as it is, and as poorer pages are: each sign may be missing."""
    body, summary = texts
    known = {"description": summary, "site": site}
    yield BlockPage(blocks, title, anchor, declared=body, **known), 1.0
    yield BlockPage(blocks, title), 0.5
    bare = [replace(b, reason=_by_tag(b), place=_bare(b.place)) for b in blocks]
    yield BlockPage(bare, title, anchor, **known), 0.5
    yield BlockPage(bare), 0.25


def _bare(place: Place) -> Place:
    return replace(place, names=frozenset(), own=None)


def _by_tag(block: HtmlBlock) -> str | None:
    for tag, reason in (
        ("nav", "navigation"),
        ("footer", "footer"),
        ("aside", "teaser"),
        ("figure", "caption"),
    ):
        if tag in block.place.around:
            return reason if tag != "figure" or block.tag == "figcaption" else None
    return None


def cases(folder: Path) -> list[Case]:
    """All pages of the part `train` that hold a story."""
    out: list[Case] = []
    for at in sorted((folder / "train").glob("*.json")):
        truth = json.loads(at.read_text(encoding="utf-8"))
        if not truth["body"]:
            continue
        source = decode(at.with_suffix(".html").read_bytes()).text
        tree, marks = marked_tree(source)
        blocks = walk(tree).blocks
        root = whole_tree(source, marks.bare)
        declared = read_declared(root)
        anchor = kept_by_trafilatura(root, None)
        known = labels(blocks, truth)
        for page, weight in variants(
            blocks, truth["title"], anchor, declared_texts(declared), truth["site"]
        ):
            out.append(Case(truth["layout"], page, known, weight))
    return out


def fit(
    rows: Sequence[Features], truth: np.ndarray, weight: np.ndarray, pull: float
) -> dict[str, float]:
    """Logistic regression with a pull to zero, by Newton's method; rare features are left out."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for name in row:
            counts[name] += 1
    names = sorted(name for name, count in counts.items() if count >= 20)
    at = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for r, row in enumerate(rows):
        for name, value in row.items():
            if name in at:
                x[r, at[name]] = value
    pulls = np.full(len(names), pull)
    pulls[at["constant"]] = 0.01
    w = np.zeros(len(names))
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (truth - p)) - pulls * w
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(pulls)
        step = np.linalg.solve(curve, gradient)
        w += step
        if float(np.abs(step).max()) < 1e-4:
            break
    return {
        name: round(float(value), 3)
        for name, value in zip(names, w, strict=True)
        if abs(value) >= 0.01
    }


def block_weight(page: BlockPage, i: int) -> float:
    """Running text that is judged wrongly costs more than a button."""
    return 1.0 + min(page.sizes[i], 240) / 120


def fit_all(train: Sequence[Case]) -> BlockModel:
    """Both models. The second learns from the first one's judgement of layouts it has not seen."""
    rows = {id(case): features(case.page) for case in train}

    def fit_first(chosen: Sequence[Case]) -> dict[str, float]:
        return fit(*_stacked(chosen, rows), STRENGTH[0])

    second: dict[int, list[Features]] = {}
    for left in folds([case.layout for case in train]):
        weights = fit_first([case for case in train if case.layout not in left])
        for case in train:
            if case.layout in left:
                own = rows[id(case)]
                second[id(case)] = in_context(
                    case.page, own, [weighed(weights, row) for row in own]
                )
    return BlockModel(fit_first(train), fit(*_stacked(train, second), STRENGTH[1]))


def _stacked(
    chosen: Sequence[Case], rows: dict[int, list[Features]]
) -> tuple[list[Features], np.ndarray, np.ndarray]:
    flat = [row for case in chosen for row in rows[id(case)]]
    truth = np.array([t for case in chosen for t in case.truth], dtype=float)
    weight = np.array(
        [
            case.weight * block_weight(case.page, i)
            for case in chosen
            for i in range(len(case.truth))
        ]
    )
    return flat, truth, weight


def folds(layouts: Sequence[str]) -> list[frozenset[str]]:
    """The layouts in a few groups."""
    names = sorted(set(layouts))
    random.Random(1).shuffle(names)
    return [frozenset(names[i::PARTS]) for i in range(PARTS)]


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--write", action="store_true", help="fit on all layouts and write the weights"
    )
    options = parser.parse_args()
    known = cases(options.folder)
    if options.write:
        model = fit_all(known)
        data = {"first": model.first, "second": model.second}
        OUT.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{len(model.first)} + {len(model.second)} weights are in {OUT.name}")
        return
    wrong = total = 0.0
    for left in folds([case.layout for case in known]):
        model = fit_all([case for case in known if case.layout not in left])
        for case in known:
            if case.layout in left and case.weight == 1.0:
                own = features(case.page)
                first = [weighed(model.first, row) for row in own]
                for i, row in enumerate(in_context(case.page, own, first)):
                    total += 1
                    miss = (weighed(model.second, row) > 0) != case.truth[i]
                    wrong += miss
                    if miss:
                        print(
                            case.layout,
                            case.truth[i],
                            round(weighed(model.second, row), 1),
                            case.page.blocks[i].text[:90],
                        )
    print(f"{wrong:.0f} of {total:.0f} blocks of unseen layouts are judged wrongly")


if __name__ == "__main__":
    main()
