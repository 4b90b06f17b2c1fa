"""The shipped tables, put together."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dualtrack._errors import TableError
from dualtrack.actors._load import load
from dualtrack.actors._tables import TABLES

SECTORS = {
    *("GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "REB", "IGO"),
    *("NGO", "BUS", "MED", "EDU", "LAB", "CVL", "REF", "CRM", "UNK"),
}


def _fields(name: str) -> list[list[str]]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def test_every_table_names_its_source() -> None:
    for path in TABLES.glob("*.tsv"):
        assert re.search(r"^#.*Source", path.read_text(encoding="utf-8"), re.MULTILINE), path.name


def test_countries_and_codes() -> None:
    rows = _fields("countries.tsv")
    current = [row for row in rows if not row[11]]
    assert len({row[0] for row in current}) == len(current) > 220
    assert {"XKX", "PSE", "TWN", "HKG", "GIB", "ESH"} <= {row[0] for row in current}
    assert all(re.fullmatch(r"[A-Z]{3}", row[0]) for row in rows)
    assert all(re.fullmatch(r"[A-Z]{2}|", row[1]) for row in rows)
    assert all(re.fullmatch(r"\d*", row[7] + row[8]) for row in rows)


def test_sectors_are_those_of_the_codebook() -> None:
    assert {row[3] for row in _fields("organisations.tsv")} <= SECTORS
    assert {row[1] for row in _fields("roles.tsv")} <= SECTORS
    assert {row[3] for row in _fields("people.tsv")} <= SECTORS
    assert {row[4] for row in _fields("metonyms.tsv")} <= SECTORS


def test_countries_of_all_tables_exist() -> None:
    known = {row[0] for row in _fields("countries.tsv")} | {""}
    assert {row[2] for row in _fields("organisations.tsv")} <= known
    assert {row[0] for row in _fields("regions.tsv")} <= known
    assert {row[3] for row in _fields("metonyms.tsv")} <= known


def test_enough_is_known() -> None:
    assert len(_fields("organisations.tsv")) > 600
    assert len(_fields("cities.tsv")) > 5000


def test_tables_without_people_load(tmp_path: Path) -> None:
    for path in TABLES.glob("*.tsv"):
        if path.name != "people.tsv":
            shutil.copy(path, tmp_path)
    assert load(tmp_path).people == {}


def test_a_bad_day_is_named(tmp_path: Path) -> None:
    for path in TABLES.glob("*.tsv"):
        shutil.copy(path, tmp_path)
    head = "name\taliases\tcountry\tsector\toffice\tfirst\tlast\tsource\n"
    (tmp_path / "people.tsv").write_text(f"{head}A B\t\tUSA\tGOV\tx\tsoon\t\tx\n")
    with pytest.raises(TableError, match="A B"):
        load(tmp_path)


@pytest.mark.slow
def test_loading_is_quick_and_small() -> None:
    code = (
        "import resource, time\n"
        "import dualtrack.actors as a\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "start = time.process_time()\n"
        "a.Gazetteer.load()\n"
        "print(time.process_time() - start)\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, megabytes = (float(line) for line in done.stdout.split())
    assert seconds < 1.0  # 0.1 s on an idle core; room for a busy machine
    assert megabytes < 60
