from __future__ import annotations

from collections.abc import Callable

import pytest

from dualtrack.export._act import Act
from dualtrack.export._icews import COLUMNS, rows, story
from dualtrack.export._left import NO_ACTOR, NO_CODE, NO_DAY, NO_RECIPIENT, LeftOut, Notes
from make_events import ISR, article_events, event, party

HEADER = (
    "Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, "
    "Intensity, Target Name, Target Sectors, Target Country, Story ID, Sentence Number, Publisher, "
    "City, District, Province, Country, Latitude, Longitude"
)


def test_it_has_the_20_columns_in_their_order() -> None:
    assert list(COLUMNS) == HEADER.split(", ")
    assert len(COLUMNS) == 20


def test_a_row_has_icews_words(act: Callable[..., Act]) -> None:
    russia = party("Moscow", "RUS", name="Russia")
    (row,) = rows(act(event("REQUEST/meet", (russia,), (ISR,))), Notes())
    assert (row["Source Name"], row["Source Country"]) == ("Russian Federation",) * 2
    assert (row["Source Sectors"], row["Target Name"]) == ("Government", "Israel")
    assert row["CAMEO Code"] == "106"
    assert row["Event Date"] == "2024-04-14"
    assert row["Publisher"] == "news.example"


def test_sentences_are_counted_and_the_intensity_is_that_of_the_code(
    act: Callable[..., Act],
) -> None:
    (row,) = rows(act(article_events()[1]), Notes())
    assert (row["Sentence Number"], row["Intensity"], row["Country"]) == (2, -10.0, "Israel")


def test_r_can_read_the_numbers(act: Callable[..., Act]) -> None:
    seen = {rows(act(event("AID", id=str(n))), Notes())[0]["Event ID"] for n in range(3)}
    assert all(0 <= n < 2**31 for n in (*seen, *map(story, map(str, range(200)))))


@pytest.mark.parametrize(
    ("kind", "more", "why"),
    [
        ("ASSAULT", {"status": "negated"}, NO_CODE),
        ("AID", {"on": None}, NO_DAY),
        ("AID", {"actors": ()}, NO_ACTOR),
        ("AID", {"recipients": ()}, NO_RECIPIENT),
    ],
)
def test_what_it_cannot_hold_is_left_out_with_a_reason(
    act: Callable[..., Act], kind: str, more: dict, why: str
) -> None:
    with pytest.raises(LeftOut, match=why):
        rows(act(event(kind, **more)), Notes())
