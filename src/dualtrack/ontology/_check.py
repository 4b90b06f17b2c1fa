"""Checks that the tables of the ontology agree with one another and with the code."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from dualtrack._errors import TableError
from dualtrack.ontology._cameo import BackRow, CameoCode, load_back, load_codes
from dualtrack.ontology._load import load
from dualtrack.ontology._types import ModeInfo, Ontology, TypeInfo

_SIGN = {"support": 1.0, "pressure": -1.0}


def _check_score(where: str, info: TypeInfo | ModeInfo) -> None:
    if not -10 <= info.score <= 10:
        raise TableError(f"{where}: the score {info.score:g} is not between -10 and 10.")
    if info.track and info.score * _SIGN[info.track] < 0:
        raise TableError(f"{where}: the score {info.score:g} is against the track {info.track}.")


def _check_types(tables: Ontology) -> None:
    for info in tables.types.values():
        where = f"types.yaml: {info.name}"
        feeds = tables.quads[info.quad].track
        if info.track != feeds:
            raise TableError(f"{where}: the track {info.track} does not fit the quad {info.quad}.")
        _check_score(where, info)
        for mode in info.modes.values():
            _check_score(f"{where}/{mode.name}", mode)
            if mode.track not in (info.track, None):
                raise TableError(
                    f"{where}/{mode.name}: a mode keeps its type's track, or has none."
                )


def _check_quads(tables: Ontology) -> None:
    codes = sorted(info.code for info in tables.quads.values())
    if codes != [1, 2, 3, 4]:
        raise TableError(f"quads.yaml: the codes must be 1 to 4, each once, not {codes}.")


def _check_back_row(row: BackRow, code: CameoCode, tables: Ontology) -> None:
    """A row must read back as what it was, or say in its note why it does not."""
    where = f"plover_to_cameo.tsv: {row.type}/{row.mode or '-'}, {row.status}"
    if code.type is None:
        raise TableError(f"{where}: the code {code.code} is of no type.")
    if tables.types[code.type].track != tables.types[row.type].track:
        raise TableError(f"{where}: the code {code.code} is on the other track.")
    same = code.type == row.type and code.mode in (row.mode, None)
    if not same and row.note is None:
        raise TableError(f"{where}: {code.code} reads back otherwise, and no note says why.")


def _check_crosswalk(tables: Ontology, folder: Traversable | None) -> None:
    codes = load_codes(folder)
    back = load_back(folder)
    for row in back.values():
        _check_back_row(row, codes[row.code], tables)
    for info in tables.types.values():
        for mode in (None, *info.modes):
            if (info.name, mode, "actual") not in back:
                raise TableError(f"plover_to_cameo.tsv lacks {info.name}/{mode or '-'}, actual.")


def check(folder: Traversable | None = None) -> None:
    """Read every table of `folder` (the package's own by default) and compare them.

    Raises TableError, naming file and row, where one contradicts itself or another: an unknown
    word, a name given twice, a score against its track, a track against its quad, a code that
    reads back as another type without a note.
    """
    tables = load(folder)
    _check_quads(tables)
    _check_types(tables)
    _check_crosswalk(tables, folder)
