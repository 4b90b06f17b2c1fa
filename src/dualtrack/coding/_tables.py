"""Reads the word lists of this room."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dualtrack._errors import TableError


@cache
def table(name: str) -> dict[str, Any]:
    """A YAML file of this room as a mapping. Raises TableError where it is missing or broken."""
    try:
        data = yaml.safe_load((files("dualtrack.coding") / name).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise TableError(f"{name} cannot be read: {' '.join(str(error).split())}.") from error
    if not isinstance(data, dict):
        raise TableError(f"{name} must hold named sections.")
    return data


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; a blank stands for any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
