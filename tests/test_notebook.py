"""The notebook in the documents runs as it stands, and is committed as it stands."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).resolve().parent.parent / "docs" / "relation.ipynb"


def notebook() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)


def code() -> list[Any]:
    return [cell for cell in notebook().cells if cell.cell_type == "code"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in; what the kernel keeps for itself lies there as well."""
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def printed(cell: Any) -> str:
    return "".join(out.text for out in cell.outputs if out.output_type == "stream")


@pytest.mark.slow
def test_it_runs_and_shows_what_it_says(place: Path) -> None:
    book = notebook()
    settings = {"metadata": {"path": str(place)}}
    NotebookClient(book, timeout=600, kernel_name="python3", resources=settings).execute()
    assert (place / "relation.db").exists()
    cells = {
        re.sub(r"^#+ ", "", said.source.splitlines()[0]): cell
        for said, cell in zip(book.cells[::2], book.cells[1::2], strict=False)
    }
    assert printed(cells["Read"]) == "80 articles\n"
    assert "new=80" in cells["Code and keep"].outputs[0].data["text/plain"]
    assert "USA to ISR, support: " in printed(cells["The relation"])
    (picture,) = cells["The picture"].outputs
    assert picture.data["image/png"]
    assert printed(cells["The newest evidence"]).count("\n") == 10
    assert "report(s): " in printed(cells["What is behind a number"])
    assert "<table" in cells["As a table"].outputs[-1].data["text/html"]
    assert re.search(r"^[A-Z]{3} \w+ support \d+", printed(cells["All pairs"]), re.M)


def test_it_is_committed_without_outputs() -> None:
    assert code()
    assert all(not cell.outputs and cell.execution_count is None for cell in code())


def test_every_cell_of_code_is_introduced() -> None:
    kinds = [cell.cell_type for cell in notebook().cells]
    assert kinds[0] == "markdown"
    assert all(set(two) != {"code"} for two in pairwise(kinds))


def test_it_names_no_place_on_a_machine() -> None:
    text = NOTEBOOK.read_text("utf-8")
    assert not re.search(r"/(home|work|tmp|Users|root)/|[A-Z]:\\\\", text)
