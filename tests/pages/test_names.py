from __future__ import annotations

import pytest

from dualtrack.pages._names import is_name, names_in


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
