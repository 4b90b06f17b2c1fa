from __future__ import annotations

import lxml.html
import pytest

from dualtrack.pages.html._anchor import declared_texts, kept_by_trafilatura
from dualtrack.pages.meta._structured import Declared

STORY = "<p>Norland and Suvia signed a truce on Sunday that ends a month of clashes at sea.</p>" * 3


def test_what_trafilatura_keeps() -> None:
    tree = lxml.html.document_fromstring(f"<nav><a>Home</a></nav><article>{STORY}</article>")
    assert kept_by_trafilatura(tree, None)[0].startswith("Norland and Suvia")


def test_a_failing_library_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(trafilatura, "bare_extraction", fails)
    assert kept_by_trafilatura(lxml.html.document_fromstring(STORY), None) == []


def test_declared_texts() -> None:
    assert declared_texts(Declared()) == (None, None)
    declared = Declared(story={"articleBody": "All &amp; more."}, meta={"description": ["Short."]})
    assert declared_texts(declared) == ("All & more.", "Short.")
