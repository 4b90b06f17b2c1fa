from __future__ import annotations

import time

import pytest

from dualtrack.pages._chrome import (
    content_words,
    ends_cut,
    ends_sentence,
    fold,
    is_heading_of_tail,
    is_prose,
    letters_only,
    reason_of,
    site_name,
    words,
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Become a member", "membership prompt"),
        ("Get the best offers and updates relating to Dale Post.", "membership prompt"),
        ("Subscribe to The Harbour Times", "membership prompt"),
        ("Already a subscriber? Log in", "membership prompt"),
        ("We use cookies to improve this site.", "cookie text"),
        ("By clicking “Accept” you agree to our use of cookies.", "cookie text"),
        ("Share on Facebook", "share bar"),
        ("Facebook Twitter WhatsApp", "share bar"),
        ("By Jane Doe and Omar al-Rashid, Staff Writer", "byline"),
        ("3 min read", "byline"),
        ("Published 2 hours ago", "date line"),
        ("FILE PHOTO: A ship leaves the port", "caption"),
        ("Ships in the bay. (AP Photo/Ann Lee)", "caption"),
        ("© 2024 The Daily Ledger. All rights reserved.", "footer"),
        ("Home > News > Defense", "navigation"),
        ("Politics | World | Sport | Opinion", "navigation"),
        ("Related stories", "teaser"),
        ("Read more: Kerry lands in Beirut", "teaser"),
        ("Leave a comment", "comments"),
        ("Advertisement", "advertisement"),
        ("***", "other"),
    ],
)
def test_chrome_is_known_by_its_words(line: str, reason: str) -> None:
    assert reason_of(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Iran attacks Israel",
        "By Monday, forty people had died in the flood.",
        "Sign up for the army, president urges young men",
        "Getty Images allows the free use of its archive.",
        "Copyright infringement: a trade group sues hundreds of people.",
        "Category 3 Cyclone Cook hits the main island.",
        "The home minister shared a photo of the meeting on Facebook.",
        "“More,” he said.",
        "Members of the club must leave the country, the court says.",
    ],
)
def test_news_is_not_chrome(line: str) -> None:
    assert reason_of(line) is None


def test_a_hostile_line_takes_no_time() -> None:
    began = time.perf_counter()
    for line in ("|" * 5000, "a|" * 5000, "share " * 5000, "By A" + " and B" * 5000, ">" * 199):
        reason_of(line)
        site_name([line])
    assert time.perf_counter() - began < 2


def test_sites_are_read_from_lines_around_the_story() -> None:
    lines = [
        "Get the best offers and updates relating to Valley Courier.",
        "Copyright 2021-2024 Valley Courier Ltd. All rights reserved.",
        "Subscribe to our newsletter",
        "Follow us on Facebook",
    ]
    assert site_name(lines) == "Valley Courier"
    assert site_name(["Subscribe to our newsletter", "Follow us on Facebook"]) is None
    assert site_name(["Sign up for the Harbour Times newsletter"]) == "Harbour Times"


def test_shapes_of_lines() -> None:
    assert ends_sentence("He said so.”")
    assert not ends_sentence("Talks resume")
    assert ends_cut("They visited...") and ends_cut("They visited […]")
    assert not ends_cut("They visited.")
    assert is_prose("The ministers met in Hollvik on Monday and talked.")
    assert not is_prose("Ministers meet in Hollvik")
    assert is_heading_of_tail("Most read in News")
    assert not is_heading_of_tail("Read more: Kerry lands in Beirut")


def test_words_are_compared_without_quotes_and_case() -> None:
    assert fold("Biden’s  “Act”") == fold('biden\'s "act"')
    assert letters_only("a  b\n’") == "ab'"
    assert words("U.S. and Iran’s") == ["U.S", "and", "Iran’s"]
    assert content_words("Israel’s strikes") & content_words("Israel, strike") == {
        "israel",
        "strike",
    }
