from __future__ import annotations

from dualtrack._errors import NoStory
from dualtrack.pages._failure import Failure, failure, shown


def test_a_failure_keeps_reason_and_sentence() -> None:
    made = failure("a.html", NoStory("No story was found on the page."))
    assert made == Failure("a.html", "no story", "No story was found on the page.")
    assert made.to_dict()["reason"] == "no story"


def test_names_of_files_cannot_move_a_cursor() -> None:
    assert shown("a\x1b[31m\nb.txt") == "a\\x1b[31m\\nb.txt"
    assert shown("caf\udce9.txt").isprintable()
    assert shown("grüße.txt") == "grüße.txt"
