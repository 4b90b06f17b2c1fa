"""What an article has said."""

from __future__ import annotations

import datetime as dt

from dualtrack.actors import Gazetteer, Memory

G = Gazetteer.load()
DAY = dt.date(2024, 4, 14)


def _read(*texts: str) -> Memory:
    memory = Memory(G)
    for text in texts:
        memory.read(text, DAY)
    return memory


def test_a_surname_after_the_full_name() -> None:
    memory = _read("Prime Minister Benjamin Netanyahu left. Netanyahu said so.")
    actor = G.resolve("Netanyahu", DAY, memory)
    assert (actor.name, actor.country, actor.sector) == ("Benjamin Netanyahu", "ISR", "GOV")


def test_a_person_no_table_knows() -> None:
    memory = _read("Iranian deputy oil minister Reza Karimzad left Doha. Karimzad said so.")
    for mention in ("Karimzad", "Mr Karimzad", "Reza Karimzad"):
        actor = G.resolve(mention, DAY, memory)
        assert (actor.name, actor.country, actor.sector) == ("Reza Karimzad", "IRN", "GOV")


def test_the_ministry_after_russian() -> None:
    memory = _read(
        "Benjamin Netanyahu met Iranian officials. The Russian foreign minister flew home. "
        "The ministry declined to comment."
    )
    assert memory.nation_for(memory.locate("The ministry") or 0) == "RUS"
    assert G.resolve("The ministry", DAY, memory).country == "RUS"


def test_two_nations_in_a_sentence_leave_it_open() -> None:
    text = "The Russian and the Iranian minister met. The ministry said so."
    memory = _read(text)
    assert memory.nation_for(text.index("The ministry")) is None


def test_what_was_read_before_tells() -> None:
    memory = _read("Police in Kenya shut roads.", "Protesters threw stones.")
    assert memory.nation_for(0) == "KEN"
    assert G.resolve("Protesters", DAY, memory).country == "KEN"


def test_nothing_read_tells_nothing() -> None:
    memory = Memory(G)
    assert memory.nation_for(0) is None
    assert memory.likely(0, "GOV") is None
    assert memory.person("Nobody") is None
    assert G.resolve("the ministry", DAY, memory).country is None


def test_places_count_in_the_text_read_last() -> None:
    memory = _read("Kenya.", "Uganda’s army fled.")
    assert memory.locate("Uganda's army") == 0
    assert memory.locate("Kenya") is None
    assert dict(memory.countries) == {"KEN": 1, "UGA": 1}


def test_relatives_of_one_name_are_told_apart_or_not_at_all() -> None:
    memory = _read(
        "Iranian minister Reza Karimzad met Iraqi general Omar Karimzad. Karimzad said so."
    )
    assert memory.person("Karimzad") is None
    assert memory.person("Omar Karimzad") is not None
