from __future__ import annotations

from dualtrack.pages.html._leaks import own_reason


def test_a_block_may_say_itself_what_it_is() -> None:
    assert own_reason("Truce signed", "Truce signed") == "title"
    assert own_reason("Published 14 April 2024", None) == "date line"
    assert own_reason("Share on Facebook", None) == "share bar"
    assert own_reason("Norland signed a truce with Suvia on Sunday.", "Truce signed") is None
