from __future__ import annotations

import numpy as np

from dualtrack.pages.html._model import BlockModel, block_model, scores
from fit_blocks import Case, Study, checked, fit, fit_all, folds, labels
from html_pages import OTHER, OWN, TITLE, page, paragraphs


def test_weights_separate_what_can_be_separated() -> None:
    rows = [{"constant": 1.0, "good": 1.0}] * 30 + [{"constant": 1.0, "bad": 1.0}] * 30
    truth = np.array([1.0] * 30 + [0.0] * 30)
    weights = fit([*rows, {"rare": 1.0, "constant": 1.0}], np.append(truth, 0.0), np.ones(61), 1.0)
    assert weights["good"] > 1 > -1 > weights["bad"]
    assert "rare" not in weights


def test_blocks_are_labelled_by_the_lines_of_the_dump() -> None:
    found = page(f"<h1>{TITLE}</h1>{paragraphs(OWN[:2])}<p>{OWN[0]}</p><p>Home</p>")
    lines = [("title", TITLE), ("body", OWN[0]), ("standfirst", OWN[1]), ("repeat", OWN[0])]
    truth = {"lines": [{"label": label, "text": text} for label, text in lines]}
    assert labels(found.blocks, truth) == [False, True, True, False, False]


def test_both_models_are_fitted() -> None:
    html = f"<main><h1>{TITLE}</h1>{paragraphs(OWN)}</main><aside>{paragraphs(OTHER)}</aside>"
    cases = [
        Case(f"layout {n % 6}", page(html, anchor=OWN), [False] + [True] * 4 + [False] * 2)
        for n in range(12)
    ]
    model = fit_all(cases)
    assert isinstance(model, BlockModel)
    assert [score > 0 for score in scores(cases[0].page, model)] == cases[0].truth
    assert len(folds([case.layout for case in cases])) == 5
    assert block_model().first.keys() >= {"constant", "prose"}


def test_layouts_and_stories_are_judged_by_a_model_that_did_not_see_them() -> None:
    html = f"<main><h1>{TITLE}</h1>{paragraphs(OWN)}</main><aside>{paragraphs(OTHER)}</aside>"
    cases = [
        Case(
            f"layout {n % 6}",
            page(html, anchor=OWN),
            [False] + [True] * 4 + [False] * 2,
            story=f"story {n % 5}",
        )
        for n in range(12)
    ]
    for by in ("layout", "story"):
        verdicts = checked(Study(cases), by, show=False)
        assert len(verdicts) == 12
        assert all(v.last and not v.foreign and not v.lost and v.wrong == 0 for v in verdicts)
