from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.coding._event import Quantity
from dualtrack.coding._quantities import quantities


def read(text: str) -> list[Quantity]:
    return quantities(text, 0, len(text))


def one(text: str) -> tuple[str, float | None, float | None, str, str | None, str]:
    (found,) = read(text)
    return found.span.text, found.low, found.high, found.of, found.unit, found.relation


CASES: list[tuple[str, tuple[Any, ...]]] = [
    (
        "Iran fired over 300 Iranian missiles and drones at night.",
        ("over 300 Iranian missiles and drones", 300, None, "Iranian missiles and drones", None,
         "over"),
    ),
    (
        "They freed between 20 and 30 soldiers.",
        ("between 20 and 30 soldiers", 20, 30, "soldiers", None, "between"),
    ),
    ("It wounded at least three Israelis.",
     ("at least three Israelis", 3, None, "Israelis", None, "over")),
    ("Nearly 40 ships turned back.", ("Nearly 40 ships", 40, 40, "ships", None, "about")),
    ("Some 5,000 people marched.", ("Some 5,000 people", 5000, 5000, "people", None, "about")),
    ("He will send up to 1,200 troops.",
     ("up to 1,200 troops", None, 1200, "troops", None, "under")),
    ("Fewer than ten observers came.",
     ("Fewer than ten observers", None, 10, "observers", None, "under")),
    ("A loan of $26 billion was agreed.", ("$26 billion", 26e9, 26e9, "", "USD", "exactly")),
    ("Berlin gave €50m in aid.", ("€50m in aid", 50e6, 50e6, "aid", "EUR", "exactly")),
    ("It owes about £3bn.", ("about £3bn", 3e9, 3e9, "", "GBP", "about")),
    ("Delhi paid US$1.5 million.", ("US$1.5 million", 1.5e6, 1.5e6, "", "USD", "exactly")),
    ("It costs USD 400.", ("USD 400", 400, 400, "", "USD", "exactly")),
    ("They asked for 30 million euros.",
     ("30 million euros", 30e6, 30e6, "", "EUR", "exactly")),
    ("A fund of $5-10bn is planned.", ("$5-10bn", 5e9, 10e9, "", "USD", "between")),
    ("Tariffs of 15 per cent apply.", ("15 per cent", 15, 15, "", "%", "exactly")),
    ("He won 88.7% of the vote.", ("88.7% of the vote", 88.7, 88.7, "vote", "%", "exactly")),
    ("Hamas fired dozens of rockets.",
     ("dozens of rockets", 24, None, "rockets", None, "about")),
    ("Hundreds of thousands of refugees fled.",
     ("Hundreds of thousands of refugees", 200000, None, "refugees", None, "about")),
    ("More than a dozen envoys left.",
     ("More than a dozen envoys", 12, None, "envoys", None, "over")),
    ("Twenty-four mayors resigned.", ("Twenty-four mayors", 24, 24, "mayors", None, "exactly")),
    ("Two hundred and six prisoners came home.",
     ("Two hundred and six prisoners", 206, 206, "prisoners", None, "exactly")),
    ("About 1.5 million voters stayed away.",
     ("About 1.5 million voters", 1.5e6, 1.5e6, "voters", None, "about")),
    ("Kyiv got 3 000 shells.", ("3 000 shells", 3000, 3000, "shells", None, "exactly")),
    ("Four or five votes are lacking.",
     ("Four or five votes", 4, 5, "votes", None, "between")),
    ("Between one hundred and two hundred guards ran.",
     ("Between one hundred and two hundred guards", 100, 200, "guards", None, "between")),
    ("It sank one patrol boat near Jeddah.",
     ("one patrol boat", 1, 1, "patrol boat", None, "exactly")),
    ("They sent 40 tonnes of wheat.",
     ("40 tonnes of wheat", 40, 40, "tonnes of wheat", None, "exactly")),
    ("Fourteen police officers were hurt.",
     ("Fourteen police officers", 14, 14, "police officers", None, "exactly")),
    ("A bomb killed 20 in Quetta.", ("20", 20, 20, "", None, "exactly")),
    ("Some 2000 workers struck.", ("Some 2000 workers", 2000, 2000, "workers", None, "about")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_told(text: str, expected: tuple[Any, ...]) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a two-week truce",
        "after three weeks of talks",
        "in 2019 the army left",
        "on 7 October",
        "on October 7, 2023",
        "at 10:30 on Monday",
        "around 10 p.m. local time",
        "the 21st congress",
        "a 72-year-old woman",
        "Lee Brown, 39, a teacher",
        "call +972 3 555 1234 or 555-0199",
        "Resolution 242 of the council",
        "Article 5 was invoked",
        "Flight MH17 fell",
        "a 28-nation union",
        "the 2008-13 crisis",
        "COVID-19 rules",
        "no one came",
        "one of them spoke",
        "the G7 and the Group of 20",
        "they beat Spain 4-3",
        "an F-16 and an S-400",
        "it is two times larger",
        "for two long months",
        "9/11 and 24/7",
        "Iran said nothing.",
        "",
    ],
)
def test_no_quantity(text: str) -> None:
    assert read(text) == []


def test_several_in_their_order() -> None:
    text = "It killed 20 people and wounded at least 30 others, and cost $4m."
    assert [q.span.text for q in read(text)] == ["20 people", "at least 30 others", "$4m"]


def test_a_second_number_is_not_what_the_first_counts() -> None:
    found = read("Six rebels and two soldiers died.")
    assert [q.of for q in found] == ["rebels", "soldiers"]


def test_a_verb_is_not_joined() -> None:
    assert [q.of for q in read("It kills 20 people and injures the driver.")] == ["people"]


def test_offset_and_window() -> None:
    text = "First 3 ships. Then over 5 tanks came."
    (found,) = quantities(text, 15, len(text), offset=100)
    assert (found.span.start, found.span.end) == (120, 132)
    assert text[20:32] == found.span.text == "over 5 tanks"


_PIECES = st.sampled_from(
    [
        "over",
        "at",
        "least",
        "between",
        "and",
        "20",
        "30",
        "3,000",
        "3",
        "000",
        "1.5",
        "million",
        "$",
        "€",
        "50m",
        "dozens",
        "of",
        "a",
        "couple",
        "one",
        "two",
        "hundred",
        "soldiers",
        "missiles",
        "drones",
        "%",
        "per",
        "cent",
        ",",
        ".",
        "-",
        "–",
        "7",
        "October",
        "2019",
        "US",
        "in",
        "the",
        "people",
    ]
)
_TEXT = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join))


@given(_TEXT, st.integers(-5, 90), st.integers(-5, 90), st.integers(0, 50))
def test_never_raises_and_spans_slice(text: str, start: int, end: int, offset: int) -> None:
    last = 0
    for found in quantities(text, start, end, offset=offset):
        span = found.span
        assert text[span.start - offset : span.end - offset] == span.text != ""
        assert max(start, last) <= span.start - offset
        assert span.end - offset <= end
        assert found.of in span.text
        assert found.low is not None or found.high is not None or found.relation == "under"
        if found.low is not None and found.high is not None:
            assert found.low <= found.high
        last = span.end - offset


def test_fast_enough() -> None:
    text = (
        "Ukraine says that it shot down 95 of 143 drones while some 46 others were lost, and that "
        "at least three people died and $4 million in damage was done in two towns near Odesa."
    )
    read(text)
    began = time.perf_counter()
    for _ in range(300):
        read(text)
    assert (time.perf_counter() - began) / 300 < 0.002  # a wide margin: shared machines
