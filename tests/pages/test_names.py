from __future__ import annotations

import pytest

from dualtrack.pages._names import byline_in, is_name, may_be_author, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ines Okafor and Piet van der Laan", ("Ines Okafor", "Piet van der Laan")),
        ("Written by José Díaz, Staff Writer | April 14, 2024", ("José Díaz",)),
        ("By MARK ELM and Jo Ba, Associated Press", ("MARK ELM", "Jo Ba")),
        ("By Reuters", ()),
        ("By Web Desk", ()),
        ("ana@post.example", ()),
        ("", ()),
    ],
)
def test_bylines(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_the_site_is_no_author() -> None:
    assert names_in("By Valley Courier", site="Valley Courier") == ()


def test_names() -> None:
    assert is_name("Omar al-Rashid")
    assert not is_name("Omar")
    assert not is_name("the minister said so")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Tomás Quintero November 19, 2023 at 11:20 AM CET", ("Tomás Quintero",)),
        ("Par Imogen Vale, Personal finance reporter | Meridian Wire", ("Imogen Vale",)),
        ("Von Eva Lund und Jo Ba", ("Eva Lund", "Jo Ba")),
        ("Por Rafael Ibarra y Lucía Menchaca", ("Rafael Ibarra", "Lucía Menchaca")),
        ("Por José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Eva Lund, Foreign Affairs Correspondent", ("Eva Lund",)),
        ("The Editorial Board", ()),
    ],
)
def test_bylines_with_more_than_names(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_the_word_by() -> None:
    assert byline_in("20 May 2025 - Written by Eva Lund") == "Eva Lund"
    assert byline_in("Text: Eva Lund") == "Eva Lund"
    assert byline_in("Talks go on") is None


@pytest.mark.parametrize("text", ["admin", "eva@post.example", "Web Desk", "The Post", "jo_ba", ""])
def test_who_is_no_author(text: str) -> None:
    assert not may_be_author(text, "The Post")


def test_who_may_be_an_author() -> None:
    assert may_be_author("Plantu")
    assert may_be_author("王小明")
