"""Mining of office holders: what is found in a text, put together, joined and written."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

import mine_people
import people_known
from people_find import Finder, Mention
from people_group import Person, alike, group, skeleton
from people_join import Review, join, mend, read_review
from people_known import KnownError, Row
from people_write import finished, table, unsafe, words_in

FINDER = Finder()


def found(text: str) -> list[tuple[str, str, str]]:
    return [(m.name, m.country, m.sector) for m in FINDER.find(text)]


def mention(
    name: str, country: str = "FRA", sector: str = "GOV", office: str = "minister"
) -> Mention:
    return Mention(name, country, sector, office, "before")


def known(name: str, first: str, last: str, country: str = "FRA", sector: str = "GOV") -> Row:
    return Row(name, country, sector, "minister", first, last, "known")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Israeli Prime Minister Doran Ashkelony met him.",
            [("Doran Ashkelony", "ISR", "GOV")],
        ),
        ("President of France Amélie Vautrinot spoke.", [("Amélie Vautrinot", "FRA", "GOV")]),
        ("Kenya's president, Juma Okotiro, resigned.", [("Juma Okotiro", "KEN", "GOV")]),
        (
            "Ilse Brandtner, the foreign minister of Austria, left.",
            [("Ilse Brandtner", "AUT", "GOV")],
        ),
        (
            "Ilse Brandtner, the Austrian foreign minister, left.",
            [("Ilse Brandtner", "AUT", "GOV")],
        ),
        ("Hezbollah leader Samir al-Mahzumi died.", [("Samir al-Mahzumi", "LBN", "REB")]),
        ("U.S. Senator Wade P. Hollister voted.", [("Wade P. Hollister", "USA", "LEG")]),
        ("Turkish opposition leader Okan Selvioglu", [("Okan Selvioglu", "TUR", "PTY")]),
        ("Iraqi police chief Salim Dawudi", [("Salim Dawudi", "IRQ", "COP")]),
        ("UN Secretary-General Bo Lindqvarn warned.", [("Bo Lindqvarn", "", "IGO")]),
        ("Belgian Justice Minister Joris Vandermolen", [("Joris Vandermolen", "BEL", "GOV")]),
    ],
)
def test_patterns(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_long_titles_leave_the_first_name() -> None:
    text = "Hungarian Minister of Foreign Affairs and Trade Ágoston Keveházi said so."
    assert found(text) == [("Ágoston Keveházi", "HUN", "GOV")]


@pytest.mark.parametrize("word", ["former", "ex-", "ousted", "deposed"])
def test_who_has_left_office_is_a_politician(word: str) -> None:
    text = f"Police held {word} Peruvian President Hilario Quispecondor.".replace("- ", " ")
    assert found(text) == [("Hilario Quispecondor", "PER", "PTY")]


@pytest.mark.parametrize("word", ["then", "then-", "future", "late"])
def test_an_office_not_held_now_is_left_out(word: str) -> None:
    text = f"A letter to {word} Peruvian President Hilario Quispecondor.".replace("- ", " ")
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The French President Vautrinot Airport was closed.",  # a thing
        "French President Vautrinot spoke.",  # one word is no full name
        "French foreign ministers Jean Dutourd and Paul Remy met.",  # several people
        "Russian-backed President Oleg Varnenko fled.",  # another country's
        "Film by British director Nigel Farthingay.",  # no office of a state
        "The Polish Zorblatt Council secretary Jan Kowalewicz",  # an unknown body
    ],
)
def test_traps(text: str) -> None:
    assert found(text) == []


def test_the_possessive_is_no_part_of_a_name() -> None:
    text = "French President Amélie Vautrinot's visit; Spain’s King Leandro’s visit"
    assert [name for name, _, _ in found(text)] == ["Amélie Vautrinot", "King Leandro"]


def test_a_body_inside_a_longer_name_is_not_taken() -> None:
    assert found("Ruritanian Security Council secretary Igor Menshutov spoke.") == []


def test_spellings_of_one_name_meet() -> None:
    assert skeleton("Wolodymyr Zarenskyy") == skeleton("Volodimir Zarenski")
    assert skeleton("Amélie B. Vautrinot") == skeleton("Amelie Vautrinot")
    assert alike("Tarik Recep Selvioglu", "Recep Selvioglu")
    assert not alike("Ahmad Salim Dawudi", "Ahmad Dawudi Karim")
    assert not alike("Li Wei", "Li Wen")


def test_variants_become_one_person() -> None:
    seen = [
        ("2020-01-01", mention("Okan Selvioğlu", "TUR")),
        ("2020-03-01", mention("Okan Selvioglu", "TUR")),
        ("2020-02-01", mention("Okan Selvioğlu", "TUR")),
        ("2020-02-01", mention("Okan Selvioğlu", "GRC")),
    ]
    people = group(seen)
    assert [(p.name, p.country, len(p.seen)) for p in people] == [
        ("Okan Selvioğlu", "TUR", 3),
        ("Okan Selvioğlu", "GRC", 1),
    ]


def person(name: str, *seen: tuple[str, str], country: str = "FRA") -> Person:
    mentions = [(day, mention(name, country, sector)) for day, sector in seen]
    return Person(country, Counter({name: len(seen)}), mentions)


def test_known_terms_win_over_days_seen() -> None:
    rows, _ = join(
        [known("Amélie Vautrinot", "2010-01-01", "2014-12-31")],
        [person("Amelie Vautrinot", ("2009-05-01", "GOV"), ("2012-01-01", "GOV"))],
    )
    assert [(r.first, r.last) for r in rows] == [("2010-01-01", "2014-12-31")]


def test_mined_rows_fill_what_is_not_known() -> None:
    rows, _ = join(
        [known("Amélie Vautrinot", "2010-01-01", "2014-12-31")],
        [person("Jean Dutourdet", ("2003-01-01", "GOV"), ("2005-01-01", "GOV"))],
    )
    assert [(r.name, r.sector, r.first, r.last) for r in rows[1:]] == [
        ("Jean Dutourdet", "GOV", "2003-01-01", "2005-01-01"),
    ]
    assert rows[1].source == "mined: 2 mentions 2003-01-01..2005-01-01"


def test_an_office_of_a_body_is_added_to_known_terms() -> None:
    term = [known("Amélie Vautrinot", "2010-01-01", "2014-12-31")]
    later = person("Amélie Vautrinot", ("2016-01-01", "IGO"), ("2018-01-01", "IGO"), country="")
    rows, _ = join(term, [later])
    assert [(r.country, r.sector, r.first) for r in rows[1:]] == [("", "IGO", "2016-01-01")]
    within = person("Amélie Vautrinot", ("2009-01-01", "IGO"), ("2018-01-01", "IGO"), country="")
    assert join(term, [within])[0] == term


def test_a_spelling_seen_becomes_an_alias_of_the_known() -> None:
    term = [known("Okan Selvioglu", "2010-01-01", "", country="TUR")]
    join(term, [person("Okan Selviogly", ("2011-01-01", "GOV"), country="TUR")])
    assert term[0].aliases == ["Okan Selviogly"]


def test_a_name_seen_more_often_elsewhere_is_not_taken_there() -> None:
    often = person("Jean Dutourdet", *[(f"2003-01-0{i}", "GOV") for i in range(1, 7)])
    once = person("Jean Dutourdet", ("2003-01-01", "GOV"), country="BEL")
    rows, notes = join([], [once, often])
    assert [row.country for row in rows] == ["FRA"]
    assert any(note.startswith("elsewhere\tJean Dutourdet\tBEL") for note in notes)


def test_offices_of_a_mined_person_do_not_overlap() -> None:
    days = [(f"20{y}-01-01", "GOV") for y in range(10, 16)]
    rows, _ = join([], [person("Jean Dutourdet", *days, ("2012-06-01", "PTY"))])
    assert [row.sector for row in rows] == ["GOV"]


def test_people_seen_too_seldom_are_left_out() -> None:
    once = person("Jean Dutourdet", ("2010-01-01", "GOV"))
    assert len(join([], [once])[0]) == 1
    assert join([], [once], least=2)[0] == []


def test_the_review_mends_and_rejects() -> None:
    review = Review(
        reject={("Zorblatt Fleet", "FRA")},
        rename={("Dutourdet Jean", "FRA"): "Jean Dutourdet"},
        sector={("Jean Dutourdet", "FRA"): "MIL"},
        country={("Jean Dutourdet", "FRA"): "BEL"},
    )
    assert mend(mention("Zorblatt Fleet"), review) is None
    mended = mend(mention("Dutourdet Jean"), review)
    assert mended is not None
    assert (mended.name, mended.country, mended.sector) == ("Jean Dutourdet", "BEL", "MIL")


def test_the_review_kept_in_the_project_can_be_read() -> None:
    assert read_review().reject


def test_known_lists_are_read(tmp_path: Path) -> None:
    path = tmp_path / "known_x.txt"
    path.write_text("# c\n@FRA GOV foreign minister\nJean Dutourdet;J. Dutourdet|2001|2004-02\n")
    (row,) = people_known.read_all(tmp_path)
    assert (row.first, row.last, row.office) == ("2001-01-01", "2004-02-29", "foreign minister")
    assert row.aliases == ["J. Dutourdet"]


def test_a_person_spelt_in_two_ways_gets_one_name(tmp_path: Path) -> None:
    (tmp_path / "known_x.txt").write_text(
        "@FRA GOV minister\nAmélie Vautrinot;A. Vautrinot|2001|2002\n"
        "Joe Remy;Joseph Remy|1999|2000\n"
        "@- IGO chief\nAmelie Vautrinot|2003|-\n@FRA LEG member\nJoseph Remy|2003|-\n"
        "@BEL LEG member\nA. Vautrinot|2003|-\n"
    )
    names = [row.name for row in people_known.read_all(tmp_path)]
    assert names == ["Amélie Vautrinot", "Joe Remy", "Amélie Vautrinot", "Joe Remy", "A. Vautrinot"]


@pytest.mark.parametrize(
    "text",
    [
        "Jean|2001|2002",
        "@FRA GOV x\nJean|2001",
        "@FRA GOV x\nJean|soon|-",
        "@FR GOV x",
        "@FRA GOV x\nJean|2005|2001",
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "known_x.txt").write_text(text)
    with pytest.raises(KnownError, match=r"known_x\.txt, line \d"):
        people_known.read_all(tmp_path)


def test_unsafe_aliases_are_dropped() -> None:
    rows = [known("Jean Dutourdet", "2001-01-01", ""), known("Karl Remyson", "", "", "DEU")]
    rows[0].aliases = ["Dutourdet", "Remyson", "Lake"]
    lower = words_in(["the lake, a lake; one lake", "lake lake"])
    assert set(unsafe(rows, lower, set(), set())) == {"Remyson", "Lake"}
    assert set(unsafe(rows, lower, {"Dutourdet"}, {"Lake"})) == {"Dutourdet", "Remyson"}


def test_the_table_is_in_order_and_without_doubles() -> None:
    rows = [known("Karl Remyson", "2001-01-01", ""), known("Jean Dutourdet", "2001-01-01", "")]
    rows[0].aliases = ["K. Remyson", "K Remyson", "Karl Rémyson"]
    done = finished([*rows, known("Karl Remyson", "2001-01-01", "")], {})
    assert [row.name for row in done] == ["Jean Dutourdet", "Karl Remyson"]
    lines = table(done).splitlines()
    assert lines[-1] == "Karl Remyson\tK. Remyson\tFRA\tGOV\tminister\t2001-01-01\t\tknown"


def test_a_corpus_becomes_rows(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl.gz"
    items = [
        {"date": "2015-02-01", "text": "French President Amélie Vautrinot spoke."},
        {"date": "2017-02-01", "text": "Amelie Vautrinot, the French president, spoke."},
    ]
    with gzip.open(corpus, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(item) + "\n" for item in items)
    rows, _ = mine_people.make(mine_people.read_corpus(corpus), [], Review())
    (row,) = rows
    assert (row.country, row.sector, row.office) == ("FRA", "GOV", "president")
    assert (row.first, row.last) == ("2015-02-01", "2017-02-01")
