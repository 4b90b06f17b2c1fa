from __future__ import annotations

from pathlib import Path

import pytest

from dualtrack.export._forms import FORMATS, LOST, OWN, files, manifest_path


def test_gdelt_has_two_files_named_as_its_own() -> None:
    for name in ("x", "x.export.CSV", "x.mentions.csv"):
        path = Path("out", name)
        assert [p.name for p in files("gdelt", path)] == ["x.export.CSV", "x.mentions.CSV"]
        assert manifest_path("gdelt", path) == Path("out/x.manifest.json")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "gdelt"])
def test_all_others_have_one(form: str) -> None:
    assert files(form, Path("out/x.csv")) == [Path("out/x.csv")]  # type: ignore[arg-type]
    assert manifest_path(form, Path("x.csv")) == Path("x.csv.manifest.json")  # type: ignore[arg-type]


def test_what_is_lost_is_named_for_all_but_our_own() -> None:
    assert set(LOST) == set(FORMATS) - set(OWN)
