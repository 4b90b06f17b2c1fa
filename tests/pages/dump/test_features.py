from __future__ import annotations

import numpy as np

from dualtrack.pages.dump._features import LOOK, features, look, names, shifted, window


def test_every_column_has_its_name() -> None:
    assert len(set(names())) == len(names())
    for lines in (["One line"], ["One", "Two lines here.", "Three"] * 40):
        found = features(lines)
        assert found.shape == (len(lines), len(names())) and np.isfinite(found).all()


def test_a_prompt_looks_different_from_news() -> None:
    prompt = dict(zip(LOOK, look("Sign up for our newsletter, free in your inbox."), strict=True))
    news = dict(zip(LOOK, look("Norland said on Tuesday that talks would go on."), strict=True))
    assert prompt["prompt words"] > 0 == news["prompt words"]
    assert news["reporting verb"] and not prompt["reporting verb"]
    assert prompt["speaks to reader"] > 0 == news["speaks to reader"]


def test_neighbours_end_at_the_page() -> None:
    values = np.array([1.0, 2.0, 3.0])
    assert shifted(values, 1).tolist() == [2.0, 3.0, 0.0]
    assert shifted(values, -2).tolist() == [0.0, 0.0, 1.0]
    assert shifted(values, 5).tolist() == [0.0, 0.0, 0.0]
    assert window(values, 2, after=False).tolist() == [0.0, 0.5, 1.5]
    assert window(values, 2, after=True).tolist() == [2.5, 1.5, 0.0]


def test_a_pull_quote_stands_in_a_longer_line() -> None:
    quote = "The tents would stand within a week"
    lines = [quote, f"The minister thanked her. {quote}, he said, if the rain allowed it."]
    at = names().index("stands in a longer line")
    assert features(lines)[:, at].tolist() == [1.0, 0.0]
