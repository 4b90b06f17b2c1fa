"""Signs of what kind a page is and who may read it; the names of news agencies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dualtrack._errors import TableError
from dualtrack.pages._tables import read_table

_SHORT_NAME = 4  # of an agency: "AP", "TASS"; such letters mean other things in lower case


@dataclass(frozen=True, slots=True)
class Signs:
    """What `signs.yaml` says of live blogs, of pages that list stories, of paywalls."""

    live_types: frozenset[str]
    live_title: re.Pattern[str]
    live_address: re.Pattern[str]
    index_types: frozenset[str]
    index_title: re.Pattern[str]
    index_address: re.Pattern[str]
    locked: frozenset[str]
    free: frozenset[str]
    access_attributes: tuple[str, ...]
    locked_classes: frozenset[str]
    locked_text: re.Pattern[str]
    address_fillers: frozenset[str]


@cache
def signs() -> Signs:
    """The patterns of `signs.yaml`, compiled."""
    data = read_table("signs.yaml")
    live, index, wall = data["live"], data["index"], data["paywall"]
    return Signs(
        live_types=frozenset(live["types"]),
        live_title=_any_of(live["title"], "live"),
        live_address=_any_of(live["address"], "live"),
        index_types=frozenset(index["types"]),
        index_title=_any_of(index["title"], "index"),
        index_address=_any_of(index["address"], "index"),
        locked=frozenset(wall["tiers"]),
        free=frozenset(wall["free_tiers"]),
        access_attributes=tuple(wall["attributes"]),
        locked_classes=frozenset(wall["classes"]),
        locked_text=_any_of(wall["text"], "paywall"),
        address_fillers=frozenset(map(str, data["address_fillers"])),
    )


@dataclass(frozen=True, slots=True)
class Agencies:
    """News agencies: `names` is how each is written, without case, to the name to give.

    Short names in capitals stand in `exact` instead and must be written so. `endings` are those
    of agencies that are not in the list, `known` all names that it gives.
    """

    names: Mapping[str, str]
    exact: Mapping[str, str]
    endings: tuple[str, ...]
    known: frozenset[str]

    def name(self, text: str) -> str | None:
        """The agency that a whole string names, or None."""
        plain = " ".join(text.replace("’", "'").split()).strip(" .,:;-–—|()")
        if plain in self.exact:
            return self.exact[plain]
        if found := self.names.get(plain.casefold()):
            return found
        parts = plain.split()
        is_name = 2 <= len(parts) <= 4 and all(p[0].isupper() for p in parts)
        is_name = is_name and (parts[0] != "The" or len(parts) > 2)  # "The Wire" is a paper
        return plain if is_name and plain.casefold().endswith(self.endings) else None


@cache
def agencies() -> Agencies:
    """The names of `agencies.yaml`."""
    data = read_table("agencies.yaml")
    forms = [(str(form), str(name)) for name, all_ in data["names"].items() for form in all_]
    return Agencies(
        names={form.casefold(): name for form, name in forms if len(form) > _SHORT_NAME},
        exact={form: name for form, name in forms if len(form) <= _SHORT_NAME},
        endings=tuple(f" {ending}" for ending in data["endings"]),
        known=frozenset(name for _, name in forms),
    )


def _any_of(patterns: list[Any], where: str) -> re.Pattern[str]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except (re.error, TypeError) as error:
            raise TableError(
                f"signs.yaml, {where}: {pattern!r} is no regular expression: {error}."
            ) from error
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
