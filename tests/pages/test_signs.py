from __future__ import annotations

import pytest

from dualtrack.pages._signs import agencies, signs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reuters", "Reuters"),
        ("The Associated Press", "AP"),
        ("AP", "AP"),
        ("ap", None),
        ("(dpa)", "dpa"),
        ("Agence France-Presse", "AFP"),
        ("L’Agence France-Presse", "AFP"),
        ("Harbour News Agency", "Harbour News Agency"),
        ("The Wire", None),
        ("Eva Lund", None),
        ("", None),
    ],
)
def test_agencies(text: str, name: str | None) -> None:
    assert agencies().name(text) == name


@pytest.mark.parametrize(
    ("title", "live"),
    [
        ("LIVE: Talks resume in port", True),
        ("Talks resume in port – live updates", True),
        ("Election night as it happened", True),
        ("Liveticker: Gespräche gehen weiter", True),
        ("They live in the port", False),
        ("Live music returns to the port", False),
    ],
)
def test_words_of_a_live_blog(title: str, live: bool) -> None:
    assert bool(signs().live_title.search(title)) == live


@pytest.mark.parametrize(
    ("text", "locked"),
    [
        ("Subscribe to continue reading", True),
        ("This article is for subscribers only.", True),
        ("Cet article est réservé aux abonnés", True),
        ("You have reached your limit of free articles", True),
        ("Subscribe to our newsletter", False),
        ("He said the article was for members of parliament", False),
    ],
)
def test_words_of_a_paywall(text: str, locked: bool) -> None:
    assert bool(signs().locked_text.search(text)) == locked
