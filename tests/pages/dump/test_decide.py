from __future__ import annotations

from dualtrack.pages.dump._decide import decide
from dualtrack.pages.dump._lines import cut_blocks

STORY = """\
President Anna Weiss of Norland said on Tuesday that her country would send two field hospitals.
Suvia's health minister thanked her and said that the first tents would stand within a week.
Rebels in the south of Suvia shelled the road to the port on Monday, killing four drivers.
Norland has called on both sides to stop the fighting."""
OTHER = """\
By Eva Lund
14 April 2024
A quake shook the southern islands at night, and nobody there was reported hurt, officials said.
The sea rose by a hand at most, and fishermen went out again before the sun was up."""
TITLE = "Norland sends hospitals to Suvia"
HEAD = f"THE VALLEY POST\nHome\nWorld\nSport\nSubscribe\nHomeWorld{TITLE}\n{TITLE}\nBy Ines Okafor"


def labels(text: str) -> dict[str, str | None]:
    blocks = cut_blocks(text)
    return dict(zip([b.plain for b in blocks], decide(blocks).labels, strict=True))


def kept(text: str) -> list[str]:
    return [line for line, label in labels(text).items() if label is None]


def test_a_clean_text_loses_nothing() -> None:
    assert kept(STORY) == STORY.split("\n")
    assert not decide(cut_blocks(STORY)).dump


def test_a_dump_keeps_its_story() -> None:
    text = (
        f"{HEAD}\n14 April 2024\n{STORY}\nRelated stories\nStorm closes harbour\nAbout us\nContact"
    )
    assert kept(text) == STORY.split("\n")
    found = labels(text)
    assert found[TITLE] == "title" and found[f"HomeWorld{TITLE}"] == "breadcrumb"
    title = decide(cut_blocks(text)).title
    assert title is not None and title.section == ("World",)


def test_a_second_story_beneath_is_left_out() -> None:
    second = f"More stories\nQuake shakes southern islands\n{OTHER}"
    text = f"{HEAD}\n14 April 2024\n{STORY}\n{second}\nAbout us"
    assert kept(text) == STORY.split("\n")


def test_what_a_memory_knows_is_left_out() -> None:
    promo = "The tide tables of the valley are printed every Friday and can be had at every quay."
    blocks = cut_blocks(f"{HEAD}\n14 April 2024\n{STORY}\n{promo}\nContact\nAbout us")
    known = [20.0 if block.plain == promo else 0.0 for block in blocks]
    at = [block.plain for block in blocks].index(promo)
    assert decide(blocks, known).labels[at] is not None


def test_no_blocks_are_no_story() -> None:
    assert decide([]).labels == ()
