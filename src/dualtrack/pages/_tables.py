"""The word lists of this room, read once from the YAML files beside this module."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dualtrack._errors import TableError

_HERE = Path(__file__).resolve().parent


@cache
def reasons() -> Mapping[str, str]:
    """Every reason for leaving a line out, with its sentence (from `reasons.yaml`)."""
    return {str(k): str(v) for k, v in read_table("reasons.yaml").items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the lists of `words.yaml`."""
    return frozenset(str(read_table("words.yaml")[name]).split())


@dataclass(frozen=True, slots=True)
class LineWords:
    """The patterns of one reason, each kind joined into one expression."""

    reason: str
    line: re.Pattern[str] | None
    start: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Chrome:
    """What `chrome.yaml` says about the lines around a story."""

    longest: int
    lines: tuple[LineWords, ...]
    site_names: tuple[re.Pattern[str], ...]
    no_site: frozenset[str]
    tails: frozenset[str]
    front: frozenset[str]
    classes: Mapping[str, str]
    tags: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dates:
    """What `dates.yaml` says about months, zones and the words around a date."""

    months: Mapping[str, int]
    zones: Mapping[str, int]
    zones_by_season: Mapping[str, str]
    published: frozenset[str]
    changed: frozenset[str]
    beside: frozenset[str]
    meta: tuple[str, ...]
    meta_changed: tuple[str, ...]
    month_first: frozenset[str]


@cache
def chrome() -> Chrome:
    """The patterns of `chrome.yaml`, compiled; a reason unknown to `reasons.yaml` is an error."""
    data = read_table("chrome.yaml")
    words = tuple(_line_words(reason, kinds) for reason, kinds in data["lines"].items())
    classes = {word: reason for reason, list_ in data["classes"].items() for word in list_}
    named = [*data["lines"], *data["classes"], *data["tags"].values(), *data["tails"]]
    if unknown := sorted(set(named) - set(reasons())):
        raise TableError(f"chrome.yaml names a reason that reasons.yaml lacks: {unknown[0]}.")
    return Chrome(
        longest=int(data["longest"]),
        lines=words,
        site_names=tuple(_compile(p, "site_names", 0) for p in data["site_names"]),
        no_site=frozenset(data["no_site"]),
        tails=frozenset(data["tails"]),
        front=frozenset(data["front"]),
        classes=classes,
        tags=dict(data["tags"]),
    )


@cache
def dates() -> Dates:
    """The lists of `dates.yaml`."""
    data = read_table("dates.yaml")
    for name in ("published", "changed", "beside", "meta", "meta_changed", "month_first"):
        if odd := [word for word in data[name] if not isinstance(word, str)]:
            raise TableError(f"dates.yaml, {name}: {odd[0]!r} must be put in quotes.")
    return Dates(
        months={name: int(number) for number, names in data["months"].items() for name in names},
        zones={str(k): int(v) for k, v in data["zones"].items()},
        zones_by_season={str(k): str(v) for k, v in data["zones_by_season"].items()},
        published=frozenset(data["published"]),
        changed=frozenset(data["changed"]),
        beside=frozenset(data["beside"]),
        meta=tuple(data["meta"]),
        meta_changed=tuple(data["meta_changed"]),
        month_first=frozenset(data["month_first"]),
    )


def read_table(name: str) -> dict[str, Any]:
    """A YAML file beside this module; TableError where it holds no mapping."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load((_HERE / name).read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise TableError(f"{name} is no valid YAML: {error}") from error
    if not isinstance(data, dict):
        raise TableError(f"{name} must hold a mapping.")
    return data


def _line_words(reason: str, kinds: Mapping[str, list[str]]) -> LineWords:
    if unknown := sorted(set(kinds) - {"line", "start", "anywhere"}):
        raise TableError(f"chrome.yaml, {reason}: {unknown[0]} is no kind of pattern.")
    joined = {
        kind: _compile("|".join(f"(?:{_checked(p, reason)})" for p in patterns), reason)
        for kind, patterns in kinds.items()
    }
    return LineWords(reason, joined.get("line"), joined.get("start"), joined.get("anywhere"))


def _checked(pattern: Any, where: str) -> str:
    if not isinstance(pattern, str):
        raise TableError(f"chrome.yaml, {where}: {pattern!r} must be put in quotes.")
    return _compile(pattern, where).pattern


def _compile(pattern: str, where: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise TableError(
            f"chrome.yaml, {where}: {pattern} is no regular expression: {error}."
        ) from error
