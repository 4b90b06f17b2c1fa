"""The label spaces agree with the ontology and with each other."""

from __future__ import annotations

from dualtrack.coding import _labels as labels
from dualtrack.ontology import MODES, TYPES


def test_every_type_has_a_begin_and_an_inside_tag() -> None:
    tags = labels.trigger_tags()
    assert len(tags) == 1 + 2 * len(TYPES)
    for kind in TYPES:
        number = labels.begin_tag(kind)
        assert tags[number] == ("B", kind)
        assert tags[number + 1] == ("I", kind)


def test_the_second_pass_may_say_none() -> None:
    assert labels.type_labels()[0] == ""
    assert labels.type_labels()[1:] == tuple(TYPES)


def test_every_mode_has_its_pair_and_every_type_a_pair_without() -> None:
    pairs = labels.mode_labels()
    assert len(pairs) == len(set(pairs)) == sum(1 + len(MODES[kind]) for kind in TYPES)


def test_the_fingerprint_names_every_label() -> None:
    assert "ASSAULT:drone" in labels.fingerprint()
    assert "recipient" in labels.fingerprint()
