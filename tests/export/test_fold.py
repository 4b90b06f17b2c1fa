from __future__ import annotations

from dualtrack.export._fold import fold
from make_events import event


def test_what_has_happened_stays_as_it_is() -> None:
    folded = fold(event("ASSAULT/drone"))
    assert (folded.type, folded.mode, folded.score, folded.quad) == ("ASSAULT", "drone", -9.5, 4)
    assert (folded.contexts, folded.was) == ((), None)


def test_what_is_to_come_is_agreed_to_or_yielded_in_words() -> None:
    folded = fold(event("CONSULT/visit", status="announced"))
    assert (folded.type, folded.mode, folded.quad) == ("AGREE", None, 1)
    assert (folded.score, folded.was, folded.contexts) == (2.5, "CONSULT/visit", ("future",))
    assert fold(event("RETREAT", status="announced")).type == "CONCEDE"
    assert fold(event("SANCTION", status="announced")).type == "SANCTION"


def test_every_other_status_has_its_word() -> None:
    for status, word in {
        "possible": "hypothetical",
        "predicted": "hypothetical",
        "negated": "negated",
        "historical": "historical",
    }.items():
        assert fold(event("AID", status=status)).contexts == (word,)
        assert fold(event("AID", status=status)).type == "AID"
