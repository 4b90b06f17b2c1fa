from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from dualtrack._errors import InputError
from dualtrack.actors import country_codes
from dualtrack.tracks._groups import groups_of, known_groups
from make_events import day


def members(name: str, on: str) -> set[str]:
    return {m.country for m in known_groups()[name] if m.country and m.holds(day(on))}


@pytest.mark.parametrize(
    ("name", "on", "count"),
    [
        ("EU", "2003-01-01", 15),
        ("EU", "2004-05-01", 25),
        ("EU", "2013-07-01", 28),
        ("EU", "2020-02-01", 27),
        ("NATO", "2003-01-01", 19),
        ("NATO", "2024-03-07", 32),
        ("G7", "2010-01-01", 7),
        ("G8", "2014-03-01", 8),
        ("G8", "2015-01-01", 0),
        ("G20", "2024-01-01", 19),
        ("BRICS", "2010-01-01", 4),
        ("BRICS", "2025-02-01", 10),
        ("SCO", "2025-01-01", 10),
        ("CSTO", "2007-01-01", 7),
        ("CSTO", "2013-01-01", 6),
        ("EAEU", "2016-01-01", 5),
        ("ASEAN", "2024-01-01", 10),
        ("ASEAN", "2025-11-01", 11),
        ("GCC", "2020-01-01", 6),
        ("Arab League", "2020-01-01", 22),
    ],
)
def test_as_many_as_the_body_had_on_the_day(name: str, on: str, count: int) -> None:
    assert len(members(name, on)) == count


def test_every_code_and_name_in_the_table_is_known() -> None:
    countries = {m.country for some in known_groups().values() for m in some if m.country}
    assert countries <= set(country_codes())
    names = {m.name for some in known_groups().values() for m in some if m.name}
    table = files("dualtrack.actors") / "tables" / "organisations.tsv"
    rows = table.read_text("utf-8")
    known = {line.split("\t")[0].casefold() for line in rows.splitlines()}
    assert names <= known


def test_a_users_groups_win_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "groups.tsv"
    path.write_text(
        "# mine\ngroup\tmember\tfirst\tlast\n"
        "Front\tIRN|Hezbollah\n"
        "Front\tSYR/MIL\t\t2024-12-08\n"
        "eu\tFRA\n",
        "utf-8",
    )
    groups = groups_of(path)
    assert [(m.country, m.sector, m.name) for m in groups["Front"]] == [
        ("IRN", None, None),
        (None, None, "hezbollah"),
        ("SYR", "MIL", None),
    ]
    assert groups["Front"][2].last == day("2024-12-08")
    assert len(groups["eu"]) == 1
    assert "EU" not in groups
    assert "NATO" in groups


def test_groups_may_be_given_as_they_are() -> None:
    assert len(groups_of({"Nordics": ["DNK", "FIN", "ISL", "NOR", "SWE"]})["Nordics"]) == 5
    with pytest.raises(InputError, match="at least one"):
        groups_of({"Nobody": []})


@pytest.mark.parametrize("row", ["Front", "Front\tIRN\tsoon", "\tIRN", "Front\tIRN/XXX", "Front\t"])
def test_a_wrong_row_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "groups.tsv"
    path.write_text(f"{row}\n", "utf-8")
    with pytest.raises(InputError):
        groups_of(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        groups_of(tmp_path / "none.tsv")
