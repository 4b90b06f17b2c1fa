from __future__ import annotations

import pytest

from dualtrack.pages.dump._lines import cut_blocks
from dualtrack.pages.dump._story import Page

BODY = """\
President Anna Weiss of Norland said on Tuesday that her country would send two field hospitals.
Suvia's health minister thanked her and said that the first tents would stand within a week.
"We asked for help and it came," he said.
Rebels in the south of Suvia shelled the road to the port on Monday, killing four drivers.
Norland has called on both sides to stop the fighting."""
LINES = BODY.split("\n")
TITLE = "Norland sends hospitals to Suvia"


def labels(text: str) -> dict[str, str | None]:
    blocks = cut_blocks(text)
    return dict(zip([b.plain for b in blocks], Page(blocks).label(), strict=True))


def kept(text: str) -> list[str]:
    return [line for line, label in labels(text).items() if label is None]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_a_clean_text_loses_nothing(gap: str) -> None:
    assert kept(gap.join(LINES)) == LINES
    assert kept(gap.join([TITLE, *LINES])) == LINES


def test_the_headline_is_the_one_the_story_is_about() -> None:
    text = f"THE VALLEY POST\nMenu\nWorld\n{TITLE}\nTents are to stand in a week\n{BODY}"
    found = labels(text)
    assert found[TITLE] == "title"
    assert found["Menu"] == "navigation"


def test_a_dateline_alone_is_no_headline() -> None:
    text = "HOLLVIK (AP) —\n\n" + "\n\n".join(LINES)
    assert kept(text) == ["HOLLVIK (AP) —", *LINES]


def test_a_list_in_a_clean_text_stays() -> None:
    text = (
        "What we know\n\nThe talks ended with a list of points that both sides accept:\n\n"
        "- Prisoners go home\n- Roads open\n- No shelling\n\nThey meet again in May, they said."
    )
    found = labels(text)
    assert found.pop("What we know") == "title"
    assert set(found.values()) == {None}


def test_the_story_goes_on_after_a_box_of_other_stories() -> None:
    box = "Related\nStorm closes harbour\nTeam wins cup in last minute of extra time"
    text = "\n".join([f"Menu\n{TITLE}", *LINES[:3], box, *LINES[3:], "All rights reserved"])
    assert kept(text) == LINES


def test_a_box_of_summaries_is_left_out() -> None:
    box = (
        "Most read\nStorm closes harbour for a third day\n"
        "The harbour of Port Elm stayed closed on Monday as the storm went on, its master said.\n"
        "Team wins cup\nThe team won its first cup in the last minute of extra time on Sunday."
    )
    text = "\n".join([f"Menu\n{TITLE}", BODY, box])
    assert kept(text) == LINES


def test_the_writer_is_told_from_the_story() -> None:
    text = f"Menu\n{TITLE}\nBy Eva Lund\n{BODY}\nEva Lund is the foreign editor of the Post."
    found = labels(text)
    assert found["Eva Lund is the foreign editor of the Post."] == "byline"
    assert found["By Eva Lund"] == "byline"


def test_a_teaser_between_paragraphs_is_left_out() -> None:
    teaser = "A quake shook the southern islands at night and no one there was reported hurt…"
    text = "\n".join([f"Menu\n{TITLE}", *LINES[:4], "Quake shakes islands", teaser, LINES[4]])
    found = labels(text)
    assert found[teaser] == "teaser"
    assert found["Quake shakes islands"] == "teaser"
    assert kept(text) == LINES
