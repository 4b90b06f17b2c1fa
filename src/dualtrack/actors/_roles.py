"""Words that say what somebody is ("officials", "riot police"), and their sectors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dualtrack.actors._load import ROLES
from dualtrack.actors._tables import TABLES, rows

_LONGEST = 4  # words in a role


@dataclass(frozen=True, slots=True)
class Role:
    """A role word: its sector, and whether somebody named beside it decides instead."""

    words: str
    sector: str
    yields: bool


def forms(role: str) -> list[str]:
    """A role as given and its regular plural."""
    head, space, last = role.rpartition(" ")
    if last.endswith("man"):
        plural = last[:-3] + "men"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        plural = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        plural = last + "es"
    else:
        plural = last + "s"
    out = [role, f"{head}{space}{plural}"]
    if " of " in role or " of the " in role:
        first, rest = role.split(" ", 1)
        out.append(f"{first}s {rest}")
    return out


class Roles:
    """The table of roles, looked up by the words at the end of a phrase."""

    def __init__(self, folder: Path = TABLES) -> None:
        self._roles: dict[str, Role] = {}
        given = [Role(words, sector, rule == "yields") for words, sector, rule in _rows(folder)]
        for role in given:
            self._roles[role.words] = role
        for role in given:
            for form in forms(role.words):
                self._roles.setdefault(form, role)

    def get(self, words: str) -> Role | None:
        """The role that is exactly these words (lower case)."""
        return self._roles.get(words)

    def last(self, words: list[str]) -> tuple[int, Role] | None:
        """The longest role that ends a list of lower-case words, and where it begins."""
        for size in range(min(_LONGEST, len(words)), 0, -1):
            role = self._roles.get(" ".join(words[-size:]))
            if role is not None:
                return len(words) - size, role
        return None


def _rows(folder: Path) -> list[tuple[str, str, str]]:
    return [(words, sector, rule) for words, sector, rule in rows("roles.tsv", ROLES, folder)]
