"""Reads the titles of office holders in a text: "deputy minister of trade"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from dualtrack.actors._tables import rows, several

TITLES = Path(__file__).parent / "people" / "titles.tsv"
WORD = re.compile(r"[^\W_][\w'’.&-]*|&")
_LONGEST = 5  # words in one entry of the titles
_CORES = frozenset({"core", "yields", "body", "staff", "royal"})
_OTHERS = frozenset({"yields", "body"})
_UNSAID = frozenset({"past", "not", "honour"})
_BARS = frozenset({"candidate", "wife", "husband"})  # before a nation: the person is another


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a text: its words in lower case, its sector ("yields": the body's) and its end.

    `past`: no longer held; `barred`: not held or not said when; `royal`: the title that a single
    name keeps; `keeps`: of no party, so whoever has left the office keeps its sector; `bodily`:
    an office only of an organisation ("director").
    """

    office: str
    sector: str
    end: int
    past: bool
    barred: bool
    royal: str
    keeps: bool
    bodily: bool


class Titles:
    """The list of words that make titles, and the search for a title at a place."""

    def __init__(self, path: Path = TITLES) -> None:
        self.parts: dict[str, tuple[str, str]] = {}
        for words, part, sector in rows(path.name, ("words", "part", "sector"), path.parent):
            for entry in several(words):
                self.parts.setdefault(entry, (part, sector))

    def at(self, text: str, start: int) -> Title | None:
        """The title whose words begin at `start`, or None."""
        position, end = start, start
        found: list[tuple[str, str, str]] = []
        while (entry := self.entry(text, position)) is not None:
            words, end = entry
            found.append((words, *self.parts[words]))
            if text[end : end + 1] != " ":
                break
            position = end + 1
        while found and found[-1][1] in {"join", "past", "not"}:
            end -= len(found.pop()[0]) + 1
        if not found or found[0][1] == "join":
            return None
        return _weigh(found, end)

    def entry(self, text: str, position: int) -> tuple[str, int] | None:
        """The longest entry of the list that begins at a place, and where it ends."""
        best, words, end = None, "", position
        for _ in range(_LONGEST):
            match = WORD.match(text, end)
            if match is None:
                break
            word = match.group().replace("’", "'").lower()
            end = match.end()
            words = f"{words} {word}" if words else word
            cut = words.rstrip(".")
            if words in self.parts:
                best = words, end
            elif cut in self.parts:
                best = cut, end - (len(words) - len(cut))
            if text[end : end + 1] != " ":
                break
            end += 1
        return best

    def ends(self, name: str) -> bool:
        """Whether a name of several words ends in an office ("UN Secretary-General")."""
        _, space, last = name.lower().rpartition(" ")
        return bool(space) and self.parts.get(last, ("", ""))[0] in _CORES

    def guards(self, text: str, start: int) -> tuple[bool, bool]:
        """Whether the two words before a place say: office past; office not held."""
        before = re.findall(r"[\w-]+", text[max(0, start - 24) : start].lower())[-2:]
        parts = {self.parts.get(word, ("", ""))[0] for word in before}
        return "past" in parts, "not" in parts or not _BARS.isdisjoint(before)

    def skip_honours(self, text: str, position: int) -> int:
        """The place behind the forms of address ("Mr", "Sheikh") that follow a title."""
        while text[position : position + 1] == " ":
            entry = self.entry(text, position + 1)
            if entry is None or self.parts[entry[0]][0] not in {"honour", "core"}:
                break
            position = entry[1]
        return position


def _weigh(found: list[tuple[str, str, str]], end: int) -> Title | None:
    """The title the entries make, or None where none of them is an office."""
    cores = [entry for entry in found if entry[1] in _CORES]
    if not cores:
        return None
    core = cores[0] if cores[-1][1] in _OTHERS else cores[-1]
    words = [sector for _, part, sector in found if part == "word" and sector]
    if core[1] in {"core", "staff"} and core[2] == "GOV":
        # The army's minister is no soldier; the president of a court or parliament is not GOV.
        may = {"PTY", "LEG", "JUD"} if "president" in core[0] else {"PTY"}
        words = [sector for sector in words if sector in may]
    sector = "yields" if core[1] in _OTHERS else core[2]
    if words and core[1] != "royal":
        sector = words[0]
    kinds = {part for _, part, _ in found}
    return Title(
        office=" ".join(words for words, part, _ in found if part not in _UNSAID),
        sector=sector,
        end=end,
        past="past" in kinds,
        barred="not" in kinds,
        royal=cores[-1][0].split()[-1].capitalize() if cores[-1][1] == "royal" else "",
        keeps=all(part in {"staff", "yields", "body"} for _, part, _ in cores),
        bodily=all(part == "body" for _, part, _ in cores) and not words,
    )
