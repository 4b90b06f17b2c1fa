"""Quads, tracks and scores by type and mode."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from dualtrack import ontology
from dualtrack._errors import TableError


def test_sizes() -> None:
    assert len(ontology.TYPES) == 16
    assert len(ontology.STATUSES) == 6
    assert len(ontology.SECTORS) == len(set(ontology.SECTORS)) == 18
    assert sum(len(modes) for modes in ontology.MODES.values()) == 67


def test_quad_and_its_number() -> None:
    assert ontology.quad("CONSULT") == "verbal cooperation"
    assert ontology.quad_code("CONSULT") == 1
    assert ontology.quad_code("AID") == 2
    assert ontology.quad_code("REQUEST") == 3
    assert ontology.quad_code("ASSAULT") == 4


def test_a_mode_without_a_score_has_its_types() -> None:
    assert ontology.intensity("PROTEST", "vandalize") == ontology.intensity("PROTEST") == -5
    assert ontology.intensity("PROTEST", "riot") == -7


def test_what_the_source_contradicts_is_pinned() -> None:
    assert ontology.intensity("ACCUSE") == -3
    assert ontology.quad("SANCTION") == "material conflict"


def test_a_plea_is_on_neither_track() -> None:
    assert ontology.track("REQUEST", "assist") is None
    assert ontology.track("REQUEST", "meet") is None
    assert ontology.track("REQUEST", "yield") == "pressure"
    assert ontology.track("REQUEST") == "pressure"
    assert ontology.intensity("REQUEST") == 0
    assert ontology.intensity("REQUEST", "assist") == 0.5


def test_only_actual_acts_are_summed_solidly() -> None:
    summed = {name: ontology.status_info(name).summed for name in ontology.STATUSES}
    assert summed == {
        "actual": "solid",
        "announced": "apart",
        "possible": "apart",
        "predicted": "listed",
        "negated": "listed",
        "historical": "listed",
    }


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: ontology.quad("FIGHT"), "no event type 'FIGHT'; the types are AGREE, "),
        (lambda: ontology.intensity("AID", "visit"), "AID has no mode 'visit'; its modes are: "),
        (lambda: ontology.track("CONSULT", "host"), "its modes are: visit, third-party, "),
        (lambda: ontology.status_info("future"), "no status 'future'; the statuses are actual, "),
        (lambda: ontology.sector_info("OPP"), "no sector 'OPP'; the sectors are GOV, "),
    ],
)  # fmt: skip
def test_an_unknown_word_is_answered_with_the_known_ones(ask: object, message: str) -> None:
    assert callable(ask)
    with pytest.raises(TableError) as caught:
        ask()
    assert message in str(caught.value)


def test_public_names_are_sorted_and_exist() -> None:
    names = ontology.__all__
    constants = [n for n in names if n.isupper()]
    classes = [n for n in names if n[0].isupper() and not n.isupper()]
    functions = [n for n in names if n[0].islower()]
    assert names == sorted(constants) + sorted(classes) + sorted(functions)
    assert all(hasattr(ontology, name) for name in names)


def _codebook_rows(book: str, first: str) -> list[list[str]]:
    """The cells of the table whose first column is named so."""
    table = re.search(rf"^\| {first} \|.*\n\|[-|]+\n((?:\|.*\n)+)", book, re.MULTILINE)
    assert table
    return [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in table[1].splitlines()
    ]  # fmt: skip


@pytest.mark.shared
def test_the_codebook_says_the_same(shared: Path) -> None:
    book = (shared / "codebook.md").read_text(encoding="utf-8")
    types = _codebook_rows(book, "type")
    assert [row[0] for row in types] == list(ontology.TYPES)
    for name, quad, track, short in types:
        assert ontology.quad(name) == quad
        assert ontology.track(name) == track
        listed = re.search(r"\((?:modes: )?([a-z, -]+)\)$", short)
        modes = tuple(listed[1].split(", ")) if listed else ()
        assert ontology.MODES[name] == modes, name
    assert [row[0] for row in _codebook_rows(book, "status")] == list(ontology.STATUSES)
    assert [row[0] for row in _codebook_rows(book, "sector")] == list(ontology.SECTORS)


@pytest.mark.shared
def test_the_measures_take_the_same_types_for_mutual(shared: Path) -> None:
    spec = importlib.util.spec_from_file_location("peer_score", shared / "tools" / "score.py")
    assert spec and spec.loader
    peer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(peer)
    assert peer.MUTUAL == ontology.MUTUAL
    assert {t for t in ontology.TYPES if ontology.track(t) == "support"} == peer.SUPPORT
