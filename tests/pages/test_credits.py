from __future__ import annotations

import pytest

from dualtrack.pages._credits import (
    agency_in,
    agency_of_lines,
    agency_of_text,
    judge_end,
    kind_of_story,
    live_words,
    shown_wall,
)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("HOLLVIK, April 14 (Reuters) - The talks", "Reuters"),
        ("HOLLVIK (AP) — The talks", "AP"),
        ("Berlin (dpa) Der Minister", "dpa"),
        ("Berlin (dpa/AFP) - Der Minister", "dpa"),
        ("Madrid, 3 may (EFE).- El ministro", "EFE"),
        ("MOSCOW, April 3. /TASS/. The minister", "TASS"),
        ("BEIJING, April 3 (Xinhua) -- The minister", "Xinhua"),
        ("HOLLVIK, Aug 22 (Meridian Wire) - Crows", "Meridian Wire"),
        ("HOLLVIK (Dale Wire) - Crows", None),
        ("The state news agency (SANA) said that the talks", None),
        ("The ministers met in Hollvik.", None),
        ("(AP)", "AP"),
    ],
)
def test_datelines(text: str, agency: str | None) -> None:
    assert agency_of_text([text], "Dale Wire") == agency


def test_bylines_of_a_text() -> None:
    assert agency_of_lines(["By Eva Lund | Reuters"], None) == "Reuters"
    assert agency_of_lines(["By AFP"], None) == "AFP"
    assert agency_of_lines(["By Eva Lund"], None) is None


def test_a_site_is_not_its_own_agency_unless_it_is_one() -> None:
    assert agency_in("Dale Wire", "Dale Wire") is None
    assert agency_in("Reuters", "Reuters") == "Reuters"


@pytest.mark.parametrize(
    ("last", "access"),
    [
        ("The ministers met in Hollvik and…", "cut"),
        ("The ministers met in Hollvik [...]", "cut"),
        ("The ministers met in Hollvik on Monday and agreed to meet again in May with the", "cut"),
        ("The ministers met in Hollvik.", None),
        ("“We shall meet again,” she said", None),
    ],
)
def test_where_a_text_ends(last: str, access: str | None) -> None:
    assert judge_end(["First.", last])[0] == access
    assert judge_end([]) == (None, None)


def test_live() -> None:
    assert live_words("LIVE: Talks") == "LIVE"
    assert live_words("Talks") is None
    assert live_words(None) is None


def test_the_kind_of_a_text() -> None:
    prose = ["The ministers met in Hollvik on Monday and agreed to meet again in May."] * 3
    assert kind_of_story("Talks", prose, [])[0] == "article"
    assert kind_of_story("Talks", prose[:2], []) == ("unknown", None)
    assert kind_of_story("LIVE: Talks", prose, [])[0] == "live"
    posts = [f"0{n}:36 BST 15 April" for n in range(5)]
    assert kind_of_story("Talks", prose, posts)[0] == "live"
    for other in (["04:36", "04:37", "04:38", "04:39"], [f"{n}:36 PM" for n in range(1, 9)]):
        assert kind_of_story("Talks", prose, other)[0] == "article"


def test_a_wall_in_the_lines() -> None:
    assert shown_wall(["Menu", "Subscribe to continue reading"])
    assert shown_wall(["Menu", "Subscribe to our newsletter"]) is None
