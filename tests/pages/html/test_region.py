from __future__ import annotations

from dualtrack.pages.html._region import AFTER, BEFORE, BOX, IN, breaks_of, find_story, region
from html_pages import OTHER, OWN, TITLE, page, paragraphs


def states(*scores: float) -> list[int]:
    return region(scores, [0.0] * len(scores))


def test_one_run_with_boxes_cut_out() -> None:
    assert states(-3, 4, 4, -3, -3, 4, 4, -3) == [BEFORE, IN, IN, BOX, BOX, IN, IN, AFTER]
    assert states(-3, -3) in ([BEFORE, BEFORE], [BEFORE, AFTER], [AFTER, AFTER])
    assert states(3) == [IN]
    assert region([], []) == []


def test_a_weak_block_far_below_is_not_worth_coming_back() -> None:
    assert states(4, 4, -4, -4, 0.2)[-1] != IN
    assert region([4, 4, -4, -4, 3], [0, 0, 2, 2, 0])[-1] != IN


def test_a_second_story_below_is_left_out() -> None:
    html = (
        f"<article><h1>{TITLE}</h1>{paragraphs(OWN)}</article>"
        f"<article><h1>Loaf by boat</h1>{paragraphs(OTHER)}</article>"
    )
    found = page(html)
    breaks = breaks_of(found)
    assert [i for i, is_break in enumerate(breaks) if is_break] == [5]
    kept = find_story(found, [-5.0] + [4.0] * 4 + [-2.0, 4.0, 4.0], breaks)
    assert kept == [False, True, True, True, True, False, False, False]


def test_subheads_in_the_largest_type_do_not_end_a_story() -> None:
    html = f"<div><h1>{TITLE}</h1>{paragraphs(OWN[:2])}<h1>The vote</h1>{paragraphs(OWN[2:])}</div>"
    assert not any(breaks_of(page(html)))
    assert not any(breaks_of(page(paragraphs(OWN), title=None)))
