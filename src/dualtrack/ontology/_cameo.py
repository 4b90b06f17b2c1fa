"""The crosswalk to CAMEO and back. Codes are strings: "01" and "1" are not the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import get_args

from dualtrack._errors import InputError, TableError
from dualtrack.ontology._load import home, read_text
from dualtrack.ontology._lookup import mode_info, status_info, type_info
from dualtrack.ontology._types import Status

_CODE = re.compile(r"[0-9]{2,4}")
_FROM = ("code", "type", "mode", "status", "goldstein", "label", "note")
_TO = ("type", "mode", "status", "code", "note")


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One code of CAMEO and what it is in PLOVER.

    `type` is None where PLOVER drops the code; then `mode` and `status` are None too.
    `goldstein` is Goldstein's score for CAMEO, -10 to +10: another scale than `intensity`.
    """

    code: str
    type: str | None
    mode: str | None
    status: str | None
    goldstein: float
    label: str
    note: str | None


@dataclass(frozen=True, slots=True)
class BackRow:
    """One row of the way back: the code for a type, mode and status."""

    type: str
    mode: str | None
    status: str
    code: str
    note: str | None


def _read_tsv(
    folder: Traversable, name: str, columns: tuple[str, ...]
) -> list[tuple[str, dict[str, str]]]:
    """The rows as (where, {column: text}); lines that start with `#` are comments."""
    lines = [
        (number, line.split("\t"))
        for number, line in enumerate(read_text(folder, name).splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines or tuple(lines[0][1]) != columns:
        raise TableError(f"{name} must have the columns {', '.join(columns)}.")
    rows: list[tuple[str, dict[str, str]]] = []
    for number, cells in lines[1:]:
        if len(cells) != len(columns):
            raise TableError(
                f"{name}, line {number}: {len(cells)} cells where {len(columns)} are needed."
            )
        rows.append((f"{name}, line {number}", dict(zip(columns, cells, strict=True))))
    return rows


def _check_words(where: str, event_type: str, mode: str | None, status: str) -> None:
    """Refuse a type, mode or status that the YAML files do not have."""
    try:
        type_info(event_type)
        if mode is not None:
            mode_info(event_type, mode)
    except TableError as error:
        raise TableError(f"{where}: {error}") from None
    if status not in get_args(Status):
        raise TableError(f"{where}: the status {status!r} is unknown.")


def _code_row(where: str, row: dict[str, str]) -> CameoCode:
    event_type, mode, status = row["type"] or None, row["mode"] or None, row["status"] or None
    if not _CODE.fullmatch(row["code"]):
        raise TableError(f"{where}: {row['code']!r} is no code of two to four digits.")
    if event_type is None:
        if mode or status:
            raise TableError(f"{where}: a mode or status without a type.")
    else:
        status = status or "actual"
        _check_words(where, event_type, mode, status)
    try:
        goldstein = float(row["goldstein"])
    except ValueError:
        raise TableError(f"{where}: {row['goldstein']!r} is no score.") from None
    if not -10 <= goldstein <= 10:
        raise TableError(f"{where}: the score {goldstein:g} is not between -10 and 10.")
    if not row["label"]:
        raise TableError(f"{where}: the label is missing.")
    return CameoCode(
        row["code"], event_type, mode, status, goldstein, row["label"], row["note"] or None
    )


def load_codes(folder: Traversable | None = None) -> dict[str, CameoCode]:
    """Read cameo.tsv. Raises TableError, naming file and line, where a row is wrong."""
    out: dict[str, CameoCode] = {}
    for where, row in _read_tsv(folder or home(), "cameo.tsv", _FROM):
        code = _code_row(where, row)
        if code.code in out:
            raise TableError(f"{where}: the code {code.code} stands twice.")
        out[code.code] = code
    for code_text in out:
        if len(code_text) > 2 and code_text[:-1] not in out:
            raise TableError(f"cameo.tsv: the code {code_text} has no parent {code_text[:-1]}.")
    return out


def load_back(folder: Traversable | None = None) -> dict[tuple[str, str | None, str], BackRow]:
    """Read plover_to_cameo.tsv. Raises TableError, naming file and line, where a row is wrong."""
    folder = folder or home()
    codes = load_codes(folder)
    out: dict[tuple[str, str | None, str], BackRow] = {}
    for where, row in _read_tsv(folder, "plover_to_cameo.tsv", _TO):
        back = BackRow(
            row["type"], row["mode"] or None, row["status"], row["code"], row["note"] or None
        )
        _check_words(where, back.type, back.mode, back.status)
        if back.code not in codes:
            raise TableError(f"{where}: the code {back.code!r} is not in cameo.tsv.")
        key = (back.type, back.mode, back.status)
        if key in out:
            raise TableError(f"{where}: this type, mode and status stand twice.")
        out[key] = back
    return out


@cache
def cameo_codes() -> dict[str, CameoCode]:
    """Every code of CAMEO that is known, by code."""
    return load_codes()


@cache
def _back() -> dict[tuple[str, str | None, str], BackRow]:
    return load_back()


def from_cameo(code: str) -> CameoCode:
    """What a code of CAMEO is in PLOVER; `type` is None where PLOVER drops it.

    A longer code that is not known is read as the longest known one it starts with, and the
    record's `code` says which. Raises InputError for what is no code at all, a number
    included: a number has lost its leading zero.
    """
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise InputError(f"{code!r} is no CAMEO code: a text of two to four digits, like '042'.")
    for length in range(len(code), 1, -1):
        found = cameo_codes().get(code[:length])
        if found:
            return found
    raise InputError(f"There is no CAMEO code {code!r}: codes start with 01 to 20.")


def to_cameo(event_type: str, mode: str | None = None, status: str = "actual") -> str | None:
    """The code of CAMEO for an event, or None where CAMEO cannot tell it.

    None is given for acts that are possible, predicted, negated or historical, and for most
    announced hostile acts: an export must say how many it left out. Raises TableError for a
    type, mode or status that is not known.
    """
    type_info(event_type) if mode is None else mode_info(event_type, mode)
    status_info(status)
    row = _back().get((event_type, mode, status)) or _back().get((event_type, None, status))
    return row.code if row else None
