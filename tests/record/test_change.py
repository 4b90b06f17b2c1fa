"""An event with changes in it: what follows from a change follows."""

from __future__ import annotations

from dualtrack.coding import When
from dualtrack.record._change import changed, fit
from make_events import article_events, day

CUT, LAUNCHED = article_events()


def test_no_change_is_the_event_itself() -> None:
    assert changed(CUT, {}) is CUT


def test_a_mode_that_the_new_type_lacks_is_gone() -> None:
    made = changed(LAUNCHED, {"type": "THREATEN"})
    assert (made.mode, made.quad, made.track) == (None, "verbal conflict", "pressure")
    assert changed(LAUNCHED, {"type": "THREATEN", "mode": "violence"}).mode == "violence"


def test_a_mode_can_take_an_event_off_its_track() -> None:
    assert changed(CUT, {"type": "REQUEST", "mode": "meet"}).track is None


def test_a_change_of_mode_that_no_longer_fits_is_left_out() -> None:
    assert fit({"type": "AID", "mode": "drone"}) == {"type": "AID"}
    assert fit({"mode": "drone"}) == {"mode": "drone"}
    assert fit({"type": "ASSAULT", "mode": "drone"})["mode"] == "drone"


def test_a_changed_status_moves_the_date_that_hangs_on_it() -> None:
    made = changed(LAUNCHED, {"status": "announced"})
    assert made.date.on == day("2024-04-20")
    undated = changed(CUT, {"status": "announced"})
    assert undated.date == When(None, None, None, "unknown", "none")


def test_a_trigger_outside_the_sentence_widens_it() -> None:
    start, end = LAUNCHED.sentence
    trigger = {"text": "said", "start": start - 6, "end": start - 2}
    assert changed(LAUNCHED, {"trigger": trigger}).sentence == (start - 6, end)
