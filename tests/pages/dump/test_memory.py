from __future__ import annotations

from pathlib import Path

import pytest

from dualtrack._errors import OutputError, TableError
from dualtrack.pages._read import read_inputs
from dualtrack.pages.dump._lines import cut_blocks
from dualtrack.pages.dump._memory import SiteMemory, site_of

PROMO = "The tide tables of the Harbour Ledger are free to everybody who lives by the sea."


def page(number: int) -> list[str]:
    own = f"Minister number {number} met delegation {number} at place {number} and spoke at length."
    return ["Menu", PROMO, own]


def filled(pages: int = 5) -> SiteMemory:
    memory = SiteMemory()
    for number in range(pages):
        memory.add("ledger.example", page(number))
    return memory


def test_a_line_of_many_pages_is_held_against() -> None:
    blocks = cut_blocks(
        "\n\n".join([*page(9), "He said that the talks would go on all of the week."])
    )
    against = filled().against("ledger.example", blocks)
    assert against[1] > 3 and against[2] == against[3] == 0.0
    assert set(filled().against("other.example", blocks)) == {0.0}


def test_two_pages_are_too_few() -> None:
    assert filled(2).share("ledger.example", PROMO) == 0.0


def test_a_copy_of_a_page_loses_nothing() -> None:
    memory = SiteMemory()
    for _ in range(4):
        memory.add("ledger.example", page(1))
    assert set(memory.against("ledger.example", cut_blocks("\n\n".join(page(1))))) == {0.0}


def test_it_stays_small() -> None:
    memory = SiteMemory(sites=2, lines=3)
    for site in ("a", "b", "c"):
        memory.add(site, [f"line {n}" for n in range(9)])
    assert len(memory) == 2 and memory.pages("a") == 0 and memory.pages("c") == 1


def test_it_is_saved_and_loaded(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    filled().save(path)
    again = SiteMemory.load(path)
    assert again.share("ledger.example", PROMO) == 1.0
    assert PROMO not in path.read_text("utf-8")
    with pytest.raises(OutputError):
        filled().save(tmp_path / "none" / "memory.json")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"form": "x", "sites": {}}', "[" * 9999])
def test_what_is_no_memory_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "memory.json"
    path.write_text(text)
    with pytest.raises(TableError):
        SiteMemory.load(path)


def test_what_pages_share() -> None:
    assert site_of("https://Ledger.example/a", "x/y.txt") == "ledger.example"
    assert site_of(None, "x/y.txt") == site_of(None, "x/z.txt") == "folder x"
    assert site_of(None, "-") is None and site_of("http://[", None) is None


def test_a_run_fills_it(tmp_path: Path) -> None:
    for number in range(4):
        head = f"Menu\nSubscribe\n\nTalks {number} in Suvia go on for another day\n\n"
        story = f"Minister {number} of Norland said on Tuesday that talk {number} would go on.\n"
        (tmp_path / f"{number}.txt").write_text(head + story, "utf-8")
    memory = SiteMemory()
    list(read_inputs([tmp_path], memory=memory))
    assert len(memory) == 1 and memory.pages(f"folder {tmp_path.as_posix()}") == 4
