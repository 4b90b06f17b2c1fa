"""Fits the model that tells a story's blocks from the rest of an HTML page.

    python scripts/layouts/build.py FOLDER
    python scripts/fit_blocks.py FOLDER [--write] [--by layout|story] [--show]

FOLDER is the development set; only its part `train` is read. Without `--write` the model is
measured on layouts, or on stories, that it was not fitted on (each is left out once); with it,
it is fitted on all of them and written to `src/dualtrack/pages/html/block_weights.json`.
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
from dualtrack.pages.html._region import breaks_of, find_story
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import HtmlBlock, Place, walk
from dualtrack.pages.visible._tree import marked_tree, whole_tree

OUT = Path(__file__).resolve().parents[1] / "src/dualtrack/pages/html/block_weights.json"
STORY = frozenset(("body", "standfirst"))
PARTS = 5  # layouts left out at a time
RARE = 20  # blocks; a feature of fewer gets no weight
STRENGTH = (3.0, 1.0)  # how strongly weights are pulled to zero: first and second model


@dataclass(frozen=True)
class Case:
    """One page as it is shown to the model: its blocks and which of them are the story's."""

    layout: str
    page: BlockPage
    truth: list[bool]
    weight: float = 1.0
    story: str = ""
    name: str = ""


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
    makers: tuple[str | None, Sequence[str]],
) -> Iterable[tuple[BlockPage, float]]:
    """The page as it is, and as poorer pages are: each sign may be missing."""
    body, summary = texts
    site, authors = makers
    known = {"description": summary, "site": site}
    yield BlockPage(blocks, title, anchor, declared=body, authors=authors, **known), 1.0
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
            blocks,
            truth["title"],
            anchor,
            declared_texts(declared),
            (truth["site"], truth["authors"]),
        ):
            out.append(Case(truth["layout"], page, known, weight, truth["story"], truth["name"]))
    return out


def fit(
    rows: Sequence[Features], truth: np.ndarray, weight: np.ndarray, pull: float
) -> dict[str, float]:
    """Logistic regression with a pull to zero, by Newton's method; rare features are left out."""
    names, x = dense(rows)
    return solved(names, x, truth, weight, pull)


def dense(rows: Sequence[Features]) -> tuple[list[str], np.ndarray]:
    """Features as a matrix, a row for each block, and the names of its columns."""
    names = sorted({name for row in rows for name in row})
    at = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)), dtype=np.float32)
    for r, row in enumerate(rows):
        for name, value in row.items():
            x[r, at[name]] = value
    return names, x


def solved(
    names: Sequence[str], x: np.ndarray, truth: np.ndarray, weight: np.ndarray, pull: float
) -> dict[str, float]:
    """The weights that fit a matrix of features."""
    often = np.flatnonzero((x != 0).sum(axis=0) >= RARE)
    x, names = x[:, often], [names[i] for i in often]
    pulls = np.full(len(names), pull)
    pulls[names.index("constant")] = 0.01
    w = np.zeros(len(names))
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (truth - p)) - pulls * w
        bent = x * np.sqrt(weight * p * (1 - p)).astype(np.float32)[:, None]
        step = np.linalg.solve((bent.T @ bent).astype(float) + np.diag(pulls), gradient)
        w += step
        if float(np.abs(step).max()) < 1e-3:
            break
    return {
        name: round(float(value), 3)
        for name, value in zip(names, w, strict=True)
        if abs(value) >= 0.01
    }


def block_weight(page: BlockPage, i: int) -> float:
    """Running text that is judged wrongly costs more than a button."""
    return 1.0 + min(page.sizes[i], 240) / 120


class Study:
    """Cases with their features, which are worked out once."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self.cases = cases
        self.rows = [features(case.page) for case in cases]
        self.names, self.x = dense([row for rows in self.rows for row in rows])
        self.truth = np.array([t for case in cases for t in case.truth], dtype=float)
        self.weight = np.array(
            [
                case.weight * block_weight(case.page, i)
                for case in cases
                for i in range(len(case.truth))
            ]
        )
        ends = np.cumsum([len(case.truth) for case in cases])
        self.spans = [range(end - len(c.truth), end) for c, end in zip(cases, ends, strict=True)]

    def first(self, chosen: Sequence[int]) -> dict[str, float]:
        """The first model, fitted on the chosen cases."""
        at = self._at(chosen)
        return solved(self.names, self.x[at], self.truth[at], self.weight[at], STRENGTH[0])

    def model(self, chosen: Sequence[int]) -> BlockModel:
        """Both models. The second learns from the first one's judgement of unseen layouts."""
        second: list[Features] = []
        order: list[int] = []
        for left in folds([self.cases[c].layout for c in chosen]):
            weights = self.first([c for c in chosen if self.cases[c].layout not in left])
            for c in chosen:
                if self.cases[c].layout in left:
                    own = self.rows[c]
                    judged = [weighed(weights, row) for row in own]
                    second += in_context(self.cases[c].page, own, judged)
                    order.append(c)
        at = self._at(order)
        return BlockModel(
            self.first(chosen), fit(second, self.truth[at], self.weight[at], STRENGTH[1])
        )

    def scores(self, c: int, model: BlockModel) -> list[float]:
        """What a model says of the blocks of one case."""
        own = self.rows[c]
        judged = [weighed(model.first, row) for row in own]
        return [weighed(model.second, row) for row in in_context(self.cases[c].page, own, judged)]

    def _at(self, chosen: Sequence[int]) -> np.ndarray:
        return np.concatenate([np.array(self.spans[c]) for c in chosen])


def fit_all(train: Sequence[Case]) -> BlockModel:
    """Both models, fitted on all cases."""
    return Study(train).model(range(len(train)))


def folds(layouts: Sequence[str]) -> list[frozenset[str]]:
    """The layouts, or the stories, in a few groups."""
    names = sorted(set(layouts))
    random.Random(1).shuffle(names)
    return [frozenset(names[i::PARTS]) for i in range(PARTS)]


@dataclass(frozen=True)
class Verdict:
    """One page that the model was not fitted on; only lines of four words or more count."""

    wrong: int  # blocks
    last: bool  # the last line is the story's
    foreign: bool  # a line is not the story's
    lost: bool  # a line of the story is missing


def judged(case: Case, scores: Sequence[float], show: bool) -> Verdict:
    """What becomes of a page; wrong blocks are printed if so wished."""
    page = case.page
    kept = find_story(page, scores, breaks_of(page))
    if show:
        for i, (keep, owns) in enumerate(zip(kept, case.truth, strict=True)):
            if keep != owns:
                what = "kept" if keep else "lost"
                print(f"{case.name}: {what} {scores[i]:.1f} {page.blocks[i].text[:100]}")
    long = [i for i, text in enumerate(page.blocks) if text.text.count(" ") >= 3]
    chosen = [i for i in long if kept[i] and page.reasons[i] != "title"]
    return Verdict(
        wrong=sum(keep != owns for keep, owns in zip(kept, case.truth, strict=True)),
        last=bool(chosen) and case.truth[chosen[-1]],
        foreign=not all(case.truth[i] for i in chosen),
        lost=any(case.truth[i] and not kept[i] for i in long),
    )


def checked(study: Study, by: str, show: bool) -> list[Verdict]:
    """Judge each page by a model that saw none of its layout, or of its story."""
    keys = [getattr(case, by) for case in study.cases]
    out: list[Verdict] = []
    for left in folds(keys):
        model = study.model([c for c, key in enumerate(keys) if key not in left])
        for c, case in enumerate(study.cases):
            if keys[c] in left and case.weight == 1.0:
                out.append(judged(case, study.scores(c, model), show))
    return out


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--write", action="store_true", help="fit on all layouts and write the weights"
    )
    parser.add_argument(
        "--by", choices=("layout", "story"), default="layout", help="what is left out in turn"
    )
    parser.add_argument("--show", action="store_true", help="print the blocks judged wrongly")
    options = parser.parse_args()
    study = Study(cases(options.folder))
    if options.write:
        model = study.model(range(len(study.cases)))
        data = {"first": model.first, "second": model.second}
        OUT.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{len(model.first)} + {len(model.second)} weights are in {OUT.name}")
        return
    found = checked(study, options.by, options.show)
    wrong = sum(v.wrong for v in found)
    print(f"{wrong} blocks on {len(found)} pages of a {options.by} not seen are judged wrongly")
    for name in ("last", "foreign", "lost"):
        print(f"{name:8}{sum(getattr(v, name) for v in found) / len(found):.3f}")


if __name__ == "__main__":
    main()
