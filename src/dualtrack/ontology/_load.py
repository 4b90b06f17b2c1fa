"""Reads the ontology's YAML files; says which file and which row is wrong."""

from __future__ import annotations

from collections.abc import Hashable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, cast, get_args

import yaml

from dualtrack._errors import TableError
from dualtrack.ontology._types import (
    EventType,
    ModeInfo,
    Ontology,
    Quad,
    QuadInfo,
    SectorInfo,
    Status,
    StatusInfo,
    Summed,
    Track,
    TypeInfo,
)

# The loader in C reads the same and starts the program sooner; not every build of PyYAML has it.
_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Strict(_Base):  # type: ignore[misc]
    """A loader that refuses a key given twice, where YAML would keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """The mapping, once its keys are known to differ."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise TableError(
                    f"line {key.start_mark.line + 1}: the key {key.value!r} stands twice."
                )
            seen.add(key.value)
        return cast("dict[Hashable, Any]", super().construct_mapping(node, deep))


def home() -> Traversable:
    """The folder in which the package keeps its tables."""
    return files("dualtrack.ontology")


def read_text(folder: Traversable, name: str) -> str:
    """A table as text. Raises TableError if it is missing or no UTF-8."""
    try:
        return folder.joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{name} cannot be read: {error}.") from error


def _read_yaml(folder: Traversable, name: str) -> dict[str, Any]:
    try:
        data = yaml.load(read_text(folder, name), Loader=_Strict)
    except TableError as error:
        raise TableError(f"{name}: {error}") from error
    except yaml.YAMLError as error:
        raise TableError(f"{name} is no YAML: {' '.join(str(error).split())}.") from error
    if not isinstance(data, dict):
        raise TableError(f"{name} must hold named sections.")
    return data


class _Row:
    """One named row of a file, read field by field; a complaint names file and row."""

    def __init__(self, file: str, name: str, fields: object) -> None:
        self.where = f"{file}: {name}"
        if not isinstance(fields, dict):
            raise TableError(f"{self.where} must be a row of named fields.")
        self.fields: dict[str, Any] = fields

    def only(self, *allowed: str) -> None:
        """Refuse a field that nobody reads: most often a misspelling."""
        unknown = sorted(str(key) for key in set(self.fields) - set(allowed))
        if unknown:
            raise TableError(f"{self.where} has the unknown field {unknown[0]!r}.")

    def text(self, field: str) -> str:
        """A text that must be there."""
        value = self.fields.get(field)
        if not isinstance(value, str) or not value.strip():
            raise TableError(f"{self.where} needs the text {field!r}.")
        return value

    def text_or_none(self, field: str) -> str | None:
        """A text, or None where it is null or left out."""
        return None if self.fields.get(field) is None else self.text(field)

    def number(self, field: str) -> float:
        """A number that must be there."""
        value = self.fields.get(field)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TableError(f"{self.where} needs the number {field!r}.")
        return float(value)

    def flag(self, field: str) -> bool:
        """True or false; false where it is left out."""
        value = self.fields.get(field, False)
        if not isinstance(value, bool):
            raise TableError(f"{self.where}: {field!r} must be true or false.")
        return value

    def one_of(self, field: str, allowed: tuple[str, ...]) -> str:
        """One of a few words."""
        value = self.text(field)
        if value not in allowed:
            raise TableError(
                f"{self.where}: {field} {value!r} is unknown; known are {', '.join(allowed)}."
            )
        return value


def _rows(file: str, data: dict[str, Any], section: str) -> list[tuple[str, _Row]]:
    rows = data.get(section)
    if not isinstance(rows, dict) or not rows:
        raise TableError(f"{file} needs the section {section!r}.")
    return [(str(name), _Row(file, str(name), fields)) for name, fields in rows.items()]


def _known(file: str, name: str, allowed: tuple[str, ...]) -> str:
    if name not in allowed:
        raise TableError(f"{file}: {name!r} is unknown; known are {', '.join(allowed)}.")
    return name


def _complete(file: str, names: dict[str, Any], expected: tuple[str, ...]) -> None:
    missing = [name for name in expected if name not in names]
    if missing:
        raise TableError(f"{file} lacks {', '.join(missing)}.")


def _quads(data: dict[str, Any]) -> dict[str, QuadInfo]:
    out: dict[str, QuadInfo] = {}
    for name, row in _rows("quads.yaml", data, "quads"):
        row.only("code", "track")
        quad = cast("Quad", _known("quads.yaml", name, get_args(Quad)))
        track = cast("Track", row.one_of("track", get_args(Track)))
        out[name] = QuadInfo(quad, int(row.number("code")), track)
    _complete("quads.yaml", out, get_args(Quad))
    return out


def _tracks(data: dict[str, Any]) -> dict[str, str]:
    tracks = _Row("quads.yaml", "tracks", data.get("tracks"))
    tracks.only(*get_args(Track))
    return {name: tracks.text(name) for name in get_args(Track)}


def _mode(name: str, row: _Row, score: float, track: Track) -> ModeInfo:
    row.only("score", "track", "means")
    if "score" in row.fields:
        score = row.number("score")
    own: Track | None = track
    if "track" in row.fields:
        given = row.text_or_none("track")
        own = cast("Track", row.one_of("track", get_args(Track))) if given else None
    return ModeInfo(name, score, own, row.text("means"))


def _type(name: str, row: _Row) -> TypeInfo:
    row.only("quad", "track", "score", "mutual", "means", "note", "modes")
    track = cast("Track", row.one_of("track", get_args(Track)))
    score = row.number("score")
    modes: dict[str, ModeInfo] = {}
    if "modes" in row.fields:
        given = _Row("types.yaml", f"{name}: modes", row.fields["modes"]).fields
        for mode, fields in given.items():
            mode_row = _Row("types.yaml", f"{name}/{mode}", fields)
            modes[str(mode)] = _mode(str(mode), mode_row, score, track)
    return TypeInfo(
        name=cast("EventType", _known("types.yaml", name, get_args(EventType))),
        quad=cast("Quad", row.one_of("quad", get_args(Quad))),
        track=track,
        score=score,
        mutual=row.flag("mutual"),
        means=row.text("means"),
        note=row.text_or_none("note"),
        modes=modes,
    )


def _statuses(data: dict[str, Any]) -> dict[str, StatusInfo]:
    out: dict[str, StatusInfo] = {}
    for name, row in _rows("statuses.yaml", data, "statuses"):
        row.only("means", "summed", "plover", "ahead")
        status = cast("Status", _known("statuses.yaml", name, get_args(Status)))
        summed = cast("Summed", row.one_of("summed", get_args(Summed)))
        out[name] = StatusInfo(
            status,
            row.text("means"),
            summed,
            row.text_or_none("plover"),
            row.flag("ahead"),
        )
    _complete("statuses.yaml", out, get_args(Status))
    return out


def _sectors(data: dict[str, Any]) -> dict[str, SectorInfo]:
    out: dict[str, SectorInfo] = {}
    for name, row in _rows("sectors.yaml", data, "sectors"):
        row.only("means", "stateless")
        out[name] = SectorInfo(name, row.text("means"), row.flag("stateless"))
    return out


def load(folder: Traversable | None = None) -> Ontology:
    """Read the YAML files of `folder` (the package's own by default).

    Raises TableError, naming file and row, if a file is missing, has a field or a word that
    is not known, or gives a name twice. What the rows mean together is `check`'s business.
    """
    folder = home() if folder is None else folder
    quads = _read_yaml(folder, "quads.yaml")
    types = _read_yaml(folder, "types.yaml")
    read = {name: _type(name, row) for name, row in _rows("types.yaml", types, "types")}
    _complete("types.yaml", read, get_args(EventType))
    return Ontology(
        scale=_Row("types.yaml", "the head", types).text("scale"),
        tracks=_tracks(quads),
        quads=_quads(quads),
        types=read,
        statuses=_statuses(_read_yaml(folder, "statuses.yaml")),
        sectors=_sectors(_read_yaml(folder, "sectors.yaml")),
    )
