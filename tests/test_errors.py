"""The tree of errors."""

from __future__ import annotations

import inspect

from dualtrack import _errors
from dualtrack._errors import DualtrackError, MissingExtra, PageError


def _classes() -> list[type[BaseException]]:
    return [
        c
        for _, c in inspect.getmembers(_errors, inspect.isclass)
        if c.__module__ == _errors.__name__
    ]


def test_all_stand_in_one_tree() -> None:
    assert all(issubclass(c, DualtrackError) for c in _classes())


def test_the_docstring_names_every_one() -> None:
    assert all(c.__name__ in (_errors.__doc__ or "") for c in _classes())


def test_page_errors_have_reasons_of_their_own() -> None:
    reasons = [c.reason for c in _classes() if issubclass(c, PageError)]
    assert all(reasons)
    assert "empty" in reasons


def test_a_missing_extra_says_what_to_install() -> None:
    error = MissingExtra("Parquet output", "parquet")
    assert "pip install 'dualtrack[parquet]'" in str(error)
    assert error.extra == "parquet"
