"""The documents say what is so: commands exist, blocks run, links lead somewhere."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click
import pytest

from dualtrack import Relation
from dualtrack.cli._main import _COMMANDS, dualtrack
from dualtrack.output._csv import COLUMNS
from dualtrack.sample import html_pages
from make_events import event

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "docs" / "relation.ipynb",
]
CARD = Path(str(files("dualtrack.coding") / "model"))


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def quoted(document: Path) -> Iterator[tuple[str, bool]]:
    """Each command line of a document; whether it is whole, in a block and not in a sentence."""
    text = document.read_text("utf-8")
    fences = re.findall(r"^```\w*\n(.*?)^```", text, re.S | re.M)
    text = re.sub(r"^```.*?^```", "", text, flags=re.S | re.M)
    block = "\n".join([*fences, *re.findall(r"^ {4,}(\S.*)$", text, re.M)])
    for line in block.splitlines():
        for part in re.split(r"&&|\|(?=\s)", line):
            if re.match(r"\s*(\S*/bin/)?dualtrack ", part):
                yield part.split("dualtrack ", 1)[1], True
    for span in re.findall(r"`([^`]+)`", text):
        if span.startswith("dualtrack "):
            yield span.split("dualtrack ", 1)[1], False


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that these words name, in however many steps, and its arguments."""
    command: click.Command = dualtrack
    while isinstance(command, click.Group):
        name = words.pop(0)
        found = command.get_command(click.Context(command), name)
        assert found is not None, f"there is no {name}"
        command = found
        if not words:
            break
    return command, words


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_line_parses(document: Path) -> None:
    for line, whole in quoted(document):
        # What a shell takes for itself: comments, and where the output goes.
        words = shlex.split(re.sub(r"\s[0-9]?>>?\s*\S+", "", line), comments=True)
        if words[0].startswith("-"):
            continue  # options of the program itself
        command, given = command_of(words)
        try:
            if whole:
                command.make_context("dualtrack", given)
            else:  # in a sentence, words in capitals stand for something
                command.make_parser(click.Context(command)).parse_args(given)
        except click.ClickException as error:
            pytest.fail(f"{document.name}: dualtrack {line}: {error.format_message()}")


def test_lines_that_do_not_parse_are_found(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    for wrong in ("show USA", "show USA ISR --by decade", "export xml", "judge praise 3f2a91c0"):
        document.write_text(f"Try:\n\n```sh\ndualtrack {wrong}  # so\n```\n", "utf-8")
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            test_every_command_line_parses(document)
    for wrong in ("fly", "show A B --bye", "gold import"):
        document.write_text(f"Try `dualtrack {wrong}`.", "utf-8")
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            test_every_command_line_parses(document)


def test_every_command_is_told_of() -> None:
    told = {line.split()[0] for document in DOCUMENTS for line, _ in quoted(document)}
    assert set(_COMMANDS) <= told


@pytest.mark.slow
def test_the_python_blocks_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_bytes(html_pages()[0].read_bytes())
    monkeypatch.chdir(tmp_path)
    coding, keeping = blocks("python")
    seen: dict[str, object] = {}
    exec(coding, seen)
    assert seen["events"]
    assert seen["relation"]
    exec(keeping, seen)
    assert isinstance(seen["relation"], Relation)
    assert (tmp_path / "news.db").exists()


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
