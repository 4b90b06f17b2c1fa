"""The documents say what is so: commands exist, blocks run, links lead somewhere."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import click
import pytest

from dualtrack.cli._main import _COMMANDS, dualtrack
from dualtrack.output._csv import COLUMNS
from dualtrack.sample import html_pages
from make_events import event

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CARD = Path(str(files("dualtrack.coding") / "model"))


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def test_every_command_in_the_readme_exists() -> None:
    named = set(re.findall(r"^dualtrack (\w+)", "\n".join(blocks("sh")), re.M))
    assert named
    assert named <= set(_COMMANDS)


def test_every_option_in_the_readme_exists() -> None:
    for line in "\n".join(blocks("sh")).splitlines():
        found = re.match(r"dualtrack (\w+)", line)
        if found:
            command = dualtrack.get_command(click.Context(dualtrack), found[1])
            assert command is not None
            known = {o for p in command.params for o in p.opts}
            assert set(re.findall(r"(?<=\s)--?[a-z]+", line)) <= known, line


@pytest.mark.slow
def test_the_python_block_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_bytes(html_pages()[0].read_bytes())
    monkeypatch.chdir(tmp_path)
    (block,) = blocks("python")
    seen: dict[str, object] = {}
    exec(block, seen)
    assert seen["events"]
    assert seen["relation"]


def test_the_two_commands_are_one_line_each() -> None:
    for name in ("demo", "test"):
        found = re.search(rf"<!-- {name} command -->\n```sh\n(.*?)\n```", README, re.S)
        assert found, name
        assert "\n" not in found[1]
        assert found[1].startswith("python3 -m venv .venv && ")


def test_links_to_files_lead_somewhere() -> None:
    for document in (README, (ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        for link in re.findall(r"\]\(([^)#]+)\)", document):
            if not link.startswith("http"):
                assert (ROOT / link).exists(), link


def test_the_readme_gives_the_figures_of_the_shipped_model() -> None:
    dev = json.loads((CARD / "model.json").read_text("utf-8"))["dev"]
    for name in ("type", "event", "dyad", "status", "speaker", "sector", "silence"):
        row = re.search(rf"^\| `{name}` \|(.*)$", README, re.M)
        assert row, name
        assert f"{dev[name]:.2f}" in row[1], f"{name} is {dev[name]:.3f}"


def test_the_model_card_gives_them_too() -> None:
    card = (CARD / "README.md").read_text("utf-8")
    dev = json.loads((CARD / "model.json").read_text("utf-8"))["dev"]
    assert f"{dev['event']:.3f}" in card
    assert "python -m dualtrack.train" in card


def test_ci_runs_the_readmes_test_command() -> None:
    assert "<!-- test command -->" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_every_column_is_described() -> None:
    text = (ROOT / "docs" / "events.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", text.split("## CSV")[1], re.M)
    assert dict(rows) == COLUMNS


def test_every_field_is_described() -> None:
    text = (ROOT / "docs" / "events.md").read_text("utf-8").split("## CSV")[0]
    for name in event("AID").to_dict():
        assert f"`{name}`" in text, name
