from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.pages import Copies, CopyOf, Published, read_page
from dualtrack.sample import html_pages, text_pages
from make_copies import CHANGES, Story, contained, cut, mixture, quoting, reworded, sample_stories

STORIES = sample_stories()


@pytest.fixture
def copies() -> Iterator[Copies]:
    with Copies() as made:
        yield made


def text(story: Story) -> str:
    return "\n\n".join(story)


def all_added(copies: Copies, stories: list[Story] = STORIES) -> Copies:
    for number, story in enumerate(stories):
        assert copies.add(str(number), text(story)) is None
    return copies


def day(number: int, hour: int | None = None) -> Published:
    if hour is None:
        return Published(dt.date(2024, 5, number))
    at = dt.datetime(2024, 5, number, hour, tzinfo=dt.UTC)
    return Published(at.date(), at, "known")


def test_an_exact_copy_is_said_to_be_one(copies: Copies) -> None:
    assert copies.add("a", text(STORIES[0])) is None
    again = " ".join(STORIES[0]).upper().replace("’", "'")
    assert copies.add("b", again) == CopyOf("b", "a", 1.0, "exact")


@pytest.mark.parametrize("kind", CHANGES)
def test_changed_copies_are_found(copies: Copies, kind: str) -> None:
    all_added(copies)
    rng = random.Random(3)
    for number, story in enumerate(STORIES):
        copy = copies.add(f"{number} changed", text(CHANGES[kind](story, rng)))
        assert copy is not None, (number, kind)
        assert copy.of == str(number)
        assert copy.how == "near"
        assert 0.8 <= copy.share <= 1


@pytest.mark.parametrize("kind", CHANGES)
def test_the_copy_may_be_read_first(copies: Copies, kind: str) -> None:
    rng = random.Random(4)
    for number, story in enumerate(STORIES):
        copies.add(str(number), text(CHANGES[kind](story, rng)))
    for number, story in enumerate(STORIES):
        copy = copies.add(f"{number} whole", text(story))
        assert copy is not None and copy.of == str(number)


def test_the_two_forms_of_the_samples_pages_are_copies(copies: Copies) -> None:
    for page in html_pages():
        assert copies.add(page.name[:-5], read_page(page.read_bytes()).text) is None
    for page in text_pages():
        copy = copies.add("dump", read_page(page.read_bytes()).text)
        assert copy is not None and copy.of == page.name[:-4]


@pytest.mark.parametrize("mixed", [mixture, quoting])
def test_what_shares_a_part_is_no_copy(copies: Copies, mixed: object) -> None:
    all_added(copies)
    rng = random.Random(5)
    for number, story in enumerate(STORIES):
        other = rng.choice(STORIES[:number] + STORIES[number + 1 :])
        made = mixed(other, story)  # type: ignore[operator]
        copy = copies.add(f"{number} mixed", text(made))
        if copy is not None:
            assert contained(made, STORIES[int(copy.of)]) >= 0.8


@pytest.mark.parametrize(("share", "joined"), [(0.6, False), (0.75, False), (0.9, True)])
def test_four_fifths_of_the_shorter_text_must_be_contained(
    copies: Copies, share: float, joined: bool
) -> None:
    words = " ".join(" ".join(story) for story in STORIES[:4]).split()
    copies.add("a", " ".join(words[:200]))
    at = round(200 * share)
    copy = copies.add("b", " ".join(words[:at] + words[400 : 400 + 200 - at]))
    assert (copy is not None) == joined
    if copy:
        assert copy.share == pytest.approx(share, abs=0.03)


def test_a_roundup_of_stories_is_no_copy_of_them(copies: Copies) -> None:
    all_added(copies, STORIES[:5])
    assert copies.add("all", "\n\n".join(text(story) for story in STORIES[:5])) is None


def test_news_in_brief_say_other_things_in_the_same_words(copies: Copies) -> None:
    said = "{} recalls its ambassador to Israel in response to military actions in the Gaza Strip"
    assert copies.add("a", said.format("Bahrain")) is None
    assert copies.add("b", said.format("Honduras")) is None
    assert copies.add("c", said.format("Bahrain") + ".") == CopyOf("c", "a", 1.0, "exact")
    longer = (
        said + ", its foreign ministry said on {} after a session of the cabinet in the capital"
    )
    assert copies.add("d", longer.format("Chad", "Monday")) is None
    assert copies.add("e", longer.format("Chile", "Monday")) is None
    tagged = copies.add("f", "(Wire) - " + longer.format("Chad", "Monday"))
    assert tagged == CopyOf("f", "d", 1.0, "near")


def test_the_same_sentences_with_other_numbers_are_another_report(copies: Copies) -> None:
    def report(seed: int) -> str:
        rng = random.Random(seed)
        return " ".join(
            f"In the {name} district the health office counted {rng.randrange(1000, 9999)} new "
            "cases of the disease since the day before and asked people to stay at home."
            for name in ("northern", "southern", "eastern", "western", "central")
        )

    assert copies.add("a", report(1)) is None
    assert copies.add("b", report(2)) is None
    assert copies.add("c", report(1) + " More follows.") is not None


def test_boilerplate_joins_nothing_and_is_named(copies: Copies) -> None:
    footer = (
        "This paper is printed on Fridays by the society for the common weal of the harbour "
        "towns, who take no part in the quarrels of the council and ask for none of its money, "
        "and whoever wants to write for it may hand his letter in at the door of any chapel."
    )
    rng = random.Random(6)
    words = " ".join(" ".join(story) for story in STORIES).split()
    joined = 0
    for number in range(60):
        body = " ".join(rng.sample(words, 80))
        joined += copies.add(str(number), f"{body}\n\n{footer}") is not None
        joined += (
            copies.add(f"stub {number}", f"{' '.join(rng.sample(words, 25))} {footer}") is not None
        )
    assert joined == 0
    named = copies.boilerplate()
    assert named
    assert all(len(line.split()) == 8 and line in footer.lower().replace(",", "") for line in named)


def test_many_copies_of_one_story_are_no_boilerplate(copies: Copies) -> None:
    rng = random.Random(8)
    copies.add("a", text(STORIES[0]))
    for number in range(60):
        copy = copies.add(str(number), text(reworded(STORIES[0], rng)))
        assert copy is not None and copy.of == "a"
    assert copies.boilerplate() == []


def test_a_group_keeps_the_first_report(copies: Copies) -> None:
    rng = random.Random(9)
    copies.add("read first", text(STORIES[0]), day(3))
    copies.add("other", text(STORIES[1]), day(1))
    copies.add("late", text(STORIES[0]), day(4))
    copies.add("first", text(cut(STORIES[0], rng)), day(2, 12))
    copies.add("undated", text(STORIES[0]))
    copies.add("same day", text(STORIES[0]), day(2))
    (group,) = copies.groups()
    assert group.first == "first"
    assert [c.id for c in group.copies] == ["read first", "late", "undated", "same day"]
    turned = group.copies[0]
    assert (turned.of, turned.share, turned.how) == ("first", 1.0, "near")
    assert all(c.of == "read first" and c.how == "exact" for c in group.copies[1:])


def test_without_dates_the_first_read_is_the_first(copies: Copies) -> None:
    copies.add("a", text(STORIES[0]))
    copies.add("b", text(STORIES[0]))
    copies.add("c", text(STORIES[1]), day(2))
    copies.add("d", text(STORIES[1]), day(2))
    one, two = copies.groups()
    assert (one.first, [c.id for c in one.copies]) == ("a", ["b"])
    assert (two.first, [c.id for c in two.copies]) == ("c", ["d"])


def test_a_story_rewritten_step_by_step_is_compared_with_its_first_text(copies: Copies) -> None:
    words = " ".join(" ".join(story) for story in STORIES[:6]).split()
    joined = [copies.add(str(at), " ".join(words[at : at + 200])) for at in range(0, 200, 20)]
    firsts = [int(copy.of) if copy else None for copy in joined]
    assert firsts == [None, 0, 0, None, 60, 60, None, 120, 120, None]


@pytest.mark.parametrize("odd", ["", "  \n", "!!! …", "\ud800"])
def test_a_text_without_a_word_is_no_copy(copies: Copies, odd: str) -> None:
    copies.add("a", odd)
    copies.add("b", odd)
    copies.add("c", "Words.")
    assert all(c.id != "c" for group in copies.groups() for c in group.copies)


@given(st.lists(st.text(alphabet="ab 1é日.", max_size=200), max_size=20))
def test_any_texts_can_be_added(texts: list[str]) -> None:
    with Copies() as copies:
        for number, one in enumerate(texts):
            copies.add(str(number), one)
            again = copies.add(f"{number} again", one)
            assert again is not None or not any(c.isalnum() for c in one)
        members = [copy.id for group in copies.groups() for copy in group.copies]
        assert len(members) == len(set(members))


def test_groups_can_be_asked_for_after_closing() -> None:
    with Copies() as copies:
        copies.add("a", text(STORIES[0]))
        copies.add("b", text(STORIES[0]))
    assert [group.first for group in copies.groups()] == ["a"]


def test_it_is_quick(copies: Copies) -> None:
    rng = random.Random(10)
    texts = [text(change(story, rng)) for story in STORIES for change in CHANGES.values()]
    begun = time.process_time()
    for number, one in enumerate(texts):
        copies.add(str(number), one)
    # a tenth of what was measured on one slow core, so that a busy machine does not fail
    assert len(texts) / (time.process_time() - begun) > 350
