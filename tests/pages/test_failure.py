from __future__ import annotations

import pytest

from dualtrack._errors import NoStory, PageError
from dualtrack.pages._failure import Failure, failure, one_page, shown


def test_a_failure_keeps_reason_and_sentence() -> None:
    made = failure("a.html", NoStory("No story was found on the page."))
    assert made == Failure("a.html", "no story", "No story was found on the page.")
    assert made.to_dict()["reason"] == "no story"


def test_names_of_files_cannot_move_a_cursor() -> None:
    assert shown("a\x1b[31m\nb.txt") == "a\\x1b[31m\\nb.txt"
    assert shown("caf\udce9.txt").isprintable()
    assert shown("grüße.txt") == "grüße.txt"


def test_any_fault_in_a_page_is_a_page_error() -> None:
    said = r"The feed could not be read: KeyError in its reader\."
    with pytest.raises(PageError, match=said), one_page("The feed", "a.xml"):
        raise KeyError("x")
    with pytest.raises(NoStory), one_page("The feed", "a.xml"):
        raise NoStory("None.")
