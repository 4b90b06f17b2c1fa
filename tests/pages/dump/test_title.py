from __future__ import annotations

import pytest

from dualtrack.pages.dump._lines import cut_blocks
from dualtrack.pages.dump._title import (
    breadcrumb_title,
    glued_title,
    repeated_title,
    split_path,
    split_suffix,
)

BODY = "\n\nThe ministers met in Hollvik on Monday and agreed to meet again."


def _prose_left(n: int) -> list[int]:
    return [60] * n + [0]


@pytest.mark.parametrize(
    ("glued", "title", "section"),
    [
        ("HomeNewsDefenseTalks resume in port", "Talks resume in port", ("News", "Defense")),
        ("Home › World › Asia › Talks resume in port", "Talks resume in port", ("World", "Asia")),
        ("HomeU.S. NewsUKTalks' end nears now", "Talks’ end nears now", ("U.S. News", "UK")),
        ("HomeMiddle East“No talks” with Suvia", '"No talks" with Suvia', ("Middle East",)),
    ],
)
def test_a_glued_breadcrumb_names_the_title(
    glued: str, title: str, section: tuple[str, ...]
) -> None:
    blocks = cut_blocks(f"{glued}\n\n{title}{BODY}")
    found = glued_title(blocks, _prose_left(len(blocks)))
    assert found is not None
    assert (found.at, found.text, found.section, found.crumb) == (1, title, section, 0)


def test_a_quotation_of_the_next_line_is_no_breadcrumb() -> None:
    said = "He told the crowd in the capital that the only answer for him was: Stop the war now"
    blocks = cut_blocks(f"{said}\n\nStop the war now{BODY}")
    found = glued_title(blocks, _prose_left(len(blocks)))
    assert found is None or found.section == ()


def test_a_repeated_line_is_the_title() -> None:
    blocks = cut_blocks(f"Talks resume in port | Dale Post\n\nMenu\n\nTalks resume in port{BODY}")
    found = repeated_title(blocks, _prose_left(len(blocks)))
    assert found is not None
    assert (found.at, found.site) == (2, "Dale Post")


@pytest.mark.parametrize("crumbs", ["Home > World > Asia", "Home\nWorld\nAsia", "World › Asia"])
def test_a_path_above_the_title(crumbs: str) -> None:
    blocks = cut_blocks(f"{crumbs}\nTalks resume in the port{BODY}")
    found = breadcrumb_title(blocks, _prose_left(len(blocks)))
    assert found is not None
    assert (found.text, found.section) == ("Talks resume in the port", ("World", "Asia"))


def test_a_menu_is_no_path() -> None:
    blocks = cut_blocks(f"Home\nWorld\nAsia\nSport\nTrade\nArts\nTalks resume in the port{BODY}")
    assert breadcrumb_title(blocks, _prose_left(len(blocks))) is None


def test_paths_and_suffixes() -> None:
    assert split_path("HomeNewsMcAllen") == ("News", "McAllen")
    assert split_path("Front page / Europe /") == ("Europe",)
    assert split_suffix("Talks resume - Dale Post") == ("Talks resume", "Dale Post")
    assert split_suffix("Cease-fire holds") is None
